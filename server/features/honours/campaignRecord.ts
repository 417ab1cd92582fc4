import { sql } from 'kysely'
import type { CampaignRecord, Nomination, Objection, PublicityChange } from '#domain/campaigns.ts'
import { decisionVerdicts } from '#domain/campaigns.rules.ts'
import { isEligible } from '#domain/rules/honours.ts'
import { gravest, type Verdict } from '#domain/rules/verdict.ts'
import { workdays } from '#domain/rules/workdays.ts'
import { pathInScope } from '#domain/permissions.ts'
import { inSubtree, mayOpenMember, narrowed, reachesPath } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { expectDeciding, readCampaign, type Campaign } from './campaignRows.ts'
import { judgeNominee } from './facts.ts'
import { tableFrom } from './holidays.ts'
import { publicityOf } from './queries.ts'

/** A nomination as it stands in its table. */
export type StoredNomination = Omit<Nomination, 'now'> & {
  subjectKey: string
  subjectSort: string | null
}

/** A campaign with what of it the actor may see: nominations of the own reach, public notice for all. @throws not_found */
export async function readCampaignRecord(door: Door, id: string): Promise<CampaignRecord> {
  const { path, ...campaign } = await readCampaign(door, id)
  const whole = { ...campaign, path }
  const deciding = pathInScope(door.scope, path)
  const stored = await nominationsOf(door, id)
  const nominations: Nomination[] = []
  for (const one of stored) nominations.push(await judgedNow(door, whole, one))
  const objections = await objectionsOf(door, id)
  const publicityChanges = await publicityChangesOf(door, id)
  const publicity = await publicityOf(door, id)
  const verdicts = await verdictsOf(door, whole, nominations, deciding)
  const silent = deciding && isNominating(door, whole) ? await silentBranches(door, whole) : null
  return {
    ...campaign,
    nominations,
    publicity,
    objections,
    publicityChanges,
    deciding,
    mayDecide: reachesPath(door, 'honours.manage', path),
    silent,
    verdicts,
  }
}

/** The nominations as a campaign's record lists them, to the organ that decides. @throws not_found */
export async function listNominations(
  door: Door,
  { campaign: id, page, size }: { campaign: string; page: number; size: number },
) {
  const campaign = await readCampaign(door, id)
  expectDeciding(door, campaign)
  // Of a list that was taken away; the campaign alone was named.
  door.note({ organizationId: campaign.organizationId })
  const stored = await nominationsOf(door, id)
  const rows: Nomination[] = []
  for (const one of stored.slice((page - 1) * size, page * size))
    rows.push(await judgedNow(door, campaign, one))
  return { rows, total: stored.length, page, size }
}

const isNominating = (door: Door, { state, nominateTo }: Campaign): boolean =>
  state === 'open' && door.today <= nominateTo

/** As many as a warning names. */
const NAMED = 20

/** Branches that may still nominate and have not: a review now would close the door on them. */
async function silentBranches(door: Door, { id, path }: Campaign) {
  const { rows } = await sql<{ name: string; total: number }>`
    select o.name, count(*) over ()::int as total from organization o
    where ${inSubtree('o.path', path)} and o.kind = 'branch' and o.closed_on is null
      and not exists (select 1 from nomination n where n.campaign_id = ${id}
        and n.organization_id = o.id and n.status <> 'withdrawn')
    order by o.name_pinyin, o.id limit ${NAMED}`.execute(door.db)
  return { total: rows[0]?.total ?? 0, names: rows.map(({ name }) => name) }
}

