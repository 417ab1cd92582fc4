import { sql } from 'kysely'

/** The confirmed service records of a year: 人次 and minutes by kind, and how many records there are. */
export const countedServices = (year: number) => sql`
  select s.organization_id, c.kind, s.month, c.count, c.minutes
  from (
    select organization_id, kind, to_char(served_on, 'YYYY-MM') as month, count(*)::bigint as records,
      sum(visits)::bigint as visits, coalesce(sum(minutes), 0)::bigint as minutes
    from service_record
    where state = 'confirmed' and served_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by organization_id, kind, to_char(served_on, 'YYYY-MM')
  ) s
  cross join lateral (
    select 'service:' || s.kind as kind, s.visits as count, s.minutes
    union all select 'service-records:' || s.kind, s.records, 0::bigint
  ) c`
