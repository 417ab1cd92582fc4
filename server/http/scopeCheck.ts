import { sql, type RawBuilder } from 'kysely'
import { problem } from '#domain/errors.ts'
import type { IdKind } from '#domain/ids.ts'
import { pathInScope, type Scope } from '#domain/permissions.ts'
import { ahead } from '#server/db/ahead.ts'
import { reached } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import type { FoundIds } from './ids.ts'
import type { Remembered } from './remembered.ts'

interface Located {
  id: string
  path: string | null
  own: boolean
}

const ofOrganization = (table: string, ids: string[]) =>
  sql`select x.id, o.path, false as own from ${sql.table(table)} x join organization o on o.id = x.organization_id where x.id = any(${ids}::uuid[])`

const ofMemberRecord = (table: string, memberColumn: string, ids: string[], self: string | null) =>
  sql`select x.id, o.path, coalesce(x.${sql.ref(memberColumn)} = ${self}::uuid, false) as own from ${sql.table(table)} x join organization o on o.id = x.organization_id where x.id = any(${ids}::uuid[])`

/** How each kind of id is placed in the tree; a kind without a line here cannot be used in an input. */
const locate: Record<IdKind, (ids: string[], self: string | null) => RawBuilder<unknown>> = {
  organization: (ids) =>
    sql`select id, path, false as own from organization where id = any(${ids}::uuid[])`,
  member: (ids, self) => ofMemberRecord('member', 'id', ids, self),
  meeting: (ids, self) =>
    sql`select x.id, o.path, exists (select 1 from attendance a where a.meeting_id = x.id and a.member_id = ${self}::uuid) as own from meeting x join organization o on o.id = x.organization_id where x.id = any(${ids}::uuid[])`,
  makeup: (ids, self) => ofMemberRecord('makeup', 'member_id', ids, self),
  announcement: (ids, self) =>
    sql`select x.id, o.path, is_called(x.organization_id, x.held_on, x.types, ${self}::uuid) as own from announcement x join organization o on o.id = x.organization_id where x.id = any(${ids}::uuid[])`,
  study: (ids, self) =>
    sql`select x.id, o.path, exists (select 1 from study_attendance a where a.study_id = x.id and a.member_id = ${self}::uuid) as own from study x join organization o on o.id = x.organization_id where x.id = any(${ids}::uuid[])`,
  service: (ids, self) => ofMemberRecord('service_record', 'member_id', ids, self),
  certificate: (ids, self) => ofMemberRecord('service_certificate', 'member_id', ids, self),
  term: (ids) => ofOrganization('term', ids),
  post: (ids) => ofOrganization('post', ids),
  exemption: (ids) => ofOrganization('exemption', ids),
  campaign: (ids) => ofOrganization('campaign', ids),
  nomination: (ids, self) => ofMemberRecord('nomination', 'member_id', ids, self),
  objection: (ids) => ofOrganization('objection', ids),
  honour: (ids, self) =>
    sql`select x.id, o.path, coalesce(x.member_id = ${self}::uuid or ${self}::uuid = any(x.crew), false) as own from honour x join organization o on o.id = x.organization_id where x.id = any(${ids}::uuid[])`,
  education: (ids) => ofOrganization('warning_education', ids),
  // At who is to do it: the branch answers for what its committee asked.
  'education-follow-up': (ids) =>
    sql`select x.id, o.path, false as own from education_follow_up x join organization o on o.id = x.place_id where x.id = any(${ids}::uuid[])`,
  // Read under row-level security: without a confidential permission there is no talk but one's own.
  talk: (ids, self) =>
    sql`select x.id, o.path, coalesce(${self}::uuid in (x.talker_id, x.talkee_id), false) as own from talk x join organization o on o.id = x.organization_id where x.id = any(${ids}::uuid[])`,
  'follow-up': (ids, self) =>
    sql`select x.id, o.path, coalesce(${self}::uuid in (t.talker_id, t.talkee_id), false) as own from talk_follow_up x join talk t on t.id = x.talk_id join organization o on o.id = t.organization_id where x.id = any(${ids}::uuid[])`,
  responsibility: (ids, self) => ofMemberRecord('responsibility', 'owner_id', ids, self),
  account: (ids) =>
    sql`select id, null as path, false as own from account where id = any(${ids}::uuid[])`,
  assignment: (ids) =>
    sql`select id, null as path, false as own from assignment where id = any(${ids}::uuid[])`,
  session: (ids) =>
    sql`select id, null as path, false as own from session where id = any(${ids}::uuid[])`,
}

/** Where people once stood: the minutes of a past day mark those who have since moved away. */
const onceThere = (ids: string[]) =>
  sql`select s.member_id as id, o.path, false as own from member_state s join organization o on o.id = s.organization_id where s.member_id = any(${ids}::uuid[])`

const installationKinds: readonly IdKind[] = ['account', 'assignment', 'session']

