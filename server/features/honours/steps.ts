import { addMonths, monthOf } from '#domain/dates.ts'
import {
  checkReview,
  decisionVerdicts,
  lastAnswered,
  lastResolved,
  type CampaignMove,
} from '#domain/campaigns.rules.ts'
import type { CampaignRecord, Objection, Review } from '#domain/campaigns.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { isEligible } from '#domain/rules/honours.ts'
import { workdays } from '#domain/rules/workdays.ts'
import { addCounts } from '#server/counts/deltas.ts'
import type { CampaignTable } from '#server/db/honourTables.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import type { Updateable } from 'kysely'
import { expectDeciding, readCampaign, type Campaign } from './campaignRows.ts'
import {
  lostOf,
  nominationsOf,
  objectionsOf,
  readCampaignRecord,
  verdictsNow,
} from './campaignRecord.ts'
import { tableFrom } from './holidays.ts'
import { writeEvent } from './events.ts'
import { kindOf } from './honours.ts'
import { expectMove } from './nominate.ts'
import { refusalOf, stateRefusalOf } from './refusals.ts'

/** One move of a campaign by the organ that runs it, in the version that was read. @throws not_found, version_conflict, state */
export async function moveCampaign(
  door: Door,
  id: string,
  move: CampaignMove,
  make: (campaign: Campaign) => Promise<Updateable<CampaignTable>>,
): Promise<CampaignRecord> {
  const campaign = await readCampaign(door, id, true)
  expectDeciding(door, campaign)
  if (door.version !== null && door.version !== campaign.version)
    throw problem('version_conflict', { detail: await readCampaignRecord(door, id) })
  expectMove(campaign, move)
  const changed = await make(campaign)
  await door.db
    .updateTable('campaign')
    .set({ ...changed, version: campaign.version + 1 })
    .where('id', '=', id)
    .execute()
  return readCampaignRecord(door, id)
}

/** 研究审定: the committee's votes on every nomination, and who is put on public notice. */
export const review = (door: Door, id: string, body: Review) =>
  moveCampaign(door, id, 'review', async (campaign) => {
    const standing = (await nominationsOf(door, id)).filter(({ status }) =>
      ['nominated', 'proposed', 'not-proposed'].includes(status),
    )
    const resolvedOn = lastResolved(standing)
    const fields = checkReview(body, { ...campaign, resolvedOn }, door.today)
    const byId = new Map<string, Review['results'][number]>(
      body.results.map((one) => [one.nominationId, one]),
    )
    const missing = standing.filter((one) => !byId.has(one.id))
    if (missing.length > 0)
      fields['body.results'] = `还没有登记：${missing.map((one) => one.subjectName).join('、')}`
    if (byId.size !== body.results.length || byId.size + missing.length !== standing.length)
      fields['body.results'] ??= '审定名单与推荐名单不一致，请刷新后重试'
    if (Object.keys(fields).length > 0) throw problem('invalid', { fields })
    for (const { id: nominationId, version } of standing) {
      const result = byId.get(nominationId)
      if (!result) continue
      const { yes, no, abstain, proposed } = result
      await door.db
        .updateTable('nomination')
        .set({
          yes,
          no,
          abstain,
          status: proposed ? 'proposed' : 'not-proposed',
          version: version + 1,
        })
        .where('id', '=', nominationId)
        .execute()
    }
    const { heldOn, expected, present, opinions, results } = body
    const proposed = results.filter((one) => one.proposed).length
    door.note({ detail: { heldOn, expected, present, proposed } })
    return { state: 'reviewed', reviewed_on: heldOn, expected, present, opinions }
  })

/** 公示: from a day on for the campaign's number of working days. Begun on a day off it says so and counts from the next working day. */
export const publish = (door: Door, id: string, body: { from: string; place: string }) =>
  moveCampaign(door, id, 'publish', async (campaign) => {
    const { from, place } = body
    if (campaign.reviewedOn && from < campaign.reviewedOn)
      throw invalid('body.from', `公示不能早于党委审定（${campaign.reviewedOn}）`)
    const proposed = (await nominationsOf(door, id)).some(({ status }) => status === 'proposed')
    if (!proposed) throw problem('state', { params: { reason: '没有列入公示的对象' } })
    const { verdicts, to } = workdays(from, campaign.publicityDays, await tableFrom(door.db, from))
    if (to === null) throw refusalOf('body.from', verdicts)
    door.note({ detail: { from, to, place } })
    return { state: 'publicity', publicity_from: from, publicity_to: to, publicity_place: place }
  })

type NewObjection = {
  nominationId: string
  raisedOn: string
  raisedBy: string | null
  text: string
}

/** An objection received during public notice; it blocks the decision until it is answered. */
export async function object(door: Door, id: string, body: NewObjection): Promise<CampaignRecord> {
  const campaign = await readCampaign(door, id, true)
  expectDeciding(door, campaign)
  expectMove(campaign, 'object')
  const nomination = (await nominationsOf(door, id)).find((one) => one.id === body.nominationId)
  if (nomination?.status !== 'proposed') throw invalid('body.nominationId', '该对象不在公示名单中')
  if (body.raisedOn > door.today) throw invalid('body.raisedOn', '收到日期不能晚于今天')
  if (campaign.publicityFrom && body.raisedOn < campaign.publicityFrom)
    throw invalid('body.raisedOn', `公示自 ${campaign.publicityFrom} 开始`)
  if (campaign.publicityTo && body.raisedOn > campaign.publicityTo)
    throw invalid('body.raisedOn', `公示已于 ${campaign.publicityTo} 期满`)
  const objectionId = newId()
  await door.db
    .insertInto('objection')
    .values({
      id: objectionId,
      campaign_id: campaign.id,
      organization_id: campaign.organizationId,
      nomination_id: body.nominationId,
      raised_on: body.raisedOn,
      raised_by: body.raisedBy,
      text: body.text,
      created_by: actorOf(door).accountId,
      created_at: door.now,
    })
    .execute()
  door.note({ target: { kind: 'objection', id: objectionId }, detail: { on: body.raisedOn } })
  return readCampaignRecord(door, id)
}

