import { Form, Select } from 'antd'
import { useState } from 'react'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { appointment, postKind, type PostKind } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import { DateField } from '#ui/DateField.tsx'
import type { FormProps } from './ActionForm.tsx'
import { useDone } from './useDone.ts'

interface Typed {
  post: PostKind
  memberId: string
  startedOn: string
}

const { shape } = appointment
const ofGroup: readonly PostKind[] = ['group-leader', 'deputy-group-leader']

export function AppointForm({ card, store, onClose }: FormProps) {
  const { organizations: t } = useText()
  const today = useToday()
  const appoint = useCall(organizationsContract.appoint)
  const done = useDone(store)
  const posts = postKind.options.filter(
    (post) => ofGroup.includes(post) === (card.kind === 'group'),
  )
  const free = posts.find((post) => !card.posts.some((held) => held.post === post))

  const send = async (typed: Typed, key: string) => {
    const saved = await appoint.mutateAsync({ params: { id: card.id }, body: typed, key })
    const name = saved.posts.find(({ memberId }) => memberId === typed.memberId)?.memberName ?? ''
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
            rules={zodRules(shape.memberId)}
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

interface MemberFieldProps {
  id?: string
  label: string
  within: string
  /** The form holds the id alone. */
  onChange?: (id: string) => void
}

function MemberField({ id, label, within, onChange }: MemberFieldProps) {
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null)
  return (
    <MemberPicker
      id={id}
      label={label}
      within={within}
      value={chosen}
      onChange={(next) => {
        setChosen(next)
        onChange?.(next.id)
      }}
    />
  )
}