/** Kinds that an organ addresses to everybody below it: a branch answers the campaign of its committee. */
const addressedBelow: readonly IdKind[] = ['campaign']

const isBelow = ({ paths }: Scope, path: string): boolean =>
  paths.some((own) => own.startsWith(path))

interface Asked {
  kind: IdKind
  ids: string[]
  /** Also where it once stood. */
  past: boolean
}

/** @param mentioned ids of a body: there a member may also be one who once stood in the scope */
const askedOf = (addressed: FoundIds, mentioned: FoundIds): Asked[] => [
  ...[...addressed].map(([kind, ids]) => ({ kind, ids: [...ids], past: false })),
  ...[...mentioned].map(([kind, ids]) => ({ kind, ids: [...ids], past: kind === 'member' })),
]

const located = ({ kind, ids, past }: Asked, { self }: Scope): RawBuilder<unknown> => {
  const place = locate[kind](ids, self)
  return past ? sql`${place} union all ${onceThere(ids)}` : place
}

/**
 * Every id of the input lies in the scope, or the answer is the one 404 that a nonexistent id gets; all of
 * them are asked by one statement. Row-level security repeats this below; neither trusts the other.
 *
 * @param mentioned ids of a body, where opening such a record is not asked for (`askedOf`)
 */
export async function checkIds(
  { db, scope, paths }: Pick<Door, 'db' | 'scope' | 'paths'>,
  addressed: FoundIds,
  mentioned: FoundIds = new Map(),
): Promise<void> {
  const asked = askedOf(addressed, mentioned)
    .map((one) => (one.kind === 'organization' ? withoutKnown(one, scope, paths) : one))
    .filter(({ ids }) => ids.length > 0)
  if (asked.length === 0) return
  const places = asked.map(
    (one, at) => sql`select ${sql.lit(at)}::int as at, l.* from (${located(one, scope)}) l`,
  )
  const { rows } = await sql<
    Located & { at: number }
  >`${sql.join(places, sql` union all `)}`.execute(db)
  for (const [at, { kind, ids }] of asked.entries()) {
    const found = rows.filter((row) => row.at === at)
    const seen = new Set(found.filter((row) => reaches(kind, row, scope)).map(({ id }) => id))
    if (seen.size !== ids.length) throw problem('not_found')
    if (kind === 'organization')
      for (const { id, path } of found) if (path !== null) paths.set(id, path)
  }
}

/** Where an organization lies that this transaction has placed before is known: only the scope may be another. */
function withoutKnown(asked: Asked, scope: Scope, paths: Door['paths']): Asked {
  if (scope.installation) return asked
  const known = asked.ids.filter((id) => paths.has(id))
  if (known.some((id) => !pathInScope(scope, paths.get(id) ?? ''))) throw problem('not_found')
  return { ...asked, ids: asked.ids.filter((id) => !paths.has(id)) }
}

/**
 * The same without waiting for it: the database compares beside the statement that follows, and raises what
 * `hasChanged` tells unless all ids lie in the scope. Of an organization its path is needed at once; it must be the one
 * that is remembered. False where something must be asked.
 */
export async function stillStand(
  { db, scope, paths }: Pick<Door, 'db' | 'scope' | 'paths'>,
  places: Remembered<string>,
  addressed: FoundIds,
  mentioned: FoundIds,
): Promise<boolean> {
  const asked = askedOf(addressed, mentioned)
  if (asked.length === 0) return true
  if (scope.installation) return false
  const conditions: RawBuilder<unknown>[] = []
  const remembered = new Map<string, string>()
  for (const one of asked) {
    const { kind, ids } = one
    if (installationKinds.includes(kind) || addressedBelow.includes(kind)) return false
    if (kind === 'organization') {
      for (const id of ids) {
        const path = places.find(id)
        if (path === undefined || !pathInScope(scope, path)) return false
        remembered.set(id, path)
      }
      const known = ids.map((id) => remembered.get(id))
      conditions.push(
        sql`(select count(*) from unnest(${ids}::uuid[], ${known}::text[]) k (id, path) join organization o on o.id = k.id and o.path = k.path) = ${ids.length}`,
      )
    } else
      conditions.push(
        sql`(select count(distinct l.id) from (${located(one, scope)}) l where l.own or ${reached('l.path', scope)}) = ${ids.length}`,
      )
  }
  for (const [id, path] of remembered) paths.set(id, path)
  await sql`select case when ${sql.join(conditions, sql` and `)} then true else session_changed() end ${ahead}`.execute(
    db,
  )
  return true
}

function reaches(kind: IdKind, row: Located, scope: Scope): boolean {
  // The security administrator binds roles to organizations, whose names alone are seen.
  if (scope.installation) return installationKinds.includes(kind) || kind === 'organization'
  if (installationKinds.includes(kind)) return false
  if (row.own) return true
  if (row.path === null) return false
  return pathInScope(scope, row.path) || (addressedBelow.includes(kind) && isBelow(scope, row.path))
}
