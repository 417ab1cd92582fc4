import { Form, Select } from 'antd'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { appointment, type PostKind } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { MemberField, ofChosen, type ChosenMember } from '#parts/MemberField.tsx'
import { DateField } from '#ui/DateField.tsx'
import type { FormProps } from './ActionForm.tsx'
import { postsOf } from './postsOf.ts'
import { useDone } from './useDone.ts'

interface Typed {
  post: PostKind
  memberId: ChosenMember
  startedOn: string
}

const { shape } = appointment

export function AppointForm({ card, store, onClose }: FormProps) {
  const { organizations: t } = useText()
  const today = useToday()
  const appoint = useCall(organizationsContract.appoint)
  const done = useDone(store)
  const posts = postsOf(card.kind)
  const free = posts.find((post) => !card.posts.some((held) => held.post === post))

  const send = async (typed: Typed, key: string) => {
    const { id: memberId, name } = typed.memberId
    const body = { ...typed, memberId }
    const saved = await appoint.mutateAsync({ params: { id: card.id }, body, key })
    onClose()
    await done(saved, t.appoint.done(name, t.posts[typed.post]))
  }

  return (
    <CallDrawer<Typed>
      title={t.appoint.title(card.name)}
      submitLabel={t.appoint.submit}
      initial={{ post: free, startedOn: today }}
      onClose={onClose}
      onSend={send}
    >
      {() => (
        <>
          <Form.Item name="post" label={t.appoint.post} rules={zodRules(shape.post)}>
            <Select options={posts.map((post) => ({ value: post, label: t.posts[post] }))} />
          </Form.Item>
          <Form.Item
            name="memberId"
            label={t.appoint.member}
            rules={zodRules(ofChosen(shape.memberId))}
            extra={t.appoint.memberHint}
          >
            <MemberField within={card.id} label={t.appoint.member} />
          </Form.Item>
          <Form.Item name="startedOn" label={t.appoint.startedOn} rules={zodRules(shape.startedOn)}>
            <DateField />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
