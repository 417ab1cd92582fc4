import type { ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import { Mark, type MarkName } from './Mark.tsx'
import './tags.css'

export type Chain = 'lead' | 'capability' | 'precision' | 'exemplar' | 'innovation' | 'integrity'

/** The chain's dot and name; `quiet` for the dot with the name unseen but spoken. */
export function ChainTag({
  chain,
  quiet = false,
  children,
}: {
  chain: Chain
  quiet?: boolean
  children?: ReactNode
}) {
  const t = useText()
  const name = children ?? t.ui.chain[chain]
  return (
    <span className="sc-chain" style={{ '--sc-hue': `var(--chain-${chain})` }}>
      <span className="sc-chain-dot" aria-hidden="true" />
      <span className={quiet ? 'sc-sr' : undefined}>{name}</span>
    </span>
  )
}

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'honour'

/** The mark that says the tone without colour. */
export const toneMarks: Record<Tone, MarkName> = {
  neutral: 'ring',
  info: 'info',
  success: 'check',
  warning: 'warn',
  danger: 'cross',
  honour: 'star',
}

/** A state in words with its mark; the colour only repeats what both say. */
export function StatusTag({
  tone,
  mark,
  children,
}: {
  tone: Tone
  mark?: MarkName
  children: ReactNode
}) {
  return (
    <span className={`sc-tag sc-tone-${tone}`}>
      <Mark name={mark ?? toneMarks[tone]} />
      {children}
    </span>
  )
}

/** A plain label without a state. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="sc-tag sc-tag-plain">{children}</span>
}
