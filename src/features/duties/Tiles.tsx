import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link, useSearchParams } from 'react-router'
import { dutyTally, type Duty, type DutySummary } from '#domain/duties.ts'
import { duties } from '#domain/rules/duties.ts'
import { percent } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { writeUrlState } from '#lib/urlState.ts'
import { dutiesState, type DutiesState } from './filter.ts'
import { summaryQuery } from './queries.ts'

/** The duties: how each is kept, and the switch between them. Their places are known before their numbers. */
export function Tiles({
  organization,
  year,
  chosen,
}: {
  organization: string
  year: number
  chosen: Duty
}) {
  const { duties: t } = useText()
  const [search] = useSearchParams()
  const summary = useQuery(summaryQuery(organization, year))
  const list = useRef<HTMLUListElement>(null)

  // On a phone the tiles are one row wider than the screen: the chosen one is in it.
  useEffect(() => {
    const tile = list.current?.querySelector<HTMLElement>('[data-chosen=true]')
    if (tile && list.current)
      list.current.scrollLeft = tile.offsetLeft - list.current.offsetLeft - tile.offsetWidth / 2
  }, [chosen])

  const to = (change: Partial<DutiesState>) => ({
    search: writeUrlState(dutiesState, search, {
      open: undefined,
      states: undefined,
      period: undefined,
      page: 1,
      ...change,
    }).toString(),
  })

  return (
    <nav aria-label={t.summary}>
      <p className="du-all">{summary.data ? <All summary={summary.data} /> : '\u00a0'}</p>
      <ul ref={list} className="du-tiles">
        {duties.map((duty) => {
          const line = summary.data?.duties.find((one) => one.duty === duty)
          const name = t.names[duty]
          return (
            <li key={duty} data-chosen={duty === chosen}>
              <Link
                className="du-tile"
                to={to({ duty })}
                aria-current={duty === chosen ? 'page' : undefined}
              >
                <span className="du-tile-name">{name}</span>
                <b>{line ? (line.rate === null ? '—' : percent(line.rate)) : '\u00a0'}</b>
                <span className="du-bar" aria-hidden="true">
                  <span style={{ width: percent(line?.rate ?? 0, 1) }} />
                </span>
                <small>
                  {line
                    ? line.organs === 0
                      ? t.noneHere
                      : line.past === 0
                        ? t.noPast
                        : t.rateOf(line.kept, line.past)
                    : '\u00a0'}
                </small>
              </Link>
              <span className="du-tile-more">
                {line && line.missing > 0 ? (
                  <Link
                    className="du-late"
                    to={to({ duty, states: 'missing' })}
                    aria-label={t.missingOf(name, line.missing)}
                  >
                    {t.missing(line.missing)}
                  </Link>
                ) : null}
                {line && line.dueNow > 0 ? (
                  <Link to={to({ duty, states: 'due' })} aria-label={t.dueOf(name, line.dueNow)}>
                    {t.dueNow(line.dueNow)}
                  </Link>
                ) : null}
              </span>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** The one rate of all duties, as the cockpit tells it. */
function All({ summary }: { summary: DutySummary }) {
  const { duties: t } = useText()
  const { past, kept } = dutyTally(summary)
  return past === 0 ? t.overallNone : t.overallAll(percent(kept / past), kept, past)
}
