import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { Coverage, CoverageRow } from '#domain/coverage.ts'
import { dayInProse, number, percent } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { Failed } from '#parts/Failed.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import type { Column } from '#ui/table/columns.ts'
import { SkeletonBlock, SkeletonFigures } from '#ui/Skeleton.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import { articleOf } from '#parts/articleOf.ts'
import { queries, type Place } from './queries.ts'
import type { IntegrityState } from './state.ts'
import { verdictWords } from './words.ts'

/** The few figures of a scope, each a way to its rows, and the same for what stands below. */
export function CoverageView({ place, state }: { place: Place; state: IntegrityState }) {
  const { integrity: t } = useText()
  const { year } = place
  const { isAhead } = useScope()
  const keep = useKeepScope()
  const found = useQuery({
    ...queryOptionsOf(integrityContract.coverage, { query: queries.coverage(state, place) }),
    placeholderData: keepPreviousData,
  })
  const { data } = found
  if (!data)
    return found.isError ? (
      <Failed query={found} />
    ) : (
      // The verdict takes a line or two: what stands around it comes with it.
      <>
        <SkeletonFigures count={4} />
        <SkeletonBlock height={24} />
      </>
    )
  return (
    <>
      <Figures data={data} isAhead={isAhead} to={keep} />
      <p className="in-quiet">{t.coverage.asOf(dayInProse(data.asOf))}</p>
      <DataTable
        id="integrity-coverage"
        label={t.coverage.table}
        columns={columnsOf(t, isAhead, (row) =>
          paths.integrity({ scope: row.organizationId, year, view: 'educations' }),
        )}
        rows={data.rows}
        rowKey={({ organizationId }) => organizationId}
        total={data.rows.length}
        state={{ page: 1, size: Math.max(20, data.rows.length) }}
        onState={() => undefined}
        rowPath={({ organizationId }) => paths.integrity({ scope: organizationId, year })}
        busy={found.isFetching}
        empty={{ title: t.coverage.nothingBelow }}
      />
    </>
  )
}

interface FiguresProps {
  data: Coverage
  /** Of a year that has not begun nobody is called unreached. */
  isAhead: boolean
  to: (path: string) => string
}

function Figures({ data, isAhead, to }: FiguresProps) {
  const { integrity: t } = useText()
  const c = t.coverage
  const none = '\u00a0'
  const exactKinds = data.talksByKind
  const byKind = exactKinds
    ? c.byKind(number(exactKinds['integrity-talk']), number(exactKinds['reminder-talk']))
    : null
  return (
    <ul className="in-figures">
      <li>
        <span>{c.reached}</span>
        <b>{share(data, isAhead)}</b>
        <small>
          <Link
            to={to(paths.integrity({ view: 'people', reached: 'true' }))}
            aria-label={c.open(`${c.reached} ${number(data.reached)}`)}
          >
            {c.ofRoster(number(data.reached), number(data.roster))}
          </Link>
          {data.reached < data.roster && !isAhead ? (
            <>
              {' · '}
              <Link to={to(paths.integrity({ view: 'people', reached: 'false' }))}>
                {c.unreached(number(data.roster - data.reached))}
              </Link>
            </>
          ) : null}
        </small>
        {isAhead ? (
          <small>{c.notBegun}</small>
        ) : (
          <VerdictLine level={data.verdict.status} article={articleOf(data.verdict.article)}>
            {verdictWords(t, data.verdict)}
          </VerdictLine>
        )}
      </li>
      <li>
        <span>{c.educations}</span>
        <b>
          <Link
            to={to(paths.integrity({ view: 'educations' }))}
            aria-label={c.open(`${c.educations} ${c.times(number(data.educations))}`)}
          >
            {c.times(number(data.educations))}
          </Link>
        </b>
        <small>{c.attendances(number(data.educated))}</small>
      </li>
      <li>
        <span>{c.talks}</span>
        <b>
          {data.talks === null ? (
            <span className="in-few">{c.few}</span>
          ) : data.exact ? (
            <Link
              to={to(paths.integrity({ view: 'talks' }))}
              aria-label={c.open(`${c.talks} ${c.talksOf(number(data.talks))}`)}
            >
              {c.talksOf(number(data.talks))}
            </Link>
          ) : (
            c.talksOf(number(data.talks))
          )}
        </b>
        <small>{data.talks === null ? c.fewText : (byKind ?? none)}</small>
      </li>
      <li>
        <span>{c.responsibilities}</span>
        <b>
          <Link
            to={to(paths.integrity({ view: 'responsibilities' }))}
            aria-label={c.open(c.responsibilities)}
          >
            {c.done(number(data.responsibilities.done), number(data.responsibilities.total))}
          </Link>
        </b>
        <small>
          {data.responsibilities.overdue > 0 ? (
            <Link
              className="in-late"
              to={to(paths.integrity({ view: 'responsibilities', state: 'overdue' }))}
            >
              {c.overdue(number(data.responsibilities.overdue))}
            </Link>
          ) : (
            none
          )}
        </small>
      </li>
    </ul>
  )
}

const share = ({ roster, reached }: CoverageRow, isAhead: boolean): string =>
  roster === 0 || isAhead ? '—' : percent(reached / roster)

const columnsOf = (
  t: Text['integrity'],
  isAhead: boolean,
  toEducations: (row: CoverageRow) => string,
): Column<CoverageRow>[] => {
  const c = t.coverage.columns
  return [
    { key: 'name', title: c.name, render: ({ name }) => name },
    {
      key: 'coverage',
      title: c.coverage,
      width: 6,
      align: 'end',
      render: (row) => share(row, isAhead),
    },
    {
      key: 'members',
      title: c.members,
      width: 9,
      align: 'end',
      render: ({ reached, roster }) => `${number(reached)} / ${number(roster)}`,
    },
    {
      key: 'educations',
      title: c.educations,
      width: 7,
      align: 'end',
      render: (row) =>
        row.educations === 0 ? '0' : <Link to={toEducations(row)}>{number(row.educations)}</Link>,
    },
    {
      key: 'educated',
      title: c.educated,
      width: 6,
      align: 'end',
      render: ({ educated }) => number(educated),
    },
    {
      key: 'talks',
      title: c.talks,
      width: 7,
      align: 'end',
      render: ({ talks }) =>
        talks === null ? (
          <span className="in-few" title={t.coverage.fewText}>
            {t.coverage.few}
          </span>
        ) : (
          number(talks)
        ),
    },
  ]
}
