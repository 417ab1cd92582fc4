import { Link } from 'react-router'
import type { Cockpit } from '#domain/cockpit.ts'
import { yearOf } from '#domain/dates.ts'
import { headline, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan, useToday } from '#lib/session.ts'
import { rowsOf } from './rows.ts'

/** In the article's order. */
export const chains = [
  'lead',
  'capability',
  'precision',
  'exemplar',
  'innovation',
  'integrity',
] as const
type Chain = (typeof chains)[number]

/** One count of a chain: what is counted, and where its rows are. */
interface ChainFigure {
  label: string
  value: number
  to: string
}

/** The six chains at a glance, each with what is counted of it in the year; a chain without records says so. */
export function SixChains({ data }: { data: Cockpit }) {
  const { cockpit: t, frame } = useText()
  const keep = useKeepScope()
  const isNow = data.year === yearOf(useToday())
  const sum = (isCounted: (kind: string) => boolean) =>
    data.cells
      .filter(({ kind, month }) => month.startsWith(`${data.year}-`) && isCounted(kind))
      .reduce((total, { count }) => total + count, 0)
  const figure = (label: string, value: number, to: string): ChainFigure => ({
    label,
    value,
    to: keep(to),
  })
  const counted: Record<Chain, ChainFigure[] | null> = {
    lead: [
      figure(isNow ? t.figures.members : t.figures.membersToday, data.members, rowsOf.members()),
    ],
    capability: [
      figure(
        t.figures.meetings,
        sum((kind) => kind === 'meetings'),
        rowsOf.meetings(),
      ),
      figure(
        t.figures.studies,
        sum((kind) => kind.startsWith('study:')),
        rowsOf.studies(),
      ),
    ],
    precision: null,
    exemplar: [
      figure(
        t.figures.honours,
        sum((kind) => kind.startsWith('honour:')),
        rowsOf.honours(),
      ),
      figure(
        t.figures.services,
        sum((kind) => kind.startsWith('service:')),
        rowsOf.services(),
      ),
    ],
    innovation: null,
    // Without the right its page shows one's own talks, which are not what is counted.
    integrity: useCan()('integrity.read')
      ? [
          figure(
            t.figures.educations,
            sum((kind) => kind === 'integrity:warning-education'),
            rowsOf.educations(),
          ),
        ]
      : [],
  }

  return (
    <section className="ck-chains" aria-label={t.sixChains}>
      {chains.map((chain) => (
        <div key={chain} style={{ borderColor: `var(--chain-${chain})` }}>
          <h2>{frame.chains[chain]}</h2>
          <Counted figures={counted[chain]} />
        </div>
      ))}
    </section>
  )
}

/** What is counted of a chain; null: it is not kept here. */
function Counted({ figures }: { figures: ChainFigure[] | null }) {
  const { cockpit: t } = useText()
  if (figures === null) return <p>{t.chainOff}</p>
  if (figures.length === 0) return <p>{t.chainNotYours}</p>
  if (figures.every(({ value }) => value === 0)) return <p>{t.chainEmpty}</p>
  return (
    <ul>
      {figures.map(({ label, value, to }) => (
        <li key={label}>
          <Link to={to}>
            {label} <b title={number(value)}>{headline(value)}</b>
          </Link>
        </li>
      ))}
    </ul>
  )
}
