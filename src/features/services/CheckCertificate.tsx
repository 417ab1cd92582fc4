import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type SyntheticEvent } from 'react'
import { servicesContract } from '#domain/services.contract.ts'
import type { Returned } from '#domain/contract.ts'
import { inHours, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'

type Check = Returned<typeof servicesContract.verify>

/** Number and name together say what was certified; either alone says nothing. */
export function CheckCertificate() {
  const { services: t, common } = useText()
  const [typed, setTyped] = useState({ number: '', name: '' })
  const [asked, setAsked] = useState<typeof typed | null>(null)
  const [empty, setEmpty] = useState(false)
  const found = useQuery({
    ...queryOptionsOf(servicesContract.verify, { query: asked ?? typed }),
    enabled: asked !== null,
    retry: false,
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const ready = typed.number.trim() !== '' && typed.name.trim() !== ''
    setEmpty(!ready)
    if (ready) setAsked({ number: typed.number.trim(), name: typed.name.trim() })
  }
  const wrong = found.error ? (Object.values(found.error.fields)[0] ?? found.error.message) : null
  return (
    <Section title={t.stars.check}>
      <p className="sv-quiet">{t.stars.checkText}</p>
      <form className="sv-verify" onSubmit={submit} noValidate>
        <label className="sv-field">
          <span>{t.stars.number}</span>
          <input
            className="sc-input"
            maxLength={40}
            autoComplete="off"
            placeholder="FW2026-XXXX-XXXX-XXXX"
            value={typed.number}
            onChange={(event) => setTyped({ ...typed, number: event.target.value })}
          />
        </label>
        <label className="sv-field">
          <span>{t.stars.name}</span>
          <input
            className="sc-input"
            maxLength={50}
            autoComplete="off"
            value={typed.name}
            onChange={(event) => setTyped({ ...typed, name: event.target.value })}
          />
        </label>
        <Button htmlType="submit" loading={found.isFetching}>
          {t.stars.checkButton}
        </Button>
      </form>
      {(empty ? common.form.required : wrong) ? (
        <p className="sv-error" role="alert">
          {empty ? common.form.required : wrong}
        </p>
      ) : null}
      <div role="status">{!empty && found.data ? <Result check={found.data} /> : null}</div>
    </Section>
  )
}

function Result({ check }: { check: Check }) {
  const { services: t } = useText()
  const { certificate, minutesNow } = check
  if (!certificate)
    return (
      <VerdictLine level="unmet">
        {check.verdict === 'altered' ? t.stars.altered : t.stars.unknown}
      </VerdictLine>
    )
  return (
    <>
      <VerdictLine level="met">{t.stars.genuine}</VerdictLine>
      {minutesNow === null ? null : (
        <VerdictLine level="warning">{t.stars.changedSince(inHours(minutesNow))}</VerdictLine>
      )}
      <KeyValue
        items={[
          { label: t.stars.number, value: certificate.number },
          { label: t.stars.name, value: certificate.memberName },
          { label: t.columns.organization, value: certificate.organizationName },
          {
            label: t.when,
            value: t.stars.line(certificate.from, certificate.to, inHours(certificate.minutes)),
          },
          { label: t.columns.visits, value: number(certificate.visits) },
          { label: t.columns.state, value: t.by(certificate.issuedBy, certificate.issuedOn) },
        ]}
      />
    </>
  )
}
