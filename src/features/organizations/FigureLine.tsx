import { Link } from 'react-router'
import { number } from '#lib/format.ts'
import { FailedLine, failedOf, type Asked } from '#parts/FailedLine.tsx'
import { Section } from '#ui/Page.tsx'

export interface Figure {
  key: string
  label: string
  /** undefined until it is known: its place is. */
  value: number | undefined
  /** How it is written where it is no plain number. */
  written?: string
  /** Opens exactly the rows that `value` counts; null where the reader may not list them. */
  to: string | null
  /** What the link says where the number alone would not. */
  spoken: (value: number) => string
}

interface FigureLineProps {
  title: string
  note: string
  figures: readonly Figure[]
  /** What was asked for: a failure stands in the place of the numbers, a refusal takes the whole section away. */
  queries: readonly Asked[]
}

/** A year's numbers of the organization and below; each but zero opens its rows. */
export function FigureLine({ title, note, figures, queries }: FigureLineProps) {
  if (queries.some(({ isError }) => isError))
    return failedOf(queries).length === 0 ? null : (
      <Section title={title}>
        <FailedLine queries={queries} />
      </Section>
    )
  // The note may hold a number too: it keeps its place, and is seen once it is true.
  const late = figures.some(({ value }) => value === undefined)
  return (
    <Section
      title={title}
      extra={
        <small className="og-note" data-late={late}>
          {note}
        </small>
      }
    >
      <dl className="og-counts">
        {figures.map(({ key, label, value, written, to, spoken }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              {value === undefined ? (
                '\u00a0'
              ) : value > 0 && to ? (
                <Link className="sc-link" to={to} aria-label={spoken(value)}>
                  {written ?? number(value)}
                </Link>
              ) : (
                (written ?? number(value))
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
