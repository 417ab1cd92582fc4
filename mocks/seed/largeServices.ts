import { sql } from 'kysely'
import { batches, idOf, type Sizes } from './largeParts.ts'

/**
 * Service records of 2025 and 2026 up to the demo's day, evenly over members, days and kinds; one in fifty
 * waits, one in a hundred was returned or withdrawn.
 */
export const served = ({ members }: Sizes, services: number) => {
  const member = sql`1 + (n - 1) % ${sql.lit(members)}`
  // 692 days, in steps that share no factor with them, so that every member's records spread.
  const day = sql`date '2025-01-01' + ((n::bigint * 389 + (n - 1) / ${sql.lit(members)} * 31) % 692)::int`
  return batches(services).map(
    (numbers) => sql`
      insert into service_record (id, organization_id, member_id, member_name, kind, served_on, visits, minutes, channel, item, beneficiary,
        is_volunteer, state, created_by, created_at, confirmed_by, confirmed_at, version)
      select ${idOf('service', sql`n`, sql`served_on`)}, m.organization_id, m.id, m.name,
        (array['extended-hours', 'assisted', 'outreach', 'reminder'])[1 + n % 4], served_on, 1 + (n % 19)::int,
        case when n % 3 = 0 then 30 + (n % 8)::int * 15 end, (array['counter', 'phone', 'online', 'on-site'])[1 + (n / 4) % 4], '事项' || n % 40,
        case when n % 5 < 2 then 'enterprise' else 'people' end, n % 6 = 0, state, ${idOf('account', sql`1`)}, served_on + time '18:00',
        case when state = 'confirmed' then ${idOf('account', sql`1`)} end, case when state = 'confirmed' then served_on + time '20:00' end, 2
      from (
        select n, ${idOf('member', member)} as who, ${day} as served_on,
          case when n % 50 = 0 then 'logged' when n % 100 = 7 then 'returned' when n % 100 = 13 then 'withdrawn' else 'confirmed' end as state
        from ${numbers}
      ) made
      join member m on m.id = made.who`,
  )
}
