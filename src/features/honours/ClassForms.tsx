import { Form, Input, Select } from 'antd'
import type { Given } from '#domain/contract.ts'
import { honourClassesContract } from '#domain/honours.contract.ts'
import {
  honourClassChange,
  honourSubject,
  newHonourClass,
  type HonourClass,
} from '#domain/honours.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { EditDrawer } from '#parts/EditDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { NumberField } from './NumberField.tsx'

type NewBody = NonNullable<Given<typeof honourClassesContract.create>['body']>
function Common() {
  const { honours: t } = useText()
  const { shape } = newHonourClass
  return (
    <>
      <Form.Item name="name" label={t.set.name} rules={zodRules(shape.name)}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="validityMonths"
        label={t.set.validityMonths}
        extra={t.set.validityHint}
        rules={zodRules(shape.validityMonths)}
      >
        <NumberField />
      </Form.Item>
    </>
  )
}

/** A class of the bureau's own. */
export function NewClassForm({ onClose }: { onClose: () => void }) {
  const { honours: t } = useText()
  const create = useCall(honourClassesContract.create, ['honourClasses'])
  const { shape } = newHonourClass
  return (
    <CallDrawer<NewBody>
      title={t.set.addClass}
      submitLabel={t.set.addClass}
      initial={{ subject: 'member', requiresFull: false, validityMonths: null }}
      onClose={onClose}
      onSend={async (body, key) => {
        await create.mutateAsync({ body, key })
        toast.success(t.done.saved)
        onClose()
      }}
    >
      {() => (
        <>
          <Form.Item
            name="code"
            label={t.set.code}
            extra={t.set.codeHint}
            rules={zodRules(shape.code)}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Common />
          <Form.Item name="subject" label={t.set.subject} rules={zodRules(shape.subject)}>
            <Select
              options={honourSubject.options.map((one) => ({ value: one, label: t.subjects[one] }))}
            />
          </Form.Item>
          <label className="sc-check">
            <Form.Item name="requiresFull" valuePropName="checked" noStyle>
              <input type="checkbox" />
            </Form.Item>
            {t.set.requiresFull}
          </label>
        </>
      )}
    </CallDrawer>
  )
}

/** What was given keeps its own validity; a change holds for the next campaign. */
export function ChangeClassForm({
  honourClass,
  onClose,
}: {
  honourClass: HonourClass
  onClose: () => void
}) {
  const { honours: t } = useText()
  const change = useCall(honourClassesContract.change, ['honourClasses'])
  const keys = Object.keys(honourClassChange.shape) as (keyof typeof honourClassChange.shape)[]
  return (
    <EditDrawer
      title={`${t.set.changeClass} · ${honourClass.name}`}
      submitLabel={t.set.changeClass}
      record={honourClass}
      fields={keys.map((key) => ({ key, label: t.set[key] }))}
      nothing={t.form.nothing}
      onClose={onClose}
      onSend={async (body, { version }) => {
        await change.mutateAsync({
          params: { code: honourClass.code },
          version,
          body,
        })
        toast.success(t.done.saved)
        onClose()
      }}
    >
      {() => (
        <>
          <Common />
          <label className="sc-check">
            <Form.Item name="active" valuePropName="checked" noStyle>
              <input type="checkbox" />
            </Form.Item>
            {t.set.active}
          </label>
        </>
      )}
    </EditDrawer>
  )
}