/** Nominations of the actor's reach, in the order of the tree. */
export async function nominationsOf(door: Door, campaignId: string): Promise<StoredNomination[]> {
  const { rows } = await sql<StoredNomination>`
    select n.id, n.organization_id as "organizationId", o.name as "organizationName", n.member_id as "memberId",
      n.subject_name as "subjectName", ${mayOpenMember(door, 'n.member_id')} as "mayOpen",
      (select coalesce(json_agg(json_build_object('memberId', c.id, 'name', c.name, 'mayOpen', ${mayOpenMember(door, 'c.id')}) order by c.ordinal), '[]')
        from unnest(n.crew, n.crew_names) with ordinality as c (id, name, ordinal)) as crew,
      n.citation, n.meeting_id as "meetingId",
      n.meeting_line as "meetingLine",
      (select m.held_on from meeting m where m.id = n.meeting_id) as "resolvedOn", n.status, n.yes, n.no, n.abstain, n.reason, n.verdicts, h.id as "honourId",
      n.subject_key as "subjectKey", n.subject_sort as "subjectSort", n.version
    from nomination n join organization o on o.id = n.organization_id left join honour h on h.nomination_id = n.id
    where n.campaign_id = ${campaignId} and ${await narrowed(door, 'o.path', undefined)}
    order by n.status = 'withdrawn', o.path, coalesce(n.subject_sort, o.name_pinyin), n.subject_name collate "C", n.id`.execute(
    door.db,
  )
  return rows
}

/** What the rules say today of one who is still in the running; nothing of those who are not. */
async function judgedNow(
  door: Door,
  campaign: Campaign,
  stored: StoredNomination,
): Promise<Nomination> {
  const { subjectKey: _, subjectSort: __, ...nomination } = stored
  const running = ['open', 'reviewed', 'publicity'].includes(campaign.state)
  const standing = ['nominated', 'proposed'].includes(nomination.status)
  const now = running && standing ? await verdictsNow(door, campaign, nomination) : []
  return { ...nomination, now }
}

type Asked = Pick<StoredNomination, 'id' | 'organizationId' | 'memberId' | 'subjectName' | 'crew'>

export async function verdictsNow(door: Door, campaign: Campaign, one: Asked): Promise<Verdict[]> {
  const { id: except, subjectName: known } = one
  const question = { campaign, branchId: one.organizationId, except, known }
  const nominee = {
    memberId: one.memberId,
    postName: one.subjectName,
    crew: one.crew.map(({ memberId }) => memberId),
  }
  return (await judgeNominee(door, question, nominee)).verdicts
}

export async function objectionsOf(door: Door, campaignId: string): Promise<Objection[]> {
  const { rows } = await sql<Objection>`
    select j.id, j.nomination_id as "nominationId", n.subject_name as "subjectName", j.raised_on as "raisedOn",
      j.raised_by as "raisedBy", j.text, j.answered_on as "answeredOn", j.answer, j.upheld, j.version
    from objection j join nomination n on n.id = j.nomination_id
    where j.campaign_id = ${campaignId} order by j.raised_on, j.id`.execute(door.db)
  return rows
}

async function publicityChangesOf(door: Door, campaignId: string): Promise<PublicityChange[]> {
  const { rows } = await sql<PublicityChange>`
    select on_day as "on", by_name as "byName", reason,
      json_build_object('from', from_before, 'to', to_before, 'place', place_before) as before,
      json_build_object('from', from_after, 'to', to_after, 'place', place_after) as after
    from publicity_change where campaign_id = ${campaignId} order by id desc`.execute(door.db)
  return rows
}

/** How the days of public notice were counted, and at the deciding organ what stands in the way of the decision. */
async function verdictsOf(
  door: Door,
  campaign: Campaign,
  nominations: readonly Nomination[],
  deciding: boolean,
): Promise<Verdict[]> {
  const { state, publicityFrom, publicityTo } = campaign
  if (state !== 'publicity' || !publicityFrom || !publicityTo) return []
  const table = await tableFrom(door.db, publicityFrom)
  const begun = workdays(publicityFrom, campaign.publicityDays, table).verdicts.filter(
    ({ status }) => status === 'warning',
  )
  if (!deciding) return begun
  const proposed = nominations.filter(({ status }) => status === 'proposed')
  return [
    ...begun,
    ...decisionVerdicts(
      {
        publicityFrom,
        publicityTo,
        publicityDays: campaign.publicityDays,
        openObjections: campaign.openObjections,
        lost: lostOf(proposed),
        proposed: proposed.length,
      },
      door.today,
      table,
    ),
  ]
}

/** Who of the proposed would not be nominated today, with the gravest reason. */
export const lostOf = (proposed: readonly Pick<Nomination, 'subjectName' | 'now'>[]) =>
  proposed.flatMap(({ subjectName: name, now }) => {
    const worst = gravest(now as Verdict[])
    return worst && !isEligible(now) ? [{ name, verdict: worst }] : []
  })
