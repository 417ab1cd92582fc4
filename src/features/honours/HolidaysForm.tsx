import { Form, Input } from 'antd'
import { useState } from 'react'
import { holidaysContract } from '#domain/holidays.contract.ts'
import { holidaySetting, type HolidayYear } from '#domain/holidays.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { readDays, writtenDays } from './holidayLines.ts'

interface Typed {
  source: string
  lines: string
}

const touched = ['holidays']

/** The whole year at once, pasted from the notice and corrected by hand. */
export function HolidaysForm({ table, onClose }: { table: HolidayYear; onClose: () => void }) {
  const { honours: t } = useText()
  const set = useCall(holidaysContract.set, touched)
  // Of the version it opened with: what was pasted upon another is not laid over this one, and stays when it is read anew.
  const [draftKey] = useState(`holidays/${table.year}/${table.version}`)
  const check = (_: unknown, text: string) => {
    const read = readDays(text ?? '', t.set)
    return typeof read === 'number'
      ? Promise.reject(new Error(t.set.badLine(read)))
      : Promise.resolve()
  }
  return (
    <CallDrawer<Typed>
      title={t.set.editOf(table.year)}
      submitLabel={t.set.edit}
      initial={{ source: table.source ?? undefined, lines: writtenDays(table.days, t.set) }}
      draftKey={draftKey}
      onClose={onClose}
      old={touched}
      onSend={async ({ source, lines }, key) => {
        const days = readDays(lines, t.set)
        if (typeof days === 'number') return
        await set.mutateAsync({
          version: table.version,
          body: { year: table.year, source, days },
          key,
        })
        toast.success(t.done.saved)
        onClose()
      }}
    >
      {() => (
        <>
          <Form.Item
            name="source"
            label={t.set.source}
            rules={zodRules(holidaySetting.shape.source)}
          >
            <Input maxLength={80} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="lines"
            label={t.set.days}
            extra={t.set.daysHint}
            rules={[{ validator: check }]}
          >
            <Input.TextArea rows={18} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
