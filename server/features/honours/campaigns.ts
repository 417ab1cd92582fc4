import type { NewCampaign } from '#domain/campaigns.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { actorOf, type Door } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { expectDeciding, listCampaigns, readCampaign } from './campaignRows.ts'
import { listNominations, readCampaignRecord } from './campaignRecord.ts'
import { classesOf } from './classes.ts'
import { candidatesOf } from './facts.ts'
import {
  changeNomination,
  countNominated,
  expectMove,
  nominate,
  readNomination,
  resolutionsFor,
  takeOut,
} from './nominate.ts'
import { amend } from './amend.ts'
import { answer, decide, moveCampaign, object, publish, review } from './steps.ts'

/** 评选表彰: notice, nominations, committee, public notice, decision. */
export const campaigns = implement(campaignsContract, {
  list: (door, { query }) => listCampaigns(door, query),

  show: (door, { params }) => readCampaignRecord(door, params.id),

  nominations: (door, { query }) => listNominations(door, query),

  candidates: async (door, { params, query }) =>
    candidatesOf(door, await readCampaign(door, params.id), query.organization, query.q),

  resolutions: async (door, { params, query }) =>
    resolutionsFor(door, await readCampaign(door, params.id), query.organization),

  create: async (door, { body }) => {
    const validity = await checkNew(door, body)
    const id = newId()
    await door.db
      .insertInto('campaign')
      .values({
        id,
        organization_id: body.organizationId,
        class_code: body.classCode,
        title: body.title,
        year: body.year,
        quota: body.quota,
        branch_quota: body.branchQuota,
        conditions: body.conditions,
        notice_number: body.noticeNumber,
        nominate_from: body.nominateFrom,
        nominate_to: body.nominateTo,
        publicity_days: body.publicityDays,
        validity_months: validity,
        created_by: actorOf(door).accountId,
        created_at: door.now,
      })
      .execute()
    const { title, classCode, quota } = body
    door.note({ detail: { title, classCode, quota } })
    return readCampaignRecord(door, id)
  },

  change: (door, { params, body }) =>
    moveCampaign(door, params.id, 'change', async (campaign) => {
      checkDays(body)
      if (body.branchQuota === null && body.quota < campaign.nominated)
        throw invalid('body.quota', `已推荐 ${campaign.nominated} 个，名额不能少于此数`)
      const { title, quota, publicityDays, validityMonths } = campaign
      door.note({
        detail: {
          before: { title, quota, publicityDays, validityMonths },
          after: {
            title: body.title,
            quota: body.quota,
            publicityDays: body.publicityDays,
            validityMonths: body.validityMonths,
          },
        },
      })
      return {
        title: body.title,
        quota: body.quota,
        branch_quota: body.branchQuota,
        conditions: body.conditions,
        notice_number: body.noticeNumber,
        nominate_from: body.nominateFrom,
        nominate_to: body.nominateTo,
        publicity_days: body.publicityDays,
        // Null is said by somebody: for good. Only a new campaign takes its class's own.
        validity_months: body.validityMonths,
      }
    }),

  nominate: (door, { params, body }) => nominate(door, params.id, body),

  changeNomination: (door, { params, body }) => changeNomination(door, params.id, body),

  withdraw: async (door, { params, body }) => {
    const nomination = await readNomination(door, params.id)
    const campaign = await readCampaign(door, nomination.campaignId, true)
    if (nomination.status === 'withdrawn')
      throw problem('state', { params: { reason: '这项推荐已经撤回' } })
    expectMove(campaign, 'withdraw')
    await takeOut(door, nomination, 'withdrawn', body.reason)
    await countNominated(door, campaign.id, -1)
    return readCampaignRecord(door, campaign.id)
  },

  exclude: async (door, { params, body }) => {
    const nomination = await readNomination(door, params.id)
    const campaign = await readCampaign(door, nomination.campaignId, true)
    expectDeciding(door, campaign)
    expectMove(campaign, 'exclude')
    if (nomination.status !== 'proposed')
      throw problem('state', { params: { reason: '该对象不在拟表彰名单中' } })
    await takeOut(door, nomination, 'excluded', body.reason)
    return readCampaignRecord(door, campaign.id)
  },

  review: (door, { params, body }) => review(door, params.id, body),

  publish: (door, { params, body }) => publish(door, params.id, body),

  amend: (door, { params, body }) => amend(door, params.id, body),

  object: (door, { params, body }) => object(door, params.id, body),

  answer: (door, { params, body }) => answer(door, params.id, body),

  decide: (door, { params, body }) => decide(door, params.id, body),

  cancel: (door, { params, body }) =>
    moveCampaign(door, params.id, 'cancel', async (campaign) => {
      door.note({ detail: { title: campaign.title, reason: body.reason } })
      return { state: 'cancelled', cancel_reason: body.reason }
    }),
})

function checkDays({ nominateFrom, nominateTo }: Pick<NewCampaign, 'nominateFrom' | 'nominateTo'>) {
  if (nominateTo < nominateFrom) throw invalid('body.nominateTo', '截止日期不能早于开始日期')
}

/** @returns the validity in months: as given, else the class's own */
async function checkNew(door: Door, body: NewCampaign): Promise<number | null> {
  checkDays(body)
  const found = (await classesOf(door)).find(({ code }) => code === body.classCode)
  if (!found?.active) throw invalid('body.classCode', '没有这个类别，或已停用')
  const organ = await door.db
    .selectFrom('organization')
    .select(['kind', 'closed_on as closedOn'])
    .where('id', '=', body.organizationId)
    .executeTakeFirstOrThrow()
  if (organ.kind !== 'committee' && organ.kind !== 'general-branch')
    throw invalid('body.organizationId', '评选由党委或党总支组织')
  if (organ.closedOn) throw invalid('body.organizationId', '该组织已撤销')
  return body.validityMonths ?? found.validityMonths
}
