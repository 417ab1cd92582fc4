import { sql } from 'kysely'
import type { Received } from '#domain/contract.ts'
import type { membersContract } from '#domain/members.contract.ts'
import type { MemberHit } from '#domain/members.ts'
import { normalName } from '#domain/rules/names.ts'
import { nameMatches } from '#server/db/search.ts'
import { inSubtree, pathOf, reached } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

/** What was typed, in the spelling names are kept in: every middle dot is one, and ü is typed as v. */
export const readSearch = (q: string | undefined): string | undefined =>
  q === undefined ? undefined : normalName(q).replace(/ü/gi, 'v')

/** People by part of the name, as the roster stood on a day: who had left by then is not offered. */
export async function search(
  door: Door,
  { query }: Received<(typeof membersContract)['search']>,
): Promise<MemberHit[]> {
  const on = query.on ?? door.today
  const q = readSearch(query.q)
  const within = query.organization
    ? inSubtree('o.path', await pathOf(door.db, query.organization))
    : sql`true`
  const beginning = sql`(m.name like ${`${literal(q ?? '')}%`} or m.name_pinyin like ${`${literal((q ?? '').toLowerCase())}%`})`
  const { rows } = await sql<MemberHit>`
    select m.id, m.name, s.stage, o.id as "organizationId", o.name as "organizationName"
    from member_state s
    join organization o on o.id = s.organization_id
    join member m on m.id = s.member_id
    where (${reached('o.path', door.scope)} or s.member_id = ${door.scope.self}) and ${within}
      and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on}) and s.standing <> 'left'
      and ${nameMatches('m', q) ?? sql`true`}
    order by ${beginning} desc, m.name_sort, m.id limit ${query.size}`.execute(door.db)
  return rows
}

const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
