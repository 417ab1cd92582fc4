import { Form, Input } from 'antd'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { organizationMove, type OrganizationHit } from '#domain/organizations.ts'
import { mayContain, organizationKinds } from '#domain/rules/structure.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { EditDrawer, type Sending } from '#parts/EditDrawer.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { placeName } from '#parts/PlaceName.tsx'
import { DateField } from '#ui/DateField.tsx'
import type { FormProps } from './ActionForm.tsx'
import { useBelow } from './useBelow.ts'
import { useDone } from './useDone.ts'

const { shape } = organizationMove

/** Hangs it, with everything below, under another parent. Says first what moves along. */
export function MoveForm({
  card,
  store,
  onClose,
  onGo,
}: FormProps & { onGo: (hit: Pick<OrganizationHit, 'id' | 'trail'>) => void }) {
  const { organizations: t } = useText()
  const today = useToday()
  const move = useCall(organizationsContract.move)
  const done = useDone(store)
  const below = useBelow(card)
  const parents = organizationKinds.filter((kind) => mayContain(kind, card.kind))

  const send = async (change: Record<string, unknown>, { version, key, values }: Sending) => {
    const { on, reason } = values as { on: string; reason: string }
    const moved = await move.mutateAsync({
      params: { id: card.id },
      body: { parentId: String(change.parentId), on, reason },
      version,
      key,
    })
    onClose()
    await done(moved, t.move.done(moved.trail.at(-1)?.name ?? ''), [card.parentId, moved.parentId])
    onGo(moved)
  }

  return (
    <EditDrawer
      title={t.move.title(card.name)}
      submitLabel={t.move.submit}
      record={card}
      fields={[{ key: 'parentId', label: t.fields.parent, show: placeName }]}
      extra={{ on: today }}
      nothing={t.change.nothing}
      onClose={onClose}
      onSend={send}
      draftKey={`organization/${card.id}/move`}
    >
      {() => (
        <>
          <div className="pt-note">
            <p>{below.length > 0 ? t.move.hits(below.join(t.move.and)) : t.move.hitsNone}</p>
            <p>{t.move.kept}</p>
          </div>
          <Form.Item
            name="parentId"
            label={t.fields.parent}
            rules={zodRules(shape.parentId)}
            extra={`${t.move.now}: ${card.trail.at(-1)?.name ?? ''}`}
          >
            <OrganizationPicker right="organizations.manage" kinds={parents} />
          </Form.Item>
          <Form.Item name="on" label={t.fields.on} rules={zodRules(shape.on)}>
            <DateField max={today} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t.fields.reason}
            rules={zodRules(shape.reason)}
            extra={t.fields.reasonHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
        </>
      )}
    </EditDrawer>
  )
}
