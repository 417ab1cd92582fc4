import { sql } from 'kysely'
import type { Received, Returned } from '#domain/contract.ts'
import type { servicesContract } from '#domain/services.contract.ts'
import { starOf, toNextStar } from '#domain/services.rules.ts'
import { serviceKind } from '#domain/services.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import type { Door } from '#server/door.ts'

type Contract = typeof servicesContract
type Standing = Returned<Contract['standing']>

/** Confirmed volunteer minutes of a member up to a day, as far as the actor may read. */
export async function volunteerMinutes(door: Door, memberId: string, until: string) {
  const { rows } = await sql<{ minutes: number }>`
    select coalesce(sum(minutes), 0)::int as minutes from service_record
    where member_id = ${memberId} and state = 'confirmed' and is_volunteer and served_on <= ${until}::date`.execute(
    door.db,
  )
  return rows[0]?.minutes ?? 0
}

/** Where one member stands: hours, star, the year by kind. */
export async function standing(
  door: Door,
  { query }: Received<Contract['standing']>,
): Promise<Standing> {
  const { member, year } = query
  const ladder = await parameterOn(door.db, 'volunteer.starHours', door.today)
  const minutes = await volunteerMinutes(door, member, door.today)
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

interface Sum {
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
