import { sql, type RawBuilder } from 'kysely'

const ofYear = (year: number) =>
  sql`withdrawn_at is null and held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`

const inMonths = (table: RawBuilder<unknown>, year: number, kinds: RawBuilder<unknown>) => sql`
  select m.organization_id, c.kind, to_char(m.held_on, 'YYYY-MM') as month, sum(c.count)::bigint as count, 0::bigint as minutes
  from ${table} m cross join lateral (${kinds}) c
  where ${ofYear(year)}
  group by m.organization_id, c.kind, to_char(m.held_on, 'YYYY-MM')
  having sum(c.count) <> 0`

/** 警示教育 of a year that stand: how often, and how many attended. */
export const countedEducations = (year: number) =>
  inMonths(
    sql`warning_education`,
    year,
    sql`select 'integrity:warning-education' as kind, 1 as count union all select 'integrity:educated', m.present`,
  )

/** Talks of a year that stand, together and by kind. */
export const countedTalks = (year: number) =>
  inMonths(
    sql`talk`,
    year,
    sql`select 'integrity:talk' as kind, 1 as count union all select 'integrity:talk:' || m.kind, 1`,
  )
