import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import type { FormInstance } from 'antd/es/form/index.js'
import { useState } from 'react'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard, Post, PostKind } from '#domain/organizations.ts'
import { termYears } from '#domain/rules/structure.ts'
import { isApiError, type ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate, queryOptionsOf, useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import type { ChosenMember } from '#parts/MemberField.tsx'
import type { FormProps } from './ActionForm.tsx'
import { CommitteeFields } from './CommitteeFields.tsx'
import { TermFields, type Begun } from './TermFields.tsx'
import { useDone } from './useDone.ts'

interface Typed extends Begun {
  meetingId?: string
  committee: { post?: PostKind; memberId?: ChosenMember }[]
  /** Kept with the draft: the posts that it was drawn up from, not those of the day it is sent. */
  seen?: Post['id'][]
}

/** 换届: the day, the meeting and who was elected, at once; who held a post stands there already. */
export function ElectionForm({ card, store, onClose }: FormProps) {
  const { organizations: t, ui } = useText()
  const today = useToday()
  const start = useCall(organizationsContract.startTerm)
  const done = useDone(store)
  const most = termYears(card.kind, card.branchKind) ?? 3
  const inOffice = card.posts.filter(({ endedOn }) => endedOn === null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const elections = useQuery(
    queryOptionsOf(organizationsContract.elections, { params: { id: card.id } }),
  )

  const send = async (typed: Typed, key: string) => {
    const committee = typed.committee.flatMap(({ post, memberId }) =>
      post && memberId ? [{ post, memberId: memberId.id }] : [],
    )
    const saved = await start.mutateAsync({
      params: { id: card.id },
      body: { ...typed, meetingId: typed.meetingId ?? null, committee },
      key,
    })
    onClose()
    await done(saved, t.startTerm.done)
  }

  /** Who was appointed meanwhile is laid among the elected: the post ends only where the line is taken away. */
  const conflict = (error: ApiError, typed: Typed, form: FormInstance<Typed>) => {
    if (!isApiError(error, 'version_conflict') || !error.detail) return false
    const { posts } = error.detail as OrganizationCard
    const added = posts.filter(
      (one) =>
        one.endedOn === null && !typed.seen?.includes(one.id) && !isAmong(typed.committee, one),
    )
    form.setFieldsValue({
      seen: idsOf(posts),
      committee: [...typed.committee, ...added.map(seatOf)],
    })
    setTrouble(error.fields['body.seen'] ?? error.message)
    void invalidate(['organizations'])
    return true
  }

  return (
    <CallDrawer<Typed>
      title={t.startTerm.title(card.name)}
      submitLabel={t.startTerm.submit}
      initial={{
        startedOn: today,
        years: most,
        committee: seatsOf(inOffice),
        seen: idsOf(card.posts),
      }}
      draftKey={`election/${card.id}`}
      onClose={onClose}
      onSend={send}
      onRefused={conflict}
      error={trouble}
      width={44}
    >
      {(form) => (
        <>
          <Form.Item name="meetingId" label={t.startTerm.meeting} extra={t.startTerm.meetingHint}>
            <Select
              allowClear
              placeholder={t.startTerm.noMeeting}
              loading={elections.isFetching}
              options={elections.data?.map(({ id, heldOn, title }) => ({
                value: id,
                label: `${heldOn} ${title}`,
              }))}
              onChange={(id?: string) => {
                const held = elections.data?.find((one) => one.id === id)
                if (held) form.setFieldValue('startedOn', held.heldOn)
              }}
            />
          </Form.Item>
          <TermFields most={most} hint={t.startTerm.startedOnHint} />
          <Form.Item name="seen" noStyle>
            <Unshown />
          </Form.Item>
          <CommitteeFields within={card.id} />
          <Leaving form={form} inOffice={card.posts} and={ui.and} />
        </>
      )}
    </CallDrawer>
  )
}

/** A value of the form that nobody types. */
const Unshown = () => null

const idsOf = (posts: readonly Post[]) => posts.map(({ id }) => id)

const seatOf = ({ post, memberId, memberName }: Post) => ({
  post,
  memberId: { id: memberId, name: memberName },
})

const seatsOf = (posts: readonly Post[]): Typed['committee'] =>
  posts.length > 0 ? posts.map(seatOf) : [{ post: 'secretary' }]

const isAmong = (committee: readonly (Typed['committee'][number] | undefined)[], held: Post) =>
  committee.some((one) => one?.post === held.post && one.memberId?.id === held.memberId)

/** Whoever is in office and not among the elected, by name: that is what pressing does to them. */
function Leaving({
  form,
  inOffice,
  and,
}: {
  form: FormInstance<Typed>
  inOffice: readonly Post[]
  and: string
}) {
  const { organizations: t } = useText()
  const committee = Form.useWatch('committee', form) ?? []
  const leaving = inOffice.filter((held) => !isAmong(committee, held))
  if (inOffice.length === 0) return null
  return (
    <p className="pt-note" role="status">
      {leaving.length === 0
        ? t.startTerm.nobodyLeaves
        : t.startTerm.leaving(
            leaving
              .map(({ memberName, post }) => t.startTerm.leaver(memberName, t.posts[post]))
              .join(and),
          )}
    </p>
  )
}
