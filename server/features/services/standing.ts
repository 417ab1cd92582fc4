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
  const { rows } = await sql<Standing['kinds'][number] & { state: string }>`
    select kind, state, count(*)::int as records, sum(visits)::int as visits, coalesce(sum(minutes), 0)::int as minutes
    from service_record
    where member_id = ${member} and served_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by kind, state`.execute(door.db)
  const ofState = (...states: string[]) =>
    rows
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { records }) => sum + records, 0)
  return {
    memberId: member,
    year,
    volunteerMinutes: minutes,
    star: starOf(minutes, ladder),
    ladder,
    toNext: toNextStar(minutes, ladder),
    kinds: serviceKind.options.flatMap((kind) =>
      rows
        .filter((one) => one.kind === kind && one.state === 'confirmed')
        .map(({ records, visits, minutes: served }) => ({
          kind,
          records,
          visits,
          minutes: served,
        })),
    ),
    waiting: ofState('logged', 'appealed'),
    returned: ofState('returned'),
  }
}
