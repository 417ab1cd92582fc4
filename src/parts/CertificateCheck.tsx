import { useState, type ReactNode, type SyntheticEvent } from 'react'
import type { CertificatePrefix } from '#domain/certificates.ts'
import type { ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Page.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import './certificate.css'

export interface CertificateQuestion {
  number: string
  name: string
}

interface CertificateCheckProps {
  title: string
  prefix: CertificatePrefix
  onAsk: (question: CertificateQuestion) => void
  busy: boolean
  error: ApiError | null
  verdict: 'genuine' | 'unknown' | 'altered' | undefined
  /** What a genuine one says. */
  children: ReactNode
}

/** Number and name together say what was certified; either alone says nothing. */
export function CertificateCheck(props: CertificateCheckProps) {
  const { title, prefix, onAsk, busy, error, verdict, children } = props
  const { common } = useText()
  const t = common.certificate
  const [typed, setTyped] = useState({ number: '', name: '' })
  const [empty, setEmpty] = useState(false)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const [number, name] = [typed.number.trim(), typed.name.trim()]
    setEmpty(number === '' || name === '')
    if (number !== '' && name !== '') onAsk({ number, name })
  }
  const refused = error ? (Object.values(error.fields)[0] ?? error.message) : null
  const wrong = empty ? common.form.required : refused
  return (
    <Section title={title}>
      <p className="pt-quiet">{t.checkText}</p>
      <form className="pt-check" onSubmit={submit} noValidate>
        <label>
          <span>{t.number}</span>
          <input
            className="sc-input"
            maxLength={40}
            autoComplete="off"
            placeholder={`${prefix}2026-XXXX-XXXX-XXXX`}
            value={typed.number}
            onChange={(event) => setTyped({ ...typed, number: event.target.value })}
          />
        </label>
        <label>
          <span>{t.name}</span>
          <input
            className="sc-input"
            maxLength={60}
            autoComplete="off"
            value={typed.name}
            onChange={(event) => setTyped({ ...typed, name: event.target.value })}
          />
        </label>
        <Button type="submit" busy={busy}>
          {t.checkButton}
        </Button>
      </form>
      {wrong ? (
        <p className="pt-wrong" role="alert">
          {wrong}
        </p>
      ) : null}
      <div role="status">
        {empty || !verdict ? null : verdict === 'genuine' ? (
          <>
            <VerdictLine level="met">{t.genuine}</VerdictLine>
            {children}
          </>
        ) : (
          <VerdictLine level="unmet">{t[verdict]}</VerdictLine>
        )}
      </div>
    </Section>
  )
}
