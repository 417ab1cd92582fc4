import type { ReactNode } from 'react'
import { Mark, type MarkName } from './Mark.tsx'
import './tags.css'

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
