import { sql, type Transaction } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { Door } from '#server/door.ts'
import { newId } from '#domain/ids.ts'
import { onRoster } from '#server/db/standings.ts'
import type { Tables } from '#server/db/tables.ts'

/** The state that ends a way still tells its letter; then nobody waits for it any more. */
export const letterUntil = sql`case when s.relation <> 'registered' then s.letter_valid_until end`

/** For `member_state s`: since when the person has been lost without a break, as of a day. */
export const lostSince = (on: Day) => sql`
  case when s.lost then (
    select min(x.valid_from) from member_state x
    where x.member_id = s.member_id and x.lost and x.valid_from <= ${on} and not exists (
      select 1 from member_state y
      where y.member_id = s.member_id and not y.lost and y.valid_from > x.valid_from and y.valid_from <= ${on})) end`

const among = (ids: readonly string[] | undefined) =>
  ids ? sql`m.id = any (${ids}::uuid[])` : sql`true`

/**
 * Makes the records of members what their state of the day says: after a change, and each night for
 * changes whose day has come. A first day as 预备党员 or 正式党员 is the day of joining or full
 * membership where none is recorded; 转正之日 is what the change says (`fullDay` in probation.ts). Answers how many records changed.
 */
export async function applyStates(
  db: Transaction<Tables>,
  { now, today }: Pick<Door, 'now' | 'today'>,
  memberIds?: readonly string[],
): Promise<number> {
  const { rows: changed } = await sql<{ id: string; isBack: boolean }>`
    update member m set
      organization_id = s.organization_id, stage = s.stage, standing = s.standing, leaving = s.leaving, rights = s.rights,
      relation = s.relation, mobile = s.mobile, lost = s.lost,
      letter_until = ${letterUntil}, probation_until = s.probation_until,
      lost_since = case when s.lost and m.lost then m.lost_since else ${lostSince(today)} end,
      joined_on = case when s.stage = 'probationary' and m.stage <> s.stage then coalesce(m.joined_on, s.valid_from) else m.joined_on end,
      full_on = case when s.stage = 'full' and m.stage <> s.stage then coalesce(s.full_on, m.full_on, s.valid_from) else m.full_on end,
      version = m.version + ${memberIds ? 0 : 1}::int
    from member_state s, member was
    where s.member_id = m.id and was.id = m.id and s.valid_from <= ${today} and (s.valid_to is null or s.valid_to >= ${today})
      and ${among(memberIds)}
      and (s.organization_id, s.stage, s.standing, s.leaving, s.rights, s.relation, s.mobile, s.lost, ${letterUntil}, s.probation_until)
        is distinct from (m.organization_id, m.stage, m.standing, m.leaving, m.rights, m.relation, m.mobile, m.lost, m.letter_until, m.probation_until)
    returning m.id, ${onRoster('m.standing')} and not ${onRoster('was.standing')} as "isBack"`.execute(
    db,
  )
  await followMembers(db, now, memberIds)
  const back = changed.filter(({ isBack }) => isBack).map(({ id }) => id)
  if (back.length > 0) await letIn(db, now, back)
  return changed.length
}

/**
 * The role 党员 of an account goes where its member goes, and ends when they are on no roster any more. There is one of
 * it: the one that stands where the member does stays, or else the oldest moves there; others end. Who is on no roster
 * leads no branch and no group either; of other roles the security administrator is told (`orphaned`).
 */
async function followMembers(
  db: Transaction<Tables>,
  now: Date,
  memberIds?: readonly string[],
): Promise<void> {
  const { rows } = await sql<Followed>`
    with held as (
      select x.id, m.organization_id as place,
        not ${onRoster('m.standing')} or x.role = 'member' and row_number() over (
          partition by x.account_id, x.role order by x.organization_id is distinct from m.organization_id, x.granted_at, x.id
        ) > 1 as ends,
        x.role = 'member' and x.organization_id is distinct from m.organization_id as moves
      from assignment x join account a on a.id = x.account_id join member m on m.id = a.member_id
      where x.role in ('member', 'branch-secretary', 'group-leader') and x.revoked_at is null and ${among(memberIds)}
    )
    update assignment x set
      organization_id = case when h.moves and not h.ends then h.place else x.organization_id end,
      revoked_at = case when h.ends then ${now}::timestamptz end,
      version = x.version + 1
    from held h
    where x.id = h.id and (h.ends or h.moves)
    returning x.id, x.account_id as "accountId", x.role, x.organization_id as "organizationId", h.ends`.execute(
    db,
  )
  await tell(
    db,
    now,
    'role.revoked',
    rows.filter(({ ends }) => ends),
  )
}

/**
 * Who is back on a roster holds 党员 again, as whoever is linked does (`linkAccount`); what they led stays ended. Of
 * who never left it the role was taken by somebody, and stays so.
 */
async function letIn(
  db: Transaction<Tables>,
  now: Date,
  memberIds: readonly string[],
): Promise<void> {
  // Locked, so that nobody unlinks it meanwhile.
  const { rows } = await sql<Omit<Held, 'id'>>`
    select a.id as "accountId", 'member' as role, m.organization_id as "organizationId"
    from account a join member m on m.id = a.member_id
    where a.member_id = any (${memberIds}::uuid[]) and not exists (
      select 1 from assignment x where x.account_id = a.id and x.role = 'member' and x.revoked_at is null)
    order by a.id for no key update of a`.execute(db)
  if (rows.length === 0) return
  const granted = rows.map((row) => ({ id: newId(), ...row }))
  await db
    .insertInto('assignment')
    .values(
      granted.map(({ id, accountId, role, organizationId }) => ({
        id,
        account_id: accountId,
        role,
        organization_id: organizationId,
        granted_by: null,
        granted_at: now,
      })),
    )
    .execute()
  await tell(db, now, 'role.granted', granted)
}

interface Held {
  id: string
  accountId: string
  role: string
  organizationId: string | null
}

type Followed = Held & { ends: boolean }

/** Nobody presses for it, so the log says of each by itself that it ended, or is held again, and why. */
async function tell(
  db: Transaction<Tables>,
  now: Date,
  action: 'role.granted' | 'role.revoked',
  held: readonly Held[],
): Promise<void> {
  if (held.length === 0) return
  await db
    .insertInto('audit_entry')
    .values(
      held.map(({ id, accountId, role, organizationId }) => ({
        id: newId(),
        at: now.toISOString(),
        account_id: null,
        actor: '—',
        action,
        target_kind: 'assignment',
        target_id: id,
        organization_id: organizationId,
        detail: JSON.stringify({ accountId, role, by: 'roster' }),
        request_id: 'roster',
        address: null,
      })),
    )
    .execute()
}
