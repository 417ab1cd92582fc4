import { sql } from 'kysely'
import type { Received } from '#domain/contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard, PostKind } from '#domain/organizations.ts'
import { hasVote, isPartyMember, type Status } from '#domain/rules/membership.ts'
import { markOrganizations } from '#server/counts/recount/mark.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { card } from './card.ts'
import { lockedOpen, type Organization } from './checks.ts'

type Contract = typeof organizationsContract

/** Posts that one person holds at a time. */
export const single: Partial<Record<PostKind, string>> = {
  secretary: '书记',
  'group-leader': '组长',
}
const ofGroup: readonly PostKind[] = ['group-leader', 'deputy-group-leader']

interface Candidate extends Status {
  name: string
  path: string
}

/**
 * Appoints a member placed at the organization or below. Posts of a committee or branch are elected:
 * full members with their rights only (选举工作条例 Art. 5). Group leaders are named by the branch (支部工作条例 Art. 13).
 */
export async function appoint(
  door: Door,
  { params, body }: Received<Contract['appoint']>,
): Promise<OrganizationCard> {
  const organization = await lockedOpen(door, params.id)
  if (body.startedOn < organization.founded_on)
    throw invalid(
      'body.startedOn',
      `不能早于成立日期 ${organization.founded_on}；成立日期有误的，请先在“修改资料”中更正`,
    )
  await checkSeat(door, organization, body, 'body')
  await checkFree(door, organization.id, body.memberId, body.post)
  const id = newId()
  await door.db
    .insertInto('post')
    .values({
      id,
      organization_id: organization.id,
      member_id: body.memberId,
      post: body.post,
      started_on: body.startedOn,
      ended_on: null,
    })
    .execute()
  await markOrganizations(door.db, [organization.id])
  door.note({
    target: { kind: 'post', id },
    organizationId: organization.id,
    detail: { post: body.post, memberId: body.memberId, startedOn: body.startedOn },
  })
  return card(door, organization.id)
}

export interface Seat {
  post: PostKind
  memberId: string
}

/** Who may hold what. @throws invalid at `memberId` or `post` below `at` */
export async function checkSeat(
  door: Door,
  organization: Organization,
  seat: Seat,
  at: string,
): Promise<void> {
  checkPost(organization, seat.post, at)
  const candidate = await candidateOf(door, seat.memberId)
  if (!candidate.path.startsWith(organization.path))
    throw invalid(`${at}.memberId`, `${candidate.name} 不在这个组织的花名册上，请先转入组织关系`)
  checkRights(candidate, seat.post, at)
  checkNotOwn(door, organization, seat, at)
}

function checkPost(organization: Organization, post: PostKind, at: string): void {
  if ((organization.kind === 'group') === ofGroup.includes(post)) return
  throw invalid(
    `${at}.post`,
    organization.kind === 'group'
      ? '党小组只设组长、副组长'
      : '组长、副组长属于党小组，请到党小组任命',
  )
}

async function candidateOf(door: Door, memberId: string): Promise<Candidate> {
  const { rows } = await sql<Candidate>`
    select m.name, o.path, m.stage, m.standing, m.rights, m.relation
    from member m join organization o on o.id = m.organization_id where m.id = ${memberId}`.execute(
    door.db,
  )
  const [candidate] = rows
  if (!candidate) throw problem('not_found')
  return candidate
}

function checkRights(candidate: Candidate, post: PostKind, at: string): void {
  if (ofGroup.includes(post)) {
    if (!isPartyMember(candidate))
      throw invalid(`${at}.memberId`, `${candidate.name} 不是党员，请选择本小组的党员`)
    return
  }
  if (candidate.stage === 'probationary') {
    throw invalid(
      `${at}.memberId`,
      `${candidate.name} 是预备党员，没有被选举权，不能担任选举产生的职务（基层组织选举工作条例第五条）`,
    )
  }
  if (!hasVote(candidate)) {
    throw invalid(
      `${at}.memberId`,
      `${candidate.name} 目前没有被选举权，请选择享有被选举权的正式党员（基层组织选举工作条例第五条）`,
    )
  }
}

/** The secretary of a root committee opens the records of talks (`postRoles`): nobody gives that to themselves. */
function checkNotOwn(
  door: Door,
  organization: Organization,
  { memberId, post }: Seat,
  at: string,
): void {
  const isRoot = organization.path.indexOf('.') === organization.path.length - 1
  if (isRoot && post === 'secretary' && memberId === actorOf(door).memberId)
    throw invalid(`${at}.memberId`, '不能任命自己担任党委书记，请由其他党务专干办理')
}

async function checkFree(
  door: Door,
  organizationId: string,
  memberId: string,
  post: PostKind,
): Promise<void> {
  const held = await door.db
    .selectFrom('post')
    .select('member_id')
    .where('organization_id', '=', organizationId)
    .where('post', '=', post)
    .where('ended_on', 'is', null)
    .execute()
  if (held.some((row) => row.member_id === memberId))
    throw invalid('body.memberId', '已担任这一职务')
  if (single[post] && held.length > 0)
    throw invalid('body.post', `现任${single[post]}尚在任，请先登记其离任`)
}

/** The last day of a post. */
export async function endPost(
  door: Door,
  { params, body }: Received<Contract['endPost']>,
): Promise<OrganizationCard> {
  const row = await lockedPost(door, params.id)
  if (row.ended_on) throw problem('state', { params: { reason: `已于 ${row.ended_on} 离任` } })
  if (body.endedOn < row.started_on)
    throw invalid('body.endedOn', `不能早于任职日期 ${row.started_on}`)
  await door.db
    .updateTable('post')
    .set({ ended_on: body.endedOn, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await markOrganizations(door.db, [row.organization_id])
  door.note({
    organizationId: row.organization_id,
    detail: { post: row.post, memberId: row.member_id, endedOn: body.endedOn },
  })
  return card(door, row.organization_id)
}

/** A post in the version that was seen. @throws not_found, version_conflict */
async function lockedPost(door: Door, id: string) {
  const row = await door.db
    .selectFrom('post')
    .select(['id', 'post', 'organization_id', 'member_id', 'started_on', 'ended_on', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem('not_found')
  if (row.version !== door.version) {
    expectVersion(door, {
      id: row.id,
      post: row.post,
      memberId: row.member_id,
      startedOn: row.started_on,
      endedOn: row.ended_on,
      version: row.version,
    } as { version: number })
  }
  return row
}

/** Entered by mistake: the row goes, and with it whatever was reckoned from it; the log keeps what it said and why. */
export async function withdrawPost(
  door: Door,
  { params, body }: Received<Contract['withdrawPost']>,
): Promise<OrganizationCard> {
  const row = await lockedPost(door, params.id)
  await door.db.deleteFrom('post').where('id', '=', row.id).execute()
  await markOrganizations(door.db, [row.organization_id])
  const { post, member_id: memberId, started_on: startedOn, ended_on: endedOn } = row
  door.note({
    organizationId: row.organization_id,
    detail: { ...body, post, memberId, startedOn, endedOn },
  })
  return card(door, row.organization_id)
}
