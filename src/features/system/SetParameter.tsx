import { Form, Input } from 'antd'
import { parameterKey, type ParameterKey } from '#domain/rules/parameters.ts'
import { newParameter } from '#domain/system.ts'
import { parametersContract } from '#domain/system.contract.ts'
import { useText } from '#lib/i18n.ts'
import { usePreferences } from '#lib/preferences.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { toast } from '#ui/toasts.ts'
import { NumberField, RadioList } from './fields.tsx'
import {
  kindOf,
  labelOf,
  numbersIn,
  sourceOf,
  specOf,
  valueInWords,
  type ParameterView,
} from './parameterWords.ts'

interface Typed {
  value: unknown
  from: string
  reason: string
}

/** A decision: the value, the day from which it holds and what it rests on. */
export function SetParameter({ view, onClose }: { view: ParameterView; onClose: () => void }) {
  const t = useText().system.parameters
  const english = usePreferences().language === 'en'
  const today = useToday()
  // Duties, verdicts and lists of meetings are counted by these.
  const set = useCall(parametersContract.set, ['parameters'])
  const key = parameterKey.parse(view.key)
  const { kind } = kindOf(key)
  const name = labelOf(key, english)

  const send = async ({ value, from, reason }: Typed, submission: string) => {
    const sent = kind === 'list' ? numbersIn(typeof value === 'string' ? value : '') : value
    await set.mutateAsync({ body: { key, value: sent, from, reason }, key: submission })
    toast.success(from > today ? t.doneLater(name, from) : t.done(name))
    onClose()
  }

  return (
    <CallDrawer<Typed>
      title={t.setOf(name)}
      submitLabel={t.submit}
      initial={{
        value:
          kind === 'list' && Array.isArray(view.value) ? view.value.join(t.listJoin) : view.value,
        from: today,
      }}
      onClose={onClose}
      onSend={send}
      width={36}
    >
      {() => (
        <>
          <KeyValue
            items={[
              { label: t.now, value: valueInWords(key, view.value, t) },
              { label: t.usual, value: valueInWords(key, specOf(key).default, t) },
              { label: t.source, value: sourceOf(key, english), wide: true },
            ]}
          />
          <div className="sy-below">
            <ValueField name={key} />
          </div>
          <Form.Item
            name="from"
            label={t.from}
            rules={zodRules(newParameter.shape.from)}
            extra={t.fromHint}
          >
            <DateField min={today} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t.reason}
            rules={zodRules(newParameter.shape.reason)}
            extra={t.reasonHint}
          >
            <Input.TextArea rows={3} maxLength={200} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

function ValueField({ name }: { name: ParameterKey }) {
  const { common, system } = useText()
  const t = system.parameters
  const ask = kindOf(name)
  const { unit } = specOf(name)
  const unitName = unit ? t.units[unit] : ''
  const required = { required: true, message: common.form.required }
  if (ask.kind === 'choice') {
    return (
      <Form.Item name="value" label={t.value} rules={[required]}>
        <RadioList
          choices={ask.choices.map((value) => ({ value, label: valueInWords(name, value, t) }))}
        />
      </Form.Item>
    )
  }
  if (ask.kind === 'list') {
    const numbers = async (_: unknown, value: unknown) => {
      if (typeof value === 'string' && value !== '' && numbersIn(value) === null)
        throw new Error(t.notNumbers)
    }
    return (
      <Form.Item
        name="value"
        label={t.value}
        rules={[required, { validator: numbers }]}
        extra={t.listHint}
      >
        <Input suffix={unitName} autoComplete="off" />
      </Form.Item>
    )
  }
  const whole = async (_: unknown, value: unknown) => {
    const fits = Number.isInteger(value) && Number(value) >= ask.min && Number(value) <= ask.max
    if (value !== null && value !== undefined && !fits)
      throw new Error(t.outOfRange(ask.min, ask.max))
  }
  return (
    <Form.Item
      name="value"
      label={t.value}
      rules={[required, { validator: whole }]}
      extra={t.range(ask.min, ask.max, unitName)}
    >
      <NumberField unit={unitName} />
    </Form.Item>
  )
}
