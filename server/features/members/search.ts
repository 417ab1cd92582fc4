import { sql } from 'kysely'
import type { Received } from '#domain/contract.ts'
import type { Day } from '#domain/dates.ts'
import type { membersContract } from '#domain/members.contract.ts'
import type { MemberHit } from '#domain/members.ts'
import { normalName } from '#domain/rules/names.ts'
import { nameMatches } from '#server/db/search.ts'
import { onRoster } from '#server/db/standings.ts'
import type { Door } from '#server/door.ts'
import { atPlaces, placesOf, type Condition, type Places } from './places.ts'

/** What was typed, in the spelling names are kept in: every middle dot is one, and ü is typed as v. */
export const readSearch = (q: string | undefined): string | undefined =>
  q === undefined ? undefined : normalName(q).replace(/ü/gi, 'v')

/**
 * People by part of the name, as the roster stood on a day: who had left by then is not offered, and
 * who has moved out of the actor's reach since is, by name alone.
 */
export async function search(
  door: Door,
  { query }: Received<(typeof membersContract)['search']>,
): Promise<MemberHit[]> {
  const on = query.on ?? door.today
  const q = readSearch(query.q) ?? ''
  const places = await placesOf(door, query.organization)
  const matched = nameMatches('m', q) ?? sql`true`
  const first =
    q === ''
      ? sql``
      : sql`(starts_with(p.name, ${q}) or starts_with(${spelled('p')}, ${lettersOf(q)})) desc,`
  const people = on === door.today ? listedToday(places, matched) : listedOn(places, matched, on, q)
  const { rows } = await sql<MemberHit>`
    with ${people}
    select p.id, p.name, p.stage, o.id as "organizationId", o.name as "organizationName"
    from people p join organization o on o.id = p.organization_id
    order by ${first} p.name_sort, p.id
    limit ${query.size}`.execute(door.db)
  return rows
}

/** Today's roster is in the records themselves, where the index of places holds the names. */
const listedToday = (places: Places, matched: Condition) => sql`
  people as (
    select m.id, m.name, m.name_sort, m.organization_id, m.stage from member m
    where m.id = any (array(select m.id from member m where ${atPlaces(places, 'm.organization_id', 'm.id')} and ${matched}))
      and ${onRoster('m.standing')})`

const listedOn = (places: Places, matched: Condition, on: Day, q: string) => sql`
  roster as materialized (
    select s.member_id as id, s.organization_id, s.stage from member_state s
    where ${atPlaces(places, 's.organization_id', 's.member_id')} and ${onRoster('s.standing')}
      and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})),
  visible as materialized (
    select m.id, m.name, m.name_sort, ${matched} as matched from member m where m.id = any (array(select id from roster))),
  names as (
    select id, name, name_sort from visible where matched
    union all
    select n.id, n.name, n.name_sort from roster_names(array(select id from roster except select id from visible)) n
    where strpos(n.name, ${q}) > 0 or strpos(${spelled('n')}, ${lettersOf(q)}) > 0),
  people as (select n.*, r.organization_id, r.stage from names n join roster r on r.id = n.id)`

const lettersOf = (q: string): string => q.toLowerCase().replace(/[' ]/g, '')

/** Pinyin without tones, then the name: what the sorting key holds. */
const spelled = (table: string): Condition =>
  sql`regexp_replace(${sql.ref(`${table}.name_sort`)}, '[0-9 ]', '', 'g')`
