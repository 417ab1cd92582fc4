import { sql } from 'kysely'
import type { CountSource } from './sources.ts'

/** Honours that were not revoked, each in the month of its decision, whether still valid or not. */
export const honourCounts: CountSource = {
  table: 'honour',
  day: 'decided_on',
  kinds: sql<boolean>`kind like 'honour:%'`,
  counted: (year) => sql`
    select organization_id, 'honour:' || class_code as kind, to_char(decided_on, 'YYYY-MM') as month,
      count(*)::bigint as count, 0::bigint as minutes
    from honour
    where revoked_on is null and decided_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by organization_id, class_code, to_char(decided_on, 'YYYY-MM')`,
}
