import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { isDay } from '#domain/dates.ts'
import { newTerm } from '#domain/organizations.ts'
import { termEnd } from '#domain/rules/terms.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { DateField } from '#ui/DateField.tsx'

export interface Begun {
  startedOn: string
  years: number
}

/** First day and length of a term; its end is shown while one types. */
export function TermFields({ most, hint }: { most: number; hint: ReactNode }) {
  const { organizations: t, members } = useText()
  const today = useToday()
  return (
    <>
      <div className="pt-form-pair">
        <Form.Item
          name="startedOn"
          label={t.startTerm.startedOn}
          rules={zodRules(newTerm.shape.startedOn)}
          extra={hint}
        >
          <DateField max={today} prose={false} />
        </Form.Item>
        <Form.Item name="years" label={t.startTerm.years} rules={zodRules(newTerm.shape.years)}>
          <Select
            options={Array.from({ length: most }, (_, index) => ({
              value: most - index,
              label: members.years(most - index),
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item noStyle dependencies={['startedOn', 'years']}>
        {({ getFieldsValue }) => {
          const { startedOn, years } = getFieldsValue() as Begun
          return isDay(startedOn) ? (
            <p className="pt-note">{t.startTerm.endsOn(dayInProse(termEnd(startedOn, years)))}</p>
          ) : null
        }}
      </Form.Item>
    </>
  )
}
