import { sql } from 'kysely'
import type { Received } from '#domain/contract.ts'
import type { membersContract } from '#domain/members.contract.ts'
import type { MemberHit } from '#domain/members.ts'
import { normalName } from '#domain/rules/names.ts'
import { nameMatches } from '#server/db/search.ts'
import type { Door } from '#server/door.ts'
import { atPlaces, placesOf } from './places.ts'

/** What was typed, in the spelling names are kept in: every middle dot is one, and ü is typed as v. */
export const readSearch = (q: string | undefined): string | undefined =>
  q === undefined ? undefined : normalName(q).replace(/ü/gi, 'v')

/** Letters are compared with pinyin and initials. */
export const isLatin = (q: string | undefined): boolean => /^[a-z' ]+$/i.test(q ?? '')

/** People by part of the name, as the roster stood on a day: who had left by then is not offered. */
export async function search(
  door: Door,
  { query }: Received<(typeof membersContract)['search']>,
): Promise<MemberHit[]> {
  const on = query.on ?? door.today
  const q = readSearch(query.q)
  const places = await placesOf(door, query.organization)
  const matched = nameMatches('m', q) ?? sql`true`
  // Today's roster is in the records themselves, where the index of places holds the names.
  const roster =
    on === door.today
      ? sql`select m.id, m.organization_id, m.stage from member m
          where m.id = any (array(select m.id from member m where ${atPlaces(places, 'm.organization_id', 'm.id')} and ${matched})) and m.standing <> 'left'`
      : sql`select s.member_id as id, s.organization_id, s.stage from member_state s
          where ${atPlaces(places, 's.organization_id', 's.member_id')} and s.standing <> 'left'
            and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})`
  const begins = sql`(starts_with(m.name, ${q ?? ''}) or starts_with(m.name_pinyin, ${(q ?? '').toLowerCase().replace(/[' ]/g, '')}))`
  const { rows } = await sql<MemberHit>`
    select m.id, m.name, s.stage, o.id as "organizationId", o.name as "organizationName"
    from (${roster}) s join member m on m.id = s.id join organization o on o.id = s.organization_id
    where ${matched} order by ${begins} desc, m.name_sort, m.id limit ${query.size}`.execute(
    door.db,
  )
  return rows
}
