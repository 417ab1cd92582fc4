import type { Kysely } from 'kysely'
import type { Given } from '#domain/contract.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { officialYears } from '#domain/rules/officialHolidays.ts'
import type { Tables } from '#server/db/tables.ts'
import type { TestApi } from './api.ts'
import type { Placed, SmallBureau } from './bureau.ts'
import { aMeeting, firstOf, held } from './meetings.ts'

/** The days off of 2025 and 2026, which a test's empty store does not have. */
export async function addHolidays(db: Kysely<Tables>): Promise<void> {
  for (const { year, source, days } of officialYears) {
    await db.insertInto('holiday_year').values({ year, source }).execute()
    await db
      .insertInto('holiday')
      .values(days.map((one) => ({ ...one, year })))
      .execute()
  }
}

type CampaignBody = NonNullable<Given<typeof campaignsContract.create>['body']>

export const aCampaign = (at: Placed, over: Partial<CampaignBody> = {}): CampaignBody => ({
  organizationId: at.id,
  classCode: 'excellent-member',
  title: '2026年度优秀共产党员评选',
  year: 2026,
  quota: 3,
  branchQuota: 2,
  conditions: '正式党员，模范履行党员义务',
  nominateFrom: '2026-11-02',
  nominateTo: '2026-11-30',
  ...over,
})

export const citation = '三年办件无差错，主动延时服务百余次，群众送来锦旗两面，带教新人四名。'

/** Steps of a campaign in the small bureau, each as its actor takes it. */
export function campaignSteps(api: TestApi, bureau: SmallBureau) {
  const { tokens, branchA } = bureau
  /** Before the committee meets on the 12th. */
  const resolved = async (at: Placed = branchA, chair = firstOf(bureau.inA2), yes = 9) => {
    const resolutions = [{ title: '同意推荐', kind: 'ordinary' as const, yes, no: 0, abstain: 0 }]
    const over = { heldOn: '2026-11-10', resolutions, advance: 'sign' as const }
    return held(api, tokens.organizer, aMeeting(at, chair, over))
  }
  const create = async (over: Partial<CampaignBody> = {}) =>
    (
      await api.call(tokens.organizer, campaignsContract.create, {
        body: aCampaign(bureau.committee, over),
      })
    ).body
  type NominateBody = NonNullable<Given<typeof campaignsContract.nominate>['body']>
  const nominate = (id: string, over: Partial<NominateBody>, token = tokens['branch-secretary']) =>
    api.call(token, campaignsContract.nominate, {
      params: { id },
      body: { organizationId: branchA.id, citation, resolution: 0, meetingId: '', ...over },
    })
  const show = async (id: string, token = tokens.organizer) =>
    (await api.call(token, campaignsContract.show, { params: { id } })).body
  /** The committee lists everybody who stands. */
  const review = async (
    id: string,
    proposed: (name: string) => boolean = () => true,
    heldOn = '2026-11-12',
  ) => {
    const { nominations, version } = await show(id)
    const results = nominations
      .filter(({ status }) => status !== 'withdrawn')
      .map((one) => ({
        nominationId: one.id,
        yes: proposed(one.subjectName) ? 7 : 2,
        no: 0,
        abstain: 0,
        proposed: proposed(one.subjectName),
      }))
    return api.call(tokens.organizer, campaignsContract.review, {
      params: { id },
      version,
      body: {
        heldOn,
        expected: 9,
        present: 8,
        opinions: '纪检、人事无不同意见',
        results,
      },
    })
  }
  const publish = async (id: string, from: string) =>
    api.call(tokens.organizer, campaignsContract.publish, {
      params: { id },
      version: (await show(id)).version,
      body: { from, place: '一楼公示栏' },
    })
  const decide = async (id: string, decidedOn: string, version?: number) =>
    api.call(tokens.organizer, campaignsContract.decide, {
      params: { id },
      version: version ?? (await show(id)).version,
      body: { decidedOn, documentNumber: '机党〔2026〕20号' },
    })
  return { resolved, create, nominate, show, review, publish, decide }
}

/** A campaign on public notice from Monday 16 to Friday 20 November, with these nominees of branch 甲. */
export async function onNotice(api: TestApi, bureau: SmallBureau, who: readonly MemberId[]) {
  const steps = campaignSteps(api, bureau)
  const { id } = await steps.create()
  const meeting = await steps.resolved()
  for (const memberId of who)
    if ((await steps.nominate(id, { memberId, meetingId: meeting.id })).status !== 200)
      throw new Error('not nominated')
  await steps.review(id)
  await steps.publish(id, '2026-11-16')
  return { id, meeting, ...steps }
}
