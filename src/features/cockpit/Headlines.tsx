import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Cockpit } from '#domain/cockpit.ts'
import type { z } from 'zod'
import type { dutySummary } from '#domain/duties.ts'
import { headline, number, percent } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { compared, tally } from './figures.ts'
import { rowsOf } from './rows.ts'

interface HeadlinesProps {
  data: Cockpit
  summary: z.infer<typeof dutySummary>
}

/** At most six figures, each with its comparison and the way to its rows. */
export function Headlines({ data, summary }: HeadlinesProps) {
  const { cockpit: t } = useText()
  const keep = useKeepScope()
  const today = useToday()
  const duties = tally(summary)
  const meetings = compared(data, (kind) => kind === 'meetings', today)
  const services = compared(data, (kind) => kind.startsWith('service:'), today)
  const studies = compared(data, (kind) => kind.startsWith('study:'), today)
  const before = ({ before }: typeof meetings, say = number) =>
    before ? t.compared(before.from, before.to, say(before.value)) : t.noCompare

  return (
    <section className="ck-figures" aria-label={t.headlines}>
      <Figure
        label={t.figures.rate}
        value={duties.past === 0 ? '—' : percent(duties.kept / duties.past)}
        note={t.figures.rateText(duties.kept, duties.past)}
        to={keep(rowsOf.duties())}
      />
      <Figure
        label={t.figures.late}
        value={number(duties.missing)}
        note={t.figures.lateText(duties.dueNow)}
        to={keep(rowsOf.late())}
        late={duties.missing > 0}
      />
      <Figure
        label={t.figures.meetings}
        value={headline(meetings.value)}
        exact={number(meetings.value)}
        note={before(meetings)}
        to={keep(rowsOf.meetings())}
      />
      <Figure
        label={t.figures.services}
        value={headline(services.value)}
        exact={number(services.value)}
        note={before(services)}
        to={keep(rowsOf.services())}
      />
      <Figure
        label={t.figures.studies}
        value={number(studies.value)}
        note={before(studies)}
        to={keep(rowsOf.studies())}
      />
      <Figure
        label={t.figures.members}
        value={headline(data.members)}
        exact={number(data.members)}
        note={t.figures.membersText}
        to={keep(rowsOf.members())}
      />
    </section>
  )
}

interface FigureProps {
  label: string
  value: string
  /** In full, where the value is shortened. */
  exact?: string
  note: ReactNode
  to: string
  late?: boolean
}

function Figure({ label, value, exact, note, to, late = false }: FigureProps) {
  return (
    <Link className="ck-figure" to={to} data-late={late || undefined}>
      <span>{label}</span>
      <b title={exact}>{value}</b>
      <small>{note}</small>
    </Link>
  )
}
