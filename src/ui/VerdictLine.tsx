import { useId, useState, type ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import { Mark, type MarkName } from './Mark.tsx'
import type { Tone } from './Tags.tsx'
import './tags.css'

export type VerdictLevel = 'met' | 'warning' | 'unmet' | 'not-applicable'

const looks: Record<VerdictLevel, { mark: MarkName; tone: Tone }> = {
  met: { mark: 'check', tone: 'success' },
  warning: { mark: 'warn', tone: 'warning' },
  unmet: { mark: 'cross', tone: 'danger' },
  'not-applicable': { mark: 'dash', tone: 'neutral' },
}

interface VerdictLineProps {
  level: VerdictLevel
  /** The sentence. */
  children: ReactNode
  /** The rule behind it: its name and article, its wording, where it can be read. */
  article?: { title: string; text?: ReactNode; href?: string } | null
}

/** A mark, a sentence, and the article behind it, unfolded in place (so it also prints). */
export function VerdictLine({ level, children, article }: VerdictLineProps) {
  const t = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const look = looks[level]

  return (
    <div className={`sc-verdict sc-tone-${look.tone}`}>
      <span className="sc-verdict-mark">
        <Mark name={look.mark} label={t.ui.verdict[level]} />
      </span>
      <div className="sc-verdict-text">
        {children}{' '}
        {article ? (
          <button
            type="button"
            className="sc-link"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {t.ui.verdict.article}
            <span className="sc-sr">
              {t.ui.colon}
              {article.title}
            </span>{' '}
            <Mark name={open ? 'up' : 'down'} />
          </button>
        ) : null}
        {article ? (
          <div id={id} className="sc-verdict-article" hidden={!open}>
            <strong>
              {article.href ? <a href={article.href}>{article.title}</a> : article.title}
            </strong>
            {article.text}
          </div>
        ) : null}
      </div>
    </div>
  )
}
