import { sql } from 'kysely'
import type { Received, Returned } from '#domain/contract.ts'
import type { servicesContract } from '#domain/services.contract.ts'
import type { Day } from '#domain/dates.ts'
import { starOf, toNextStar } from '#domain/services.rules.ts'
import { serviceKind } from '#domain/services.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import type { Door } from '#server/door.ts'

type Contract = typeof servicesContract
type Standing = Returned<Contract['standing']>

/**
 * Confirmed volunteer service with hours in a period, up to its end where none begins it: of every record, wherever the
 * member stood, for whoever may read the member today; of anybody else nothing.
 */
export async function volunteered(
  door: Door,
  memberId: string,
  from: Day | null,
  to: Day,
): Promise<Sum> {
  const { rows } = await sql<Sum>`
    select records, visits, minutes
    from volunteer_sums(${memberId}::uuid, coalesce(${from}::date, '-infinity'), ${to}::date)`.execute(
    door.db,
  )
  return rows[0] ?? sumOf([])
}

/** Where one member stands: hours, star, the year by kind. */
export async function standing(
  door: Door,
  { query }: Received<Contract['standing']>,
): Promise<Standing> {
  const { member, year } = query
  const ladder = await parameterOn(door.db, 'volunteer.starHours', door.today)
  const { minutes } = await volunteered(door, member, null, door.today)
  const { minutes: within } = await openTo(door, member)
  const { rows } = await sql<Cell>`
    select kind, state, is_volunteer as volunteer, count(*)::int as records, sum(visits)::int as visits,
      coalesce(sum(minutes), 0)::int as minutes
    from service_record
    where member_id = ${member} and served_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by kind, state, is_volunteer`.execute(door.db)
  const ofState = (...states: string[]) =>
    sumOf(rows.filter(({ state }) => states.includes(state))).records
  const confirmed = rows.filter(({ state }) => state === 'confirmed')
  return {
    memberId: member,
    year,
    volunteerMinutes: minutes,
    elsewhereMinutes: minutes - within,
    star: starOf(minutes, ladder),
    ladder,
    toNext: toNextStar(minutes, ladder),
    kinds: serviceKind.options
      .map((kind) => ({ kind, ...sumOf(confirmed.filter((one) => one.kind === kind)) }))
      .filter(({ records }) => records > 0),
    natures: [true, false]
      .map((volunteer) => ({
        volunteer,
        ...sumOf(confirmed.filter((one) => one.volunteer === volunteer)),
      }))
      .filter(({ records }) => records > 0),
    waiting: ofState('logged', 'appealed'),
    returned: ofState('returned'),
  }
}

/** The same as far as the list opens it: what row-level security gives. */
async function openTo(door: Door, memberId: string): Promise<{ minutes: number }> {
  const { rows } = await sql<{ minutes: number }>`
    select coalesce(sum(minutes), 0)::int as minutes from service_record
    where member_id = ${memberId} and ${countsForStars} and served_on <= ${door.today}::date`.execute(
    door.db,
  )
  return rows[0] ?? { minutes: 0 }
}

/** What makes stars and stands in certificates, of rows of `service_record`. */
export const countsForStars = sql<boolean>`state = 'confirmed' and is_volunteer and minutes is not null`

export interface Sum {
  records: number
  visits: number
  minutes: number
}
type Cell = Sum & { kind: string; state: string; volunteer: boolean }

const sumOf = (cells: readonly Sum[]): Sum => ({
  records: cells.reduce((sum, { records }) => sum + records, 0),
  visits: cells.reduce((sum, { visits }) => sum + visits, 0),
  minutes: cells.reduce((sum, one) => sum + one.minutes, 0),
})
