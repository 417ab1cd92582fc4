import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
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
import type { IntegrityState, View } from './state.ts'
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
      <Figures
        data={data}
        place={place}
        isAhead={isAhead}
        isOld={found.isPlaceholderData}
        to={keep}
      />
      <p className="in-quiet">{t.coverage.asOf(dayInProse(data.asOf))}</p>
      <DataTable
        id="integrity-coverage"
        label={t.coverage.table}
        columns={columnsOf(t, isAhead, ({ organizationId: scope }, query) =>
          paths.integrity({ scope, year, ...query }),
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
  place: Place
  /** Of a year that has not begun nobody is called unreached. */
  isAhead: boolean
  /** Still of the place or year before. */
  isOld: boolean
  to: (path: string) => string
}

function Figures({ data, place, isAhead, isOld, to }: FiguresProps) {
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
        <small>
          <Link to={to(paths.integrity({ view: 'educations' }))}>
            {c.attendances(number(data.educated))}
          </Link>
        </small>
        <Rate place={place} to={to} />
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
        {!data.exact || isAhead ? null : isOld ? (
          // Whether it may be asked there is not known yet.
          <small>{none}</small>
        ) : (
          <Officers place={place} to={to} />
        )}
      </li>
      <li>
        <span>{c.responsibilities}</span>
        <b>
          <Link
            to={to(paths.integrity({ view: 'responsibilities', state: 'done' }))}
            aria-label={c.open(c.done(number(data.responsibilities.done)))}
          >
            {c.done(number(data.responsibilities.done))}
          </Link>
        </b>
        <small>
          <Link
            to={to(paths.integrity({ view: 'responsibilities' }))}
            aria-label={c.open(c.responsibilities)}
          >
            {c.ofAll(number(data.responsibilities.total))}
          </Link>
          {data.responsibilities.overdue > 0 ? (
            <>
              {' · '}
              <Link
                className="in-late"
                to={to(paths.integrity({ view: 'responsibilities', state: 'overdue' }))}
              >
                {c.overdue(number(data.responsibilities.overdue))}
              </Link>
            </>
          ) : null}
        </small>
      </li>
    </ul>
  )
}

/** 整改率 of the follow-ups that were due in the year by today; asked by itself, for the cockpit needs none. */
function Rate({ place, to }: Pick<FiguresProps, 'place' | 'to'>) {
  const { integrity: t } = useText()
  const c = t.coverage
  const { data, isError } = useQuery({
    ...queryOptionsOf(integrityContract.followUpRate, { query: place }),
    placeholderData: keepPreviousData,
  })
  if (!data) return <small>{isError ? c.rateFailed : '\u00a0'}</small>
  if (data.due === 0) return <small>{c.noneDue}</small>
  const open = (followUp?: 'done') =>
    to(paths.integrity({ view: 'measures', ofYear: 'true', followUp }))
  return (
    <small>
      {c.rate(percent(data.done / data.due))}
      {' · '}
      <Link to={open('done')}>{c.mended(number(data.done))}</Link>
      {' / '}
      <Link to={open()}>{c.due(number(data.due))}</Link>
    </small>
  )
}

/** 谈话覆盖率 of those in posts, to who may open the talks; asked by itself, for nobody else may. */
function Officers({ place, to }: Pick<FiguresProps, 'place' | 'to'>) {
  const { integrity: t } = useText()
  const c = t.coverage
  const { data, isError } = useQuery(queryOptionsOf(talksContract.coverage, { query: place }))
  if (!data) return <small>{isError ? c.officersFailed : '\u00a0'}</small>
  if (data.officers === 0) return <small>{c.noOfficers}</small>
  return (
    <small>
      {c.officersRate(percent(data.talked / data.officers))}
      {' · '}
      <Link to={to(paths.integrity({ view: 'talks', officers: 'true', kind: 'integrity-talk' }))}>
        {c.officersTalked(number(data.officers), number(data.talked))}
      </Link>
    </small>
  )
}

const share = ({ roster, reached }: CoverageRow, isAhead: boolean): string =>
  roster === 0 || isAhead ? '—' : percent(reached / roster)

/** A number that opens what it counts; there is nothing behind none. */
const counted = (count: number, to: string): ReactNode =>
  count === 0 ? '0' : <Link to={to}>{number(count)}</Link>

const columnsOf = (
  t: Text['integrity'],
  isAhead: boolean,
  to: (row: CoverageRow, query: { view: View; reached?: 'true' }) => string,
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
      render: (row) => (
        <>
          {counted(row.reached, to(row, { view: 'people', reached: 'true' }))}
          {' / '}
          {counted(row.roster, to(row, { view: 'people' }))}
        </>
      ),
      text: ({ reached, roster }) => `${number(reached)} / ${number(roster)}`,
    },
    {
      key: 'educations',
      title: c.educations,
      width: 7,
      align: 'end',
      render: (row) => counted(row.educations, to(row, { view: 'educations' })),
    },
    {
      key: 'educated',
      title: c.educated,
      width: 6,
      align: 'end',
      render: (row) => counted(row.educated, to(row, { view: 'educations' })),
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
