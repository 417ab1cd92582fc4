import { sql, type RawBuilder } from 'kysely'
import type { Returned } from '#domain/contract.ts'
import type { servicesContract } from '#domain/services.contract.ts'
import { appealToldDays, type ServiceFilter } from '#domain/services.ts'
import { waitingStates } from '#domain/services.states.ts'
import { addDays, firstDay, lastDay } from '#domain/dates.ts'
import { keptNameMatches } from '#server/db/search.ts'
import { mayReach, visibleTo } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { mayDecide } from './appeals.ts'
import { withThemeDays, type Stored } from './themeDays.ts'
import { totalsOf } from './totals.ts'

/** A row of the list; `s` is the record, `o` its organization. */
export const rowColumns = (door: Door) => sql<Stored>`
  s.id, s.organization_id as "organizationId", o.name as "organizationName", s.member_id as "memberId", s.member_name as "memberName",
  s.kind, s.served_on as "servedOn", s.started_at as "from", s.ended_at as "to", s.visits, s.minutes, s.channel, s.item,
  s.beneficiary, s.is_volunteer as "isVolunteer", s.state, ${mayReach(door, 'services.confirm', 'o.path')} as "mayConfirm",
  ${mayDecide(door)} as "mayDecide", s.version`

export const rowSource = sql`service_record s join organization o on o.id = s.organization_id`

/** The records that the actor may see: of the subtree, and the actor's own wherever they were made. */
export const visible = (door: Door, within: string | undefined) =>
  visibleTo(door, 'o.path', within, (self) => sql`s.member_id = ${self}`)

/** Rows that the actor is to confirm or return: of others, within the office; appeals only where the actor decides them. */
const waitsFor = (door: Door): RawBuilder<boolean> =>
  sql<boolean>`(s.state <> 'confirmed' and s.state = any (${[...waitingStates]}::text[])
    and s.member_id is distinct from ${door.actor?.memberId ?? null}::uuid
    and ${mayReach(door, 'services.confirm', 'o.path')} and ${mayDecide(door)})`

/** The actor's own whose appeal was the last but one that happened, and its answer the last. */
const answeredTo = ({ actor, today }: Door): RawBuilder<boolean> =>
  sql<boolean>`(s.member_id is not distinct from ${actor?.memberId ?? null}::uuid and s.state in ('confirmed', 'returned')
    and coalesce(s.events -> -2 ->> 'action' = 'appealed', false)
    and ((s.events -> -1 ->> 'at')::timestamptz at time zone 'Asia/Shanghai')::date > ${addDays(today, -appealToldDays)}::date)`

export function conditions(door: Door, filter: ServiceFilter): RawBuilder<unknown>[] {
  const self = door.actor?.memberId ?? null
  const toConfirm = waitsFor(door)
  const { year, month, kinds, states, member, channels, beneficiary, volunteer, mine, q } = filter
  const wanted: (RawBuilder<unknown> | false)[] = [
    !!year && sql`s.served_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`,
    !!month && sql`s.served_on between ${firstDay(month)}::date and ${lastDay(month)}::date`,
    !!kinds && sql`s.kind = any (${kinds}::text[])`,
    !!states && sql`s.state = any (${states}::text[])`,
    !!member && sql`s.member_id = ${member}`,
    !!channels && sql`s.channel = any (${channels}::text[])`,
    !!beneficiary && sql`s.beneficiary = ${beneficiary}`,
    volunteer !== undefined && sql`s.is_volunteer = ${volunteer}`,
    mine === true && sql`s.member_id = ${self}::uuid`,
    mine === false && sql`s.member_id is distinct from ${self}::uuid`,
    filter.toConfirm === true && toConfirm,
    filter.toConfirm === false && sql`not ${toConfirm}`,
    filter.answered === true && answeredTo(door),
    filter.answered === false && sql`not ${answeredTo(door)}`,
    !!q &&
      sql`(strpos(lower(s.item), lower(${q})) > 0 or ${keptNameMatches(sql`s.member_name`, q, (people) => sql`s.member_id in ${people}`)})`,
  ]
  return wanted.filter((one) => one !== false)
}

// The index of an organization and of all: newest day first, within a day as they were entered.
const orders: Record<ServiceFilter['sort'], RawBuilder<unknown>> = {
  '-servedOn': sql`s.served_on desc, s.id`,
  servedOn: sql`s.served_on, s.id desc`,
}

export async function listServices(
  door: Door,
  filter: ServiceFilter,
): Promise<Returned<typeof servicesContract.list>> {
  const { page, size, sort } = filter
  const where = sql.join(
    [await visible(door, filter.organization), ...conditions(door, filter)],
    sql` and `,
  )
  const { rows } = await sql<Stored>`
    select ${rowColumns(door)} from ${rowSource} where ${where}
    order by ${orders[sort]} limit ${size} offset ${(page - 1) * size}`.execute(door.db)
  const { records, ...sum } = await totalsOf(door, filter, where)
  return { rows: await withThemeDays(door, rows), total: records, page, size, sum }
}
