import { Form, Input } from 'antd'
import { useId, useState } from 'react'
import { exemptionsContract } from '#domain/duties.contract.ts'
import { newExemption, type Duty } from '#domain/duties.ts'
import { duties } from '#domain/rules/duties.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { requestKey } from '#lib/requestKey.ts'
import { showFieldErrors, zodRules } from '#lib/zodRules.ts'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { DateField } from '#ui/DateField.tsx'
import { FormDrawer } from '#ui/FormDrawer.tsx'
import { toast } from '#ui/toasts.ts'

interface Typed {
  organizationId: string
  duty: Duty
  from: string
  to: string
  reason: string
  documentNumber: string
}

interface ExemptionFormProps {
  /** Only organs at or below this one. */
  scope: string
  /** What is known already, from the cell it was opened at. */
  first?: { organizationId: string; organizationName: string; duty: Duty; from: string }
  onClose: () => void
}

const { shape } = newExemption

/** The superior's decision that an organ need not keep a duty for a while. */
export default function ExemptionForm({ scope, first, onClose }: ExemptionFormProps) {
  const t = useText().duties.exemptions
  const { names } = useText().duties
  const formId = useId()
  const at = useFormPlace('exemptions.manage', undefined, first === undefined)
  const [form] = Form.useForm<Typed>()
  const [dirty, setDirty] = useState(false)
  const [error, setError] = useState<string | null>(null)
  // One key for the form: pressed twice, one exemption.
  const [key] = useState(() => requestKey())
  const create = useCall(exemptionsContract.create, ['exemptions'])

  const submit = (typed: Typed) => {
    setError(null)
    create.mutate(
      { body: typed, key },
      {
        onSuccess: () => {
          toast.success(t.done)
          onClose()
        },
        onError: (failure) => {
          const lost = showFieldErrors(form, failure)
          if (lost.length > 0 || Object.keys(failure.fields).length === 0)
            setError(lost.join(' ') || failure.message)
        },
      },
    )
  }

  return (
    <FormDrawer
      open
      title={t.create}
      onClose={onClose}
      formId={formId}
      submitLabel={t.submit}
      busy={create.isPending}
      dirty={dirty}
      error={error}
    >
      <Form
        id={formId}
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={first}
        onFinish={submit}
        onValuesChange={() => setDirty(true)}
      >
        <Form.Item name="organizationId" label={t.organ} rules={zodRules(shape.organizationId)}>
          <OrganizationPicker
            right="exemptions.manage"
            within={first ? scope : at?.within}
            name={first?.organizationName ?? null}
            disabled={first !== undefined}
            label={t.organ}
          />
        </Form.Item>
        <Form.Item name="duty" label={t.duty} rules={zodRules(shape.duty)}>
          <DutySelect names={names} placeholder={t.choose} />
        </Form.Item>
        <div className="du-span">
          <Form.Item name="from" label={t.from} rules={zodRules(shape.from)}>
            <DateField prose={false} />
          </Form.Item>
          <Form.Item name="to" label={t.to} rules={zodRules(shape.to)} dependencies={['from']}>
            <DateField prose={false} />
          </Form.Item>
        </div>
        <p className="du-quiet">{t.spanHint}</p>
        <Form.Item
          name="reason"
          label={t.reason}
          rules={zodRules(shape.reason)}
          extra={t.reasonHint}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="documentNumber"
          label={t.document}
          rules={zodRules(shape.documentNumber)}
          extra={t.documentHint}
        >
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </FormDrawer>
  )
}

interface DutySelectProps {
  names: Record<Duty, string>
  placeholder: string
  value?: Duty
  onChange?: (duty: Duty) => void
  id?: string
}

/** The browser's own list: seven words need no other. */
function DutySelect({ names, placeholder, value, onChange, id }: DutySelectProps) {
  return (
    <select
      id={id}
      className="sc-input"
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value as Duty)}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {duties.map((duty) => (
        <option key={duty} value={duty}>
          {names[duty]}
        </option>
      ))}
    </select>
  )
}
