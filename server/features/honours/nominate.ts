import { sql, type Updateable } from 'kysely'
import { whyNotCampaign } from '#domain/campaigns.rules.ts'
import type { NewNomination, NominationChange } from '#domain/campaigns.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { resolutionRecord, type ResolutionRecord } from '#domain/meetings.ts'
import { countedStatuses } from '#domain/meetings.states.ts'
import { isEligible } from '#domain/rules/honours.ts'
import type { NominationTable } from '#server/db/honourTables.ts'
import { inSubtree } from '#server/db/tree.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { readCampaign, type Campaign } from './campaignRows.ts'
import { readCampaignRecord } from './campaignRecord.ts'
import { judgeNominee } from './facts.ts'
import { refusalOf } from './refusals.ts'

interface Deliberation {
  heldOn: string
  title: string
  resolutions: unknown
}

/** A branch puts somebody forward: one fact, with the resolution behind it. */
export async function nominate(door: Door, campaignId: string, body: NewNomination) {
  // One after the other: the quota is counted on the campaign's own row.
  const campaign = await readCampaign(door, campaignId, true)
  expectMove(campaign, 'nominate')
  if (door.today < campaign.nominateFrom)
    throw problem('state', { params: { reason: `推荐自 ${campaign.nominateFrom} 开始` } })
  if (door.today > campaign.nominateTo)
    throw problem('state', { params: { reason: `推荐已于 ${campaign.nominateTo} 截止` } })
  await expectBranch(door, campaign, body.organizationId)
  await expectQuota(door, campaign, body.organizationId)
  const meetingLine = await expectResolution(door, campaign, body)
  const question = { campaign, branchId: body.organizationId }
  const judged = await judgeNominee(door, question, body)
  if (new Set(body.crew).size < body.crew.length) throw invalid('body.crew', '同一人列了两次')
  if (!isEligible(judged.verdicts)) throw refusalOf(fieldOf(campaign), judged.verdicts)
  const id = newId()
  await door.db
    .insertInto('nomination')
    .values({
      id,
      campaign_id: campaign.id,
      organization_id: body.organizationId,
      subject_key: judged.subjectKey,
      member_id: campaign.subject === 'member' ? body.memberId : null,
      subject_name: judged.subjectName,
      subject_sort: judged.subjectSort,
      crew: campaign.subject === 'post' ? body.crew : [],
      crew_names: judged.crewNames,
      citation: body.citation,
      meeting_id: body.meetingId,
      meeting_line: meetingLine,
      verdicts: JSON.stringify(judged.verdicts),
      created_by: actorOf(door).accountId,
      created_at: door.now,
    })
    .execute()
  await countNominated(door, campaign.id, 1)
  door.note({
    target: { kind: 'nomination', id },
    organizationId: body.organizationId,
    detail: { title: campaign.title, name: judged.subjectName },
  })
  return readCampaignRecord(door, campaign.id)
}

/** The words of a nomination, or the resolution behind it, put right while nominations are open. */
export async function changeNomination(door: Door, id: string, body: NominationChange) {
  const nomination = await readNomination(door, id)
  const campaign = await readCampaign(door, nomination.campaignId, true)
  expectVersion(door, nomination)
  expectMove(campaign, 'withdraw')
  if (nomination.status !== 'nominated')
    throw problem('state', { params: { reason: '这项推荐已经撤回' } })
  const { citation, basis } = body
  const { organizationId } = nomination
  const meetingLine =
    basis && (await expectResolution(door, campaign, { ...basis, organizationId }, 'body.basis'))
  await putNomination(door, nomination, {
    citation,
    ...(basis && meetingLine && { meeting_id: basis.meetingId, meeting_line: meetingLine }),
  })
  door.note({
    organizationId,
    detail: {
      name: nomination.subjectName,
      before: { citation: nomination.citation, meetingLine: nomination.meetingLine },
      after: { citation, meetingLine: meetingLine ?? nomination.meetingLine },
    },
  })
  return readCampaignRecord(door, campaign.id)
}

export function expectMove(campaign: Campaign, move: Parameters<typeof whyNotCampaign>[0]): void {
  const reason = whyNotCampaign(move, campaign.state)
  if (reason) throw problem('state', { params: { reason } })
}

const fieldOf = ({ subject }: Campaign) =>
  subject === 'member' ? 'body.memberId' : subject === 'post' ? 'body.crew' : 'body.organizationId'

export async function countNominated(door: Door, campaignId: string, by: 1 | -1): Promise<void> {
  await sql`update campaign set nominated = nominated + ${by} where id = ${campaignId}`.execute(
    door.db,
  )
}

/** The nominator is a branch below the organ that runs the campaign. */
async function expectBranch(door: Door, campaign: Campaign, branchId: string): Promise<void> {
  const { rows } = await sql<{ kind: string; closedOn: string | null }>`
    select kind, closed_on as "closedOn" from organization o
    where id = ${branchId} and ${inSubtree('o.path', campaign.path)}`.execute(door.db)
  const [branch] = rows
  if (!branch) throw invalid('body.organizationId', '该组织不在本次评选范围内')
  if (branch.kind !== 'branch')
    throw invalid('body.organizationId', '推荐由党支部作出，请选择党支部')
  if (branch.closedOn) throw invalid('body.organizationId', '该党支部已撤销')
}

