import { sql } from 'kysely'
import { isYearly, duties } from '#domain/rules/duties.ts'

/**
 * What the counts are counted from, as SQL over `meeting`: the one definition that audit and rebuild
 * share. The features write the same as changes (`addCounts`, `recordHeld`).
 */

/** The kinds that come from meetings; others are none of the audit's business. */
export const ofMeetings = sql<boolean>`(kind like 'meeting:%' or kind in ('attendance:expected', 'attendance:present'))`

/** organization_id, kind, month, count, minutes of every signed meeting's own organization. */
export const countedMeetings = sql`
  select m.organization_id, c.kind, to_char(m.held_on, 'YYYY-MM') as month, sum(c.count)::bigint as count, 0::bigint as minutes
  from meeting m
  cross join lateral (
    select 'meeting:' || type as kind, 1 as count from unnest(m.types) as type
    union all select 'attendance:expected', m.expected
    union all select 'attendance:present', m.present
  ) c
  where m.status in ('signed', 'archived') and c.count <> 0
  group by m.organization_id, c.kind, to_char(m.held_on, 'YYYY-MM')`

const yearly = duties.filter(isYearly)

/** Rows of `held` without the masks: `bookedTo` of domain/rules/duties, in SQL. */
export const heldMeetings = sql`
  select b.year, b.organization_id, b.duty,
    array_agg(b.held order by b.cell) as held, array_agg(b.late order by b.cell) as late, array_agg(b.awaiting order by b.cell) as awaiting
  from (
    select k.year, k.organization_id, k.duty, n.cell,
      coalesce(sum(k.held) filter (where k.cell = n.cell), 0)::int as held,
      coalesce(sum(k.late) filter (where k.cell = n.cell), 0)::int as late,
      coalesce(sum(k.awaiting) filter (where k.cell = n.cell), 0)::int as awaiting
    from (
      select y.year, m.organization_id, y.duty,
        case when y.yearly then 1 else extract(month from m.held_on)::int end as cell,
        (m.status in ('signed', 'archived'))::int as held,
        (m.status in ('signed', 'archived') and m.entered_late)::int as late,
        (m.status in ('draft', 'submitted'))::int as awaiting
      from meeting m
      cross join lateral (
        select t.duty, t.duty = any (${[...yearly]}::text[]) as yearly,
          case when t.duty = any (${[...yearly]}::text[]) then coalesce(m.assessment_year, extract(year from m.held_on)::int)
            else extract(year from m.held_on)::int end as year
        from (select distinct duty from unnest(m.types) as duty) t
      ) y
      where not y.yearly or m.held_on between make_date(y.year, 1, 1) and make_date(y.year + 1, 3, 31)
    ) k
    cross join generate_series(1, 12) as n (cell)
    group by k.year, k.organization_id, k.duty, n.cell
  ) b
  group by b.year, b.organization_id, b.duty`
