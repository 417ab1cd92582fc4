import { sql } from 'kysely'
import { problem } from '#domain/errors.ts'
import type { OrganizationCard, Post, Term } from '#domain/organizations.ts'
import { suggestStructure, termYears } from '#domain/rules/structure.ts'
import { termLadder, termUnknown, yearsElected, type TermLadder } from '#domain/rules/terms.ts'
import { inSubtree, reachesPath } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { nodeColumns, withTrails, type NodeRow } from './nodes.ts'

type Counts = OrganizationCard['counts']
type CardRow = NodeRow &
  Pick<OrganizationCard, 'fullName' | 'nationalCode' | 'foundedOn' | 'closedReason'>

/** The card of one organization. @throws not_found */
export async function card(door: Door, id: string): Promise<OrganizationCard> {
  const { rows } = await sql<CardRow>`
    select ${nodeColumns}, o.full_name as "fullName", o.national_code as "nationalCode", o.founded_on as "foundedOn",
      o.closed_reason as "closedReason"
    from organization o where o.id = ${id}`.execute(door.db)
  const [row] = rows
  const [hit] = await withTrails(door, rows)
  if (!row || !hit) throw problem('not_found')
  const counts = await countBelow(door, row)
  const posts = await currentPosts(door, id)
  const term = await currentTerm(door, id)
  const honours = await countHonours(door, row)
  const { fullName, nationalCode, foundedOn, closedReason } = row
  const own = { fullName, nationalCode, foundedOn, closedReason }
  const hands = {
    record: reachesPath(door, 'meetings.record', row.path),
    sign: reachesPath(door, 'meetings.sign', row.path),
  }
  const facts = { ...hit, ...own, counts, posts, honours, term, hands }
  return { ...facts, verdicts: hit.closedOn ? [] : judge(facts, door.today) }
}

/** People of the subtree by stage, without those who left or are suspended; open branches and groups below. */
async function countBelow(door: Door, { path, parentId }: NodeRow): Promise<Counts> {
  // An array, not a join: the planner then asks the index place by place instead of reading everybody.
  const everybody = parentId
    ? sql`m.organization_id = any (array(select id from below))`
    : sql`true`
  const { rows } = await sql<Counts>`
    with below as (select o.id, o.kind, o.path from organization o where ${inSubtree('o.path', path)} and o.closed_on is null),
    people as (
      select m.stage, count(*) as count from member m where ${everybody} and m.standing = 'normal' group by m.stage
    )
    select
      coalesce(sum(count) filter (where stage = 'applicant'), 0)::int as applicant,
      coalesce(sum(count) filter (where stage = 'activist'), 0)::int as activist,
      coalesce(sum(count) filter (where stage = 'candidate'), 0)::int as candidate,
      coalesce(sum(count) filter (where stage = 'probationary'), 0)::int as probationary,
      coalesce(sum(count) filter (where stage = 'full'), 0)::int as full,
      (select count(*) from below where kind = 'branch' and path <> ${path}) as branches,
      (select count(*) from below where kind = 'group' and path <> ${path}) as groups
    from people`.execute(door.db)
  const [counts] = rows
  if (!counts) throw new Error('an aggregate without a group answers one row')
  return counts
}

/** Honours given in the subtree that still hang on the board. */
async function countHonours(door: Door, { path }: NodeRow): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from honour h join organization o on o.id = h.organization_id
    where ${inSubtree('o.path', path)} and h.revoked_on is null
      and (h.valid_to is null or h.valid_to >= ${door.today}::date)`.execute(door.db)
  return rows[0]?.count ?? 0
}

/** Posts held today or from a later day, the secretary first. */
async function currentPosts(door: Door, organizationId: string): Promise<Post[]> {
  const { rows } = await sql<Post>`
    select p.id, p.post, p.member_id as "memberId", coalesce(m.name, '—') as "memberName",
      p.started_on as "startedOn", p.ended_on as "endedOn", p.version
    from post p left join member m on m.id = p.member_id
    where p.organization_id = ${organizationId} and (p.ended_on is null or p.ended_on >= ${door.today})
    order by array_position(${postOrder}::text[], p.post), p.started_on, p.id`.execute(door.db)
  return rows
}

const postOrder = [
  'secretary',
  'deputy-secretary',
  'organization-officer',
  'publicity-officer',
  'discipline-officer',
  'youth-officer',
  'officer',
  'group-leader',
  'deputy-group-leader',
]

/** The term that has not been followed by another nor ended with its organization. */
export async function currentTerm(door: Door, organizationId: string): Promise<Term | null> {
  const { rows } = await sql<Term>`
    select id, started_on as "startedOn", ends_on as "endsOn", extended_to as "extendedTo",
      extension_document as "extensionDocument", meeting_id as "meetingId", ended_on as "endedOn", corrections, version
    from term where organization_id = ${organizationId} and ended_on is null`.execute(door.db)
  return rows[0] ?? null
}

type TermDays = Pick<Term, 'startedOn' | 'endsOn' | 'extendedTo' | 'extensionDocument'>

/** How near the end of a stored term is. */
export function ladderOf(term: TermDays, today: string): TermLadder {
  const { startedOn, extendedTo, extensionDocument } = term
  const extension = extendedTo
    ? { until: extendedTo, documentNumber: extensionDocument ?? '' }
    : null
  return termLadder({ startedOn, years: yearsElected(term), extension }, today)
}

type CardFacts = Omit<OrganizationCard, 'verdicts'>

function judge({ kind, branchKind, counts, posts, term }: CardFacts, today: string) {
  const held = posts.filter(({ startedOn }) => startedOn <= today)
  // A secretary alone is no committee (支部工作条例 Art. 20): officers beside the secretary make one.
  const hasCommittee = held.some(({ post }) => post.endsWith('officer'))
  const structure = suggestStructure({
    kind,
    branchKind,
    partyMembers: counts.probationary + counts.full,
    fullMembers: counts.full,
    hasCommittee,
    ...(hasCommittee && { committeeSeats: new Set(held.map(({ memberId }) => memberId)).size }),
  })
  if (term) return [...structure, ladderOf(term, today).verdict]
  const years = termYears(kind, branchKind)
  return years === null || kind === 'group' ? structure : [...structure, termUnknown(kind, years)]
}
