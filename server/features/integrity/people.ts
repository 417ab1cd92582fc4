import { sql, type RawBuilder } from 'kysely'
import type { CoveredFilter, CoveredPerson } from '#domain/coverage.ts'
import { pageOf } from '#server/db/page.ts'
import { inSubtree, pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { onRoster } from './roster.ts'

/**
 * The people behind `roster` and `reached` of the coverage, in the order of the official list or by name;
 * reached wherever it was held, as `recount.ts` counts it.
 */
export async function peopleOf(door: Door, filter: CoveredFilter) {
  const { organization, year, reached, q, sort } = filter
  const path = await pathOf(door, organization)
  const last = `${year}-12-31`
  const asOf = last < door.today ? last : door.today
  const isReached = sql`r.member_id is not null`
  const there = sql`${inSubtree('o.path', path)} and ${onRoster(asOf)}`
  const ids = sql`array(
    select s.member_id from member_state s join organization o on o.id = s.organization_id where ${there}
  )`
  const where: (RawBuilder<unknown> | false)[] = [
    there,
    reached !== undefined && (reached ? isReached : sql`not ${isReached}`),
    !!q && sql`strpos(m.name, ${q}) > 0`,
  ]
  const listing = {
    columns: sql<CoveredPerson>`s.member_id as "memberId", m.name, o.name as "organizationName", ${isReached} as reached`,
    from: sql`member_state s join organization o on o.id = s.organization_id
      join roster_names(${ids}) m on m.id = s.member_id
      left join reached_members(${ids}, ${`${year}-01-01`}::date, ${last}::date) r (member_id) on r.member_id = s.member_id`,
    where: where.filter((one) => one !== false),
    order: orders[sort],
  }
  return pageOf(door.db, listing, filter)
}

const orders: Record<CoveredFilter['sort'], RawBuilder<unknown>> = {
  name: sql`m.name_sort, s.member_id`,
  '-name': sql`m.name_sort desc, s.member_id desc`,
  organization: sql`o.rank, o.path, m.name_sort, s.member_id`,
  '-organization': sql`o.rank desc, o.path desc, m.name_sort, s.member_id`,
}
