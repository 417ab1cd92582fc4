import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { addYears, firstDay, monthOf } from '#domain/dates.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { studyKind, type StudyKind } from '#domain/studies.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { writeUrlState } from '#lib/urlState.ts'
import { countedOf, listState, type ListState } from './listState.ts'
import { hoursOf } from './words.ts'

interface FiguresProps {
  organizationId: string
  year: number
  state: ListState
}

/** How many of each kind the list has that are closed, with those of the year before; each opens the very rows. */
export function Figures({ organizationId, year, state }: FiguresProps) {
  const { studies: t } = useText()
  const [search] = useSearchParams()
  const counted = countedOf(state, { organizationId, year })
  const { month } = counted
  const earlier = {
    ...counted,
    ...(month ? { month: monthOf(addYears(firstDay(month), -1)) } : { year: year - 1 }),
  }
  // Neither keeps the numbers of the filter before: the links are of this one.
  const now = useQuery(queryOptionsOf(studiesContract.counts, { query: counted }))
  // Of every year there is none before.
  const hasBefore = !state.any || month !== undefined
  const before = useQuery({
    ...queryOptionsOf(studiesContract.counts, { query: earlier }),
    enabled: hasBefore,
  })
  const to = (kind: StudyKind) => ({
    search: writeUrlState(listState, search, {
      kinds: [kind],
      statuses: ['closed'],
      due: undefined,
      open: undefined,
    }).toString(),
  })
  return (
    <nav aria-label={t.listFigures}>
      <ul className="st-figures">
        {studyKind.options.map((kind) => {
          const one = totalOf(now.data?.cells, kind)
          const chosen = state.kinds?.[0] === kind && state.statuses?.[0] === 'closed' && !state.due
          return (
            <li key={kind}>
              <Link
                to={to(kind)}
                aria-current={chosen ? 'page' : undefined}
                aria-label={one ? t.figureOf(t.kinds[kind], one.count) : t.kinds[kind]}
              >
                <span>{t.kinds[kind]}</span>
                <b>{one ? t.times(number(one.count)) : '\u00a0'}</b>
                {/* Whole or not at all: the second half would move the first. */}
                <small>
                  {one && !before.isLoading
                    ? [
                        t.studied(hoursOf(one.minutes)),
                        ...(hasBefore && before.data
                          ? [t.lastYear(totalOf(before.data.cells, kind)?.count ?? 0)]
                          : []),
                      ].join(' · ')
                    : '\u00a0'}
                </small>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

interface Cell {
  kind: StudyKind
  count: number
  minutes: number
}

const totalOf = (cells: readonly Cell[] | undefined, kind: StudyKind) =>
  cells
    ?.filter((cell) => cell.kind === kind)
    .reduce(
      (sum, { count, minutes }) => ({ count: sum.count + count, minutes: sum.minutes + minutes }),
      { count: 0, minutes: 0 },
    )
