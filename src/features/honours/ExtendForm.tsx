import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { day } from '#domain/common.ts'
import { addMonths } from '#domain/dates.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import { extension, type HonourRecord } from '#domain/honours.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import { toast } from '#ui/toasts.ts'
import { DocumentFields } from './DocumentFields.tsx'
import { touched, useConflict } from './useMoves.ts'
import { Verdicts } from './Verdicts.tsx'

interface Typed {
  on: string
  to: string
  reason: string
  documentNumber: string
}

/** 延长有效期: while the day is chosen the rules say whether it may be, and whether it comes back to the board. */
export function ExtendForm({ honour, onClose }: { honour: HonourRecord; onClose: () => void }) {
  const { honours: t } = useText()
  const today = useToday()
  const extend = useCall(honoursContract.extend, touched)
  const conflict = useConflict()
  const { shape } = extension
  const from = honour.validTo && honour.validTo > today ? honour.validTo : today
  return (
    <CallDrawer<Typed>
      title={t.form.extend(honour.subjectName)}
      submitLabel={t.record.extend}
      initial={{ on: today, to: addMonths(from, 12) }}
      draftKey={`extension/${honour.id}`}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (body, key) => {
        await extend.mutateAsync({ params: { id: honour.id }, version: honour.version, body, key })
        toast.success(t.done.extend(dayInProse(body.to)))
        onClose()
      }}
    >
      {() => (
        <>
          <div className="pt-note">{t.form.extendNote}</div>
          <Form.Item name="on" label={t.form.extendOn} rules={zodRules(shape.on)}>
            <DateField min={honour.decidedOn} max={today} />
          </Form.Item>
          <Form.Item name="to" label={t.form.extendTo} rules={zodRules(shape.to)}>
            <DateField min={today} />
          </Form.Item>
          <Form.Item noStyle dependencies={['on', 'to']}>
            {({ getFieldValue }) => (
              <Judged
                id={honour.id}
                on={String(getFieldValue('on') ?? '')}
                to={String(getFieldValue('to') ?? '')}
              />
            )}
          </Form.Item>
          <DocumentFields reason={t.form.extendReason} shape={shape} />
        </>
      )}
    </CallDrawer>
  )
}

function Judged({ id, on, to }: { id: string; on: string; to: string }) {
  const { data } = useQuery({
    ...queryOptionsOf(honoursContract.extension, { params: { id }, query: { on, to } }),
    enabled: day.safeParse(on).success && day.safeParse(to).success,
    retry: false,
  })
  return (
    <div className="hn-counted" role="status">
      {data ? <Verdicts verdicts={data.verdicts} /> : null}
    </div>
  )
}