/** @throws invalid naming the quota that is used up */
async function expectQuota(door: Door, campaign: Campaign, branchId: string): Promise<void> {
  if (campaign.branchQuota === null) {
    if (campaign.nominated >= campaign.quota)
      throw invalid('body.organizationId', `本次名额 ${campaign.quota} 个已推荐满，不能再推荐`)
    return
  }
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from nomination
    where campaign_id = ${campaign.id} and organization_id = ${branchId} and status <> 'withdrawn'`.execute(
    door.db,
  )
  if ((rows[0]?.count ?? 0) >= campaign.branchQuota)
    throw invalid(
      'body.organizationId',
      `每个支部最多推荐 ${campaign.branchQuota} 个，该支部已推荐 ${rows[0]?.count ?? 0} 个`,
    )
}

type Ground = Pick<NewNomination, 'meetingId' | 'resolution'> & { organizationId: string }

/** The meeting's line, as it stands in the record. @throws invalid */
async function expectResolution(
  door: Door,
  campaign: Campaign,
  { meetingId, organizationId, resolution }: Ground,
  field = 'body.meetingId',
): Promise<string> {
  const { rows } = await sql<Deliberation>`
    select held_on as "heldOn", title, resolutions from meeting
    where id = ${meetingId} and organization_id = ${organizationId} and status = any (${[...countedStatuses]}::text[])
    for share`.execute(door.db)
  const [meeting] = rows
  if (!meeting) throw invalid(field, '请选择本支部已审签的会议')
  if (meeting.heldOn < campaign.nominateFrom)
    throw invalid(field, `会议早于推荐开始日（${campaign.nominateFrom}）`)
  const found = readResolutions(meeting.resolutions)[resolution]
  if (!found) throw invalid(field, '该会议没有这项决议')
  if (!isPassed(found)) throw invalid(field, '该项决议没有通过，不能作为推荐依据')
  return `${meeting.heldOn} ${meeting.title}：${found.title}`
}

const readResolutions = (stored: unknown): ResolutionRecord[] =>
  resolutionRecord.array().parse(stored)

const isPassed = ({ verdicts }: ResolutionRecord): boolean => isEligible(verdicts)

/** Resolutions of a branch's signed meetings since the campaign began, the latest first. */
export async function resolutionsFor(door: Door, campaign: Campaign, branchId: string) {
  const { rows } = await sql<Deliberation & { meetingId: ResolutionLine['meetingId'] }>`
    select id as "meetingId", held_on as "heldOn", title, resolutions from meeting
    where organization_id = ${branchId} and status = any (${[...countedStatuses]}::text[])
      and held_on between ${campaign.nominateFrom}::date and ${door.today}::date and resolution_count > 0
    order by held_on desc, id desc limit 50`.execute(door.db)
  return rows.flatMap(({ meetingId, heldOn, title, resolutions }) =>
    readResolutions(resolutions).flatMap((one, resolution) =>
      one.kind === 'ordinary' || one.kind === 'committee'
        ? [
            {
              meetingId,
              resolution,
              heldOn,
              meetingTitle: title,
              title: one.title,
              passed: isPassed(one),
            },
          ]
        : [],
    ),
  )
}
type ResolutionLine = Pick<NewNomination, 'meetingId'>

interface NominationHead {
  id: string
  campaignId: string
  organizationId: string
  subjectName: string
  citation: string
  meetingLine: string
  status: string
  version: number
}

/** @throws not_found */
export async function readNomination(door: Door, id: string): Promise<NominationHead> {
  const { rows } = await sql<NominationHead>`
    select id, campaign_id as "campaignId", organization_id as "organizationId", subject_name as "subjectName", citation,
      meeting_line as "meetingLine", status, version
    from nomination where id = ${id}`.execute(door.db)
  const [found] = rows
  if (!found) throw problem('not_found')
  return found
}

/** Changes a nomination in the version that was read. @throws version_conflict with the current one */
async function putNomination(
  door: Door,
  nomination: NominationHead,
  columns: Updateable<NominationTable>,
): Promise<void> {
  expectVersion(door, nomination)
  const changed = await door.db
    .updateTable('nomination')
    .set({ ...columns, version: nomination.version + 1 })
    .where('id', '=', nomination.id)
    .where('version', '=', nomination.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    throw problem('version_conflict', { detail: await readNomination(door, nomination.id) })
}

/** Out of the running, by the branch (withdrawn) or the deciding organ (excluded); the row stays. */
export async function takeOut(
  door: Door,
  nomination: NominationHead,
  status: 'withdrawn' | 'excluded',
  reason: string,
): Promise<void> {
  await putNomination(door, nomination, { status, reason })
  door.note({
    organizationId: nomination.organizationId,
    detail: { name: nomination.subjectName, reason },
  })
}
