import { Form, Input, Select } from 'antd'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { organizationChange, type OrganizationCard } from '#domain/organizations.ts'
import { branchKinds, type BranchKind } from '#domain/rules/structure.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { EditDrawer, type Sending } from '#parts/EditDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import type { FormProps } from './ActionForm.tsx'
import { useDone } from './useDone.ts'

const { shape } = organizationChange

/** Name, full name, code, kind of branch, order. A new name has a first day, the old one stays in the history. */
export function ChangeForm({ card, store, onClose }: FormProps) {
  const { organizations: t } = useText()
  const today = useToday()
  const change = useCall(organizationsContract.change)
  const done = useDone(store)
  const isBranch = card.kind === 'branch'

  const fields = [
    { key: 'name', label: t.fields.name },
    { key: 'fullName', label: t.fields.fullName },
    { key: 'nationalCode', label: t.fields.nationalCode },
    {
      key: 'foundedOn',
      label: t.fields.foundedOn,
      show: (day: unknown) => dayInProse(String(day)),
    },
    ...(isBranch
      ? [
          {
            key: 'branchKind',
            label: t.fields.branchKind,
            show: (kind: unknown) => t.branchKinds[kind as BranchKind],
          },
        ]
      : []),
  ]
  const send = async (body: Record<string, unknown>, { version, values }: Sending) => {
    const { on, rank } = values as { on?: string; rank?: number | null }
    const saved: OrganizationCard = await change.mutateAsync({
      params: { id: card.id },
      body: {
        ...body,
        ...('name' in body && on ? { on } : {}),
        ...(typeof rank === 'number' ? { rank } : {}),
      },
      version,
    })
    onClose()
    // Another name or order moves it among its siblings.
    await done(
      saved,
      t.change.done,
      'name' in body || typeof rank === 'number' ? [saved.parentId] : [],
    )
  }

  return (
    <EditDrawer
      title={t.change.title(card.name)}
      submitLabel={t.change.submit}
      record={card}
      fields={fields}
      extra={{ on: today }}
      aside={['rank']}
      nothing={t.change.nothing}
      onClose={onClose}
      onSend={send}
      draftKey={`organization/${card.id}`}
    >
      {(form) => (
        <>
          <Form.Item
            name="name"
            label={t.fields.name}
            rules={zodRules(shape.name)}
            extra={t.fields.nameHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item noStyle dependencies={['name']}>
            {() =>
              form.getFieldValue('name') === card.name ? null : (
                <Form.Item
                  name="on"
                  label={t.fields.on}
                  rules={zodRules(shape.on)}
                  extra={t.change.onHint}
                >
                  <DateField max={today} />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item
            name="fullName"
            label={t.fields.fullName}
            rules={zodRules(shape.fullName)}
            extra={t.fields.fullNameHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="nationalCode"
            label={t.fields.nationalCode}
            rules={zodRules(shape.nationalCode)}
            extra={t.fields.nationalCodeHint}
          >
            <Input inputMode="numeric" maxLength={12} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="foundedOn"
            label={t.fields.foundedOn}
            rules={zodRules(shape.foundedOn)}
            extra={t.change.foundedHint}
          >
            <DateField max={today} />
          </Form.Item>
          {isBranch ? (
            <Form.Item name="branchKind" label={t.fields.branchKind}>
              <Select
                options={branchKinds.map((kind) => ({ value: kind, label: t.branchKinds[kind] }))}
              />
            </Form.Item>
          ) : null}
          <Form.Item
            name="rank"
            label={t.fields.rank}
            extra={t.fields.rankHint}
            normalize={(text: string) => (text === '' ? null : Number(text))}
          >
            <Input type="number" min={0} max={9999} />
          </Form.Item>
        </>
      )}
    </EditDrawer>
  )
}
