import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { addYears, isDay } from '#domain/dates.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { newTerm, termExtension, type Term } from '#domain/organizations.ts'
import { termYears } from '#domain/rules/structure.ts'
import { termEnd } from '#domain/rules/terms.ts'
import { isApiError } from '#lib/apiError.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import type { FormProps } from './ActionForm.tsx'
import { useDone } from './useDone.ts'

export interface Begun {
  startedOn: string
  years: number
}

/** A term from the day of election. */
export function StartTermForm({ card, store, onClose }: FormProps) {
  const { organizations: t } = useText()
  const today = useToday()
  const start = useCall(organizationsContract.startTerm)
  const done = useDone(store)
  const most = termYears(card.kind, card.branchKind) ?? 3

  const send = async (body: Begun, key: string) => {
    const saved = await start.mutateAsync({ params: { id: card.id }, body, key })
    onClose()
    await done(saved, t.startTerm.done)
  }

  return (
    <CallDrawer<Begun>
      title={t.startTerm.title(card.name)}
      submitLabel={t.startTerm.submit}
      initial={{ startedOn: today, years: most }}
      onClose={onClose}
      onSend={send}
    >
      {() => <TermFields most={most} hint={t.startTerm.startedOnHint} />}
    </CallDrawer>
  )
}

/** First day and length of a term; its end is shown while one types. */
export function TermFields({ most, hint }: { most: number; hint: string | null }) {
  const { organizations: t, members } = useText()
  const today = useToday()
  return (
    <>
      <Form.Item
        name="startedOn"
        label={t.startTerm.startedOn}
        rules={zodRules(newTerm.shape.startedOn)}
        extra={hint}
      >
        <DateField max={today} />
      </Form.Item>
      <Form.Item name="years" label={t.startTerm.years} rules={zodRules(newTerm.shape.years)}>
        <Select
          options={Array.from({ length: most }, (_, index) => ({
            value: most - index,
            label: members.years(most - index),
          }))}
        />
      </Form.Item>
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

interface Extended {
  until: string
  documentNumber: string
}

/** A delay that the superior approved, with the document's number; at most a year. */
export function ExtendTermForm({ card, store, onClose, term }: FormProps & { term: Term }) {
  const { organizations: t } = useText()
  const extend = useCall(organizationsContract.extendTerm)
  const done = useDone(store)
  const [version, setVersion] = useState(term.version)
  const latest = addYears(term.endsOn, 1)

  const send = async (body: Extended, key: string) => {
    const saved = await extend.mutateAsync({ params: { id: term.id }, body, version, key })
    onClose()
    await done(saved, t.extendTerm.done)
  }

  return (
    <CallDrawer<Extended>
      title={t.extendTerm.title(card.name)}
      submitLabel={t.extendTerm.submit}
      initial={{
        until: term.extendedTo ?? undefined,
        documentNumber: term.extensionDocument ?? undefined,
      }}
      onClose={onClose}
      onSend={send}
      onRefused={(error) => {
        if (!isApiError(error, 'version_conflict') || !error.detail) return false
        setVersion((error.detail as Term).version)
        return true
      }}
      error={version === term.version ? null : t.move.conflict}
    >
      {() => (
        <>
          <Form.Item
            name="until"
            label={t.extendTerm.until}
            rules={zodRules(termExtension.shape.until)}
            extra={t.extendTerm.untilHint(term.endsOn, latest)}
          >
            <DateField min={term.endsOn} max={latest} />
          </Form.Item>
          <Form.Item
            name="documentNumber"
            label={t.extendTerm.documentNumber}
            rules={zodRules(termExtension.shape.documentNumber)}
            extra={t.extendTerm.documentHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
