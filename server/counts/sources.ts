import { sql, type RawBuilder, type Transaction } from 'kysely'
import { duties, isYearly } from '#domain/rules/duties.ts'
import { countedServices } from './serviceSource.ts'
import type { Tables } from '#server/db/tables.ts'
import { countedStudies } from './studySource.ts'
import { honourCounts } from './honourCounts.ts'
import { countedEducations, countedTalks } from './integritySources.ts'

/**
 * What the counts are counted from, as SQL: the one definition that audit and rebuild share. The
 * features write the same as changes (`addCounts`, `recordHeld`).
 */
export interface CountSource {
  /** Locked while counts are rebuilt. */
  table: keyof Tables
  /** The business day by which a record is counted, a column of the table. */
  day: string
  /** Whether `kind` of a delta or rollup comes from here. */
  kinds: RawBuilder<boolean>
  /** organization_id, kind, month, count, minutes of a year, each record at its own organization. */
  counted: (year: number) => RawBuilder<unknown>
}

/** The signed meetings of a year. */
const countedMeetings = (year: number) => sql`
  select m.organization_id, c.kind, m.month, sum(c.count)::bigint as count, 0::bigint as minutes
  from (
    select organization_id, types, to_char(held_on, 'YYYY-MM') as month, count(*) as meetings, sum(expected) as expected, sum(present) as present
    from meeting
    where status in ('signed', 'archived') and held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by organization_id, types, to_char(held_on, 'YYYY-MM')
  ) m
  cross join lateral (
    select 'meeting:' || type as kind, m.meetings as count from unnest(m.types) as type
    union all select 'meetings', m.meetings
    union all select 'attendance:expected', m.expected
    union all select 'attendance:present', m.present
  ) c
  where c.count <> 0
  group by m.organization_id, c.kind, m.month`

/** What `recount` keeps of each organization. */
const countedOwn = (year: number) => sql`
  select c.organization_id, e.key as kind, ${`${year}-`} || lpad(n.month::text, 2, '0') as month, n.count::bigint as count, 0::bigint as minutes
  from own_count c cross join lateral jsonb_each(c.counts) e
    cross join lateral jsonb_array_elements_text(e.value) with ordinality as n (count, month)
  where c.starts_on = ${`${year}-01-01`}::date and n.count <> '0'`

/** Every source of counts; a counted noun adds its own. */
export const sources: readonly CountSource[] = [
  {
    table: 'meeting',
    day: 'held_on',
    kinds: sql<boolean>`(kind like 'meeting:%' or kind in ('meetings', 'attendance:expected', 'attendance:present'))`,
    counted: countedMeetings,
  },
  {
    table: 'study',
    day: 'held_on',
    kinds: sql<boolean>`kind like 'study:%'`,
    counted: countedStudies,
  },
  {
    table: 'service_record',
    day: 'served_on',
    kinds: sql<boolean>`(kind like 'service:%' or kind like 'service-records:%')`,
    counted: countedServices,
  },
  honourCounts,
  {
    table: 'warning_education',
    day: 'held_on',
    kinds: sql<boolean>`kind in ('integrity:warning-education', 'integrity:educated')`,
    counted: countedEducations,
  },
  {
    table: 'own_count',
    day: 'starts_on',
    kinds: sql<boolean>`(kind like 'duty:%' or kind like 'roster:%')`,
    counted: countedOwn,
  },
  {
    table: 'talk',
    day: 'held_on',
    kinds: sql<boolean>`kind like 'integrity:talk%'`,
    counted: countedTalks,
  },
]

/** Kinds that some source accounts for; others (of tests, of a newer program) are none of the audit's business. */
export const ofSources = sql<boolean>`(${sql.join(
  sources.map(({ kinds }) => kinds),
  sql` or `,
)})`

/** What all sources count in a year. */
export const countedAll = (year: number) =>
  sql`${sql.join(
    sources.map(({ counted }) => sql`(${counted(year)})`),
    sql` union all `,
  )}`

const yearly = sql`array[${sql.join(duties.filter(isYearly).map((duty) => sql.lit(duty)))}]`

/** Twelve numbers from one row per cell. */
const twelve = (column: string) =>
  sql`array[${sql.join(
    Array.from(
      { length: 12 },
      (_, index) =>
        sql`coalesce(sum(${sql.ref(column)}) filter (where cell = ${sql.lit(index + 1)}), 0)::int`,
    ),
  )}]`

/** Rows of `held` of a year without the masks: `bookedTo` of domain/rules/duties, in SQL. */
export const heldMeetings = (year: number) => sql`
  select year, organization_id, duty, ${twelve('held')} as held, ${twelve('late')} as late, ${twelve('awaiting')} as awaiting
  from (
    select k.year, k.organization_id, k.duty, case when k.yearly then 1 else k.month end as cell,
      count(*) filter (where k.counts) as held, count(*) filter (where k.counts and k.entered_late) as late,
      count(*) filter (where not k.counts) as awaiting
    from (
      select m.organization_id, t.duty, t.duty = any (${yearly}) as yearly, extract(month from m.held_on)::int as month,
        m.status in ('signed', 'archived') as counts, m.entered_late, m.held_on,
        case when t.duty = any (${yearly}) then coalesce(m.assessment_year, extract(year from m.held_on)::int)
          else extract(year from m.held_on)::int end as year
      from meeting m cross join lateral (select distinct duty from unnest(m.types) as duty) t
      where m.held_on between ${`${year}-01-01`}::date and ${`${year + 1}-03-31`}::date
    ) k
    where k.year = ${year}
    group by 1, 2, 3, 4
  ) b
  group by year, organization_id, duty`

/** The years that records or counts speak of: long work goes year by year, each within the limits of a statement. */
export async function yearsOf(db: Transaction<Tables>): Promise<number[]> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select min(year)::int as first, max(year)::int as last from (
      select extract(year from min(held_on)) - 1 as year from meeting
      union all ${sql.join(
        sources.map(
          ({ table, day }) => sql`
            select extract(year from min(${sql.ref(day)})) from ${sql.table(table)}
            union all select extract(year from max(${sql.ref(day)})) from ${sql.table(table)}`,
        ),
        sql` union all `,
      )}
      union all select left(min(month), 4)::int from rollup
      union all select left(max(month), 4)::int from rollup where month < 'Y'
      union all select left(min(month), 4)::int from delta
      union all select left(max(month), 4)::int from delta
      union all select min(year) from held
      union all select max(year) from held
    ) y`.execute(db)
  const { first, last } = rows[0] ?? { first: null, last: null }
  if (first === null || last === null) return []
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