/** The answer to an objection; one that holds takes the nominee out. */
export async function answer(
  door: Door,
  id: string,
  body: { answeredOn: string; answer: string; upheld: boolean },
): Promise<CampaignRecord> {
  const found = await door.db
    .selectFrom('objection')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw problem('not_found')
  const campaign = await readCampaign(door, found.campaign_id, true)
  expectDeciding(door, campaign)
  expectVersion(door, found satisfies Pick<Objection, 'version'>)
  expectMove(campaign, 'answer')
  if (found.answered_on) throw problem('state', { params: { reason: '这件异议已经答复' } })
  if (body.answeredOn < found.raised_on)
    throw invalid('body.answeredOn', '答复日期不能早于收到日期')
  if (body.answeredOn > door.today) throw invalid('body.answeredOn', '答复日期不能晚于今天')
  await door.db
    .updateTable('objection')
    .set({
      answered_on: body.answeredOn,
      answer: body.answer,
      upheld: body.upheld,
      version: found.version + 1,
    })
    .where('id', '=', id)
    .execute()
  if (body.upheld)
    await door.db
      .updateTable('nomination')
      .set((row) => ({
        status: 'excluded',
        reason: `公示异议成立：${body.answer}`.slice(0, 200),
        version: row('version', '+', 1),
      }))
      .where('id', '=', found.nomination_id)
      .where('status', '=', 'proposed')
      .execute()
  door.note({
    organizationId: campaign.organizationId,
    detail: { on: body.answeredOn, upheld: body.upheld },
  })
  return readCampaignRecord(door, campaign.id)
}

/**
 * 决定: after public notice, without an open objection, on those who are still eligible that day. Makes the honours,
 * their first event and their counts.
 */
export const decide = (
  door: Door,
  id: string,
  body: { decidedOn: string; documentNumber: string },
) =>
  moveCampaign(door, id, 'decide', async (campaign) => {
    const { decidedOn, documentNumber } = body
    const { publicityFrom, publicityTo, publicityDays, openObjections } = campaign
    if (!publicityFrom || !publicityTo) throw problem('state', { params: { reason: '还没有公示' } })
    if (decidedOn > door.today) throw invalid('body.decidedOn', '决定日期不能晚于今天')
    // Over by now and not by then: it is the day that is wrong.
    if (decidedOn <= publicityTo && door.today > publicityTo)
      throw invalid('body.decidedOn', `公示至 ${publicityTo}，期满后才能作出决定`)
    const answeredOn = lastAnswered(await objectionsOf(door, id))
    if (answeredOn !== null && decidedOn < answeredOn)
      throw invalid('body.decidedOn', `异议 ${answeredOn} 才答复，决定不能早于此日`)
    const proposed = (await nominationsOf(door, id)).filter(({ status }) => status === 'proposed')
    const judged = []
    for (const one of proposed) judged.push({ ...one, now: await verdictsNow(door, campaign, one) })
    const verdicts = decisionVerdicts(
      {
        publicityFrom,
        publicityTo,
        publicityDays,
        openObjections,
        lost: lostOf(judged),
        proposed: proposed.length,
      },
      decidedOn,
      await tableFrom(door.db, publicityFrom),
    )
    if (!isEligible(verdicts)) throw stateRefusalOf(verdicts)
    const month = monthOf(decidedOn)
    for (const one of proposed) {
      const honourId = newId()
      await door.db
        .insertInto('honour')
        .values({
          id: honourId,
          nomination_id: one.id,
          campaign_id: id,
          class_code: campaign.classCode,
          organization_id: one.organizationId,
          awarded_by: campaign.organizationId,
          subject_key: one.subjectKey,
          member_id: one.memberId,
          subject_name: one.subjectName,
          subject_sort: one.subjectSort,
          crew: one.crew.map(({ memberId }) => memberId),
          crew_names: one.crew.map(({ name }) => name),
          citation: one.citation,
          decided_on: decidedOn,
          document_number: documentNumber,
          valid_to: campaign.validityMonths ? addMonths(decidedOn, campaign.validityMonths) : null,
        })
        .execute()
      await writeEvent(
        door,
        { id: honourId, organizationId: one.organizationId },
        { on: decidedOn, kind: 'awarded', reason: null, documentNumber },
      )
      await door.db
        .updateTable('nomination')
        .set({ status: 'awarded', version: one.version + 1 })
        .where('id', '=', one.id)
        .execute()
      await addCounts(door.db, one.organizationId, [
        { month, kind: kindOf(campaign.classCode), count: 1 },
      ])
    }
    door.note({ detail: { documentNumber, on: decidedOn, proposed: proposed.length } })
    return { state: 'decided', decided_on: decidedOn, document_number: documentNumber }
  })
