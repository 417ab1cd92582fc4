import { sql } from 'kysely'

/** The closed study activities of a year, each in the month it was held; minutes are those of everybody who came. */
export const countedStudies = (year: number) => sql`
  select organization_id, 'study:' || kind as kind, to_char(held_on, 'YYYY-MM') as month,
    count(*)::bigint as count, sum(person_minutes)::bigint as minutes
  from study
  where status = 'closed' and held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
  group by organization_id, kind, to_char(held_on, 'YYYY-MM')`
