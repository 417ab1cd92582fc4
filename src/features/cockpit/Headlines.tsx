import { Link } from 'react-router'
import type { Cockpit } from '#domain/cockpit.ts'
import { yearOf } from '#domain/dates.ts'
import { dutyTally, type DutySummary } from '#domain/duties.ts'
import { headline, number, percent } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { hoursOf, type Measure } from './charts/measure.ts'
import { compared } from './figures.ts'
import { rowsOf } from './rows.ts'

interface HeadlinesProps {
  data: Cockpit
  summary: DutySummary
  /** Of the year before (`yearBefore`); not there yet: its place stays. */
  before: DutySummary | undefined
}

/** At most six figures, each with its comparison and the way to its rows. */
export function Headlines({ data, summary, before }: HeadlinesProps) {
  const { cockpit: t } = useText()
  const keep = useKeepScope()
  const today = useToday()
  const isPast = data.year < yearOf(today)
  const isRunning = data.year === yearOf(today)
  const duties = dutyTally(summary)
  const last = before && dutyTally(before)
  const rate = ({ past, kept }: typeof duties) => (past === 0 ? '—' : percent(kept / past))
  const sum = (isCounted: (kind: string) => boolean, measure?: Measure) =>
    compared(data, isCounted, today, measure)
  const meetings = sum((kind) => kind === 'meetings')
  const services = sum((kind) => kind.startsWith('service:'))
  const isStudy = (kind: string) => kind.startsWith('study:')
  const studies = sum(isStudy)
  const hours = sum(isStudy, 'minutes')
  const say = ({ alike }: typeof meetings, amount = number) =>
    alike
      ? [
          // The whole of a year that is over stands above already.
          ...(isPast ? [] : [t.months(alike.from, alike.to, amount(alike.now))]),
          t.sameMonths(amount(alike.before), isPast),
        ]
      : [t.noCompare]
  const sayLast = (value: string | undefined) =>
    value === undefined ? '\u00a0' : t.yearBefore(value, !isRunning)

  return (
    <section className="ck-figures" aria-label={t.headlines}>
      <Figure
        label={t.figures.rate}
        value={rate(duties)}
        note={[t.figures.rateText(duties.kept, duties.past), sayLast(last && rate(last))]}
        to={keep(rowsOf.duties())}
      />
      <Figure
        label={t.figures.late}
        value={number(duties.missing)}
        note={[t.figures.lateText(duties.dueNow), sayLast(last && number(last.missing))]}
        to={keep(rowsOf.late())}
        late={duties.missing > 0}
      />
      <Figure
        label={t.figures.meetings}
        value={headline(meetings.value)}
        exact={number(meetings.value)}
        note={say(meetings)}
        to={keep(rowsOf.meetings())}
      />
      <Figure
        label={t.figures.services}
        value={headline(services.value)}
        exact={number(services.value)}
        note={say(services)}
        to={keep(rowsOf.services())}
      />
      <Figure
        label={t.figures.studies}
        value={number(studies.value)}
        note={say(studies)}
        to={keep(rowsOf.studies())}
      />
      <Figure
        label={t.figures.hours}
        value={headline(hoursOf(hours.value))}
        exact={number(hoursOf(hours.value))}
        note={say(hours, (minutes) => number(hoursOf(minutes)))}
        to={keep(rowsOf.studies())}
      />
    </section>
  )
}

interface FigureProps {
  label: string
  value: string
  /** In full, where the value is shortened. */
  exact?: string
  /** Lines. */
  note: readonly string[]
  to: string
  late?: boolean
}

function Figure({ label, value, exact, note, to, late = false }: FigureProps) {
  return (
    <Link className="ck-figure" to={to} data-late={late || undefined}>
      <span>{label}</span>
      <b title={exact}>{value}</b>
      {note.map((line) => (
        <small key={line}>{line}</small>
      ))}
    </Link>
  )
}
