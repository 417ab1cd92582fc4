import type { ReactNode } from 'react'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import '#ui/print.css'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { useWindowTitle } from '#ui/useWindowTitle.ts'
import './certificate.css'

interface CertificatePaperProps {
  title: string
  number: string
  /** Where it was issued from, and the way back to it. */
  back: { to: string; name: string }
  bureauName: string
  issuedOn: string
  issuedBy: string
  /** How it is checked, at the foot. */
  check: string
  landscape?: boolean
  /** Why it no longer holds; printed across the top, since the paper may be all that somebody has. */
  spoiled?: string | null
  children: ReactNode
}

/** A certificate as it is printed, on A4. */
export function CertificatePaper(props: CertificatePaperProps) {
  const {
    title,
    number,
    back,
    bureauName,
    issuedOn,
    issuedBy,
    check,
    landscape,
    spoiled,
    children,
  } = props
  const { common } = useText()
  useWindowTitle(title)
  return (
    <div className="sc-print-page">
      <div className="sc-print-bar sc-no-print">
        <ButtonLink to={back.to}>{back.name}</ButtonLink>
        <Button kind="primary" onClick={() => window.print()}>
          {common.certificate.print}
        </Button>
      </div>
      <article
        className="sc-sheet pt-paper"
        data-landscape={landscape || undefined}
        aria-labelledby="page-title"
      >
        {spoiled ? <p className="pt-spoiled">{spoiled}</p> : null}
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        <p className="sc-sheet-subtitle">{number}</p>
        {children}
        <div className="pt-seal">
          <span>{bureauName}</span>
          <span>{dayInProse(issuedOn)}</span>
          <small>{common.certificate.by(issuedBy)}</small>
        </div>
        <footer>{check}</footer>
      </article>
    </div>
  )
}
