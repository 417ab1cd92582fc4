import type { SeedCount } from './counts.ts'
import { addMonths, monthOf } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import { branchVerdicts, personVerdicts, postVerdicts } from '#domain/rules/honours.ts'
import { organizationKeys, personKeys } from '#server/text/pinyin.ts'
import { organizerAccount, secretaryAccount } from './accounts.ts'
import { organizationIdOf, rootKey } from './bureau.ts'
import { instant } from './clock.ts'
import { classNames, nomineeName, type NomineePlan } from './honourNominees.ts'
import { campaignPlans, meetingKeyOf, revocation, type CampaignPlan } from './honourPlans.ts'
import { memberIdOf } from './members.ts'
import { personOf } from './people.ts'
import { randomOf, seedId } from './random.ts'
import type { MeetingRecordPlan } from './records.ts'
import type { SeedRow } from './rows.ts'
import { citationOf } from './texts/citations.ts'

const campaignIdOf = ({ key, from }: CampaignPlan) =>
  seedId(instant(from, '09:00'), `campaign:${key}`)
const nominationIdOf = (campaign: CampaignPlan, who: string) =>
  seedId(instant(campaign.to, '16:00'), `nomination:${campaign.key}:${who}`)
const honourIdOf = (campaign: CampaignPlan, who: string) =>
  seedId(instant(campaign.decided ?? campaign.to, '17:00'), `honour:${campaign.key}:${who}`)

/** Classes that the bureau added to those of the house. */
export const honourClassRows = (): SeedRow<'honour_class'>[] =>
  [
    { code: 'service-star', requires_full: false, validity_months: 12 },
    { code: 'excellent-worker', requires_full: true, validity_months: null },
  ].map((row) => ({
    ...row,
    name: classNames[row.code] ?? '',
    subject: 'member',
    active: true,
    version: 1,
  }))

const stateVersions = { open: 1, publicity: 3, decided: 4 }

export const campaignRows = (): SeedRow<'campaign'>[] =>
  campaignPlans.map((plan) => ({
    id: campaignIdOf(plan),
    organization_id: organizationIdOf(rootKey),
    class_code: plan.classCode,
    title: plan.title,
    year: plan.year,
    quota: plan.quota,
    branch_quota: 3,
    conditions: plan.conditions,
    notice_number: plan.notice,
    nominate_from: plan.from,
    nominate_to: plan.to,
    publicity_days: 5,
    validity_months: plan.validityMonths,
    state: plan.state,
    nominated: plan.nominees.length,
    reviewed_on: plan.reviewed,
    expected: plan.reviewed ? 9 : null,
    present: plan.reviewed ? 8 : null,
    opinions: plan.reviewed ? '已征求纪检、人事和相关科室意见，均无不同意见。' : null,
    publicity_from: plan.publicity?.[0] ?? null,
    publicity_to: plan.publicity?.[1] ?? null,
    publicity_place: plan.publicity ? '一楼大厅公示栏、内网首页' : null,
    decided_on: plan.decided,
    document_number: plan.document,
    cancel_reason: null,
    created_by: organizerAccount.id,
    created_at: instant(plan.from, '09:00'),
    version: stateVersions[plan.state],
  }))

/** What stands in a nomination and in the honour made of it. */
function subjectOf({ classCode }: CampaignPlan, { branch, who, crew }: NomineePlan) {
  const name = nomineeName(who, (person) => personOf(person).name)
  const isPerson = who.includes(':')
  const branchId = organizationIdOf(branch)
  return {
    organization_id: branchId,
    subject_key: isPerson
      ? `member:${memberIdOf(who)}`
      : who === branch
        ? `organization:${branchId}`
        : `post:${branchId}:${name}`,
    member_id: isPerson ? memberIdOf(who) : null,
    subject_name: name,
    subject_sort: isPerson ? personKeys(name).sort : organizationKeys(name).pinyin,
    crew: crew.map(memberIdOf),
    crew_names: crew.map((one) => personOf(one).name),
    citation: citationOf(classCode, branch, who),
  }
}

const good = { stage: 'full', standing: 'normal', rights: 'normal' } as const
const known = (name: string) => ({ ...good, name, inBranch: true, nominated: false, holds: null })

function verdictsOf({ classCode }: CampaignPlan, { who, branch, crew }: NomineePlan) {
  const name = nomineeName(who, (person) => personOf(person).name)
  const requiresFull = ['excellent-member', 'excellent-worker'].includes(classCode)
  if (who.includes(':')) return personVerdicts(known(name), { code: classCode, requiresFull })
  if (who === branch)
    return branchVerdicts({ name, kind: 'branch', closedOn: null, nominated: false })
  return postVerdicts(
    name,
    crew.map((one) => known(personOf(one).name)),
  )
}

export function nominationRows(records: readonly MeetingRecordPlan[]): SeedRow<'nomination'>[] {
  const meetings = new Map(records.map((record) => [record.plan.key, record]))
  return campaignPlans.flatMap((plan) =>
    plan.nominees.map((nominee) => {
      const key = meetingKeyOf(plan, nominee.branch)
      const meeting = meetings.get(key)
      if (!meeting) throw new RangeError(`no meeting ${key} behind ${plan.key}`)
      const random = randomOf(`committee:${plan.key}:${nominee.who}`)
      const judged = plan.reviewed !== null
      const yes = nominee.outcome === 'not-proposed' ? 3 : random.int(7, 8)
      return {
        id: nominationIdOf(plan, nominee.who),
        campaign_id: campaignIdOf(plan),
        ...subjectOf(plan, nominee),
        meeting_id: meeting.id,
        meeting_line: `${meeting.content.heldOn} ${meeting.content.title}：${titleOfResolution(plan, meeting)}`,
        status: nominee.outcome,
        yes: judged ? yes : null,
        no: judged ? 0 : null,
        abstain: judged ? 8 - yes : null,
        reason: null,
        verdicts: verdictsOf(plan, nominee),
        created_by: secretaryAccount(nominee.branch).id,
        created_at: instant(meeting.days.signed ?? plan.to, '17:30'),
        version: plan.state === 'decided' ? 3 : judged ? 2 : 1,
      }
    }),
  )
}

const titleOfResolution = ({ classCode }: CampaignPlan, { content }: MeetingRecordPlan): string =>
  content.resolutions.find(({ title }) => title.includes(classNames[classCode] ?? '—'))?.title ?? ''

export function objectionRows(): SeedRow<'objection'>[] {
  const plan = campaignPlans.find(({ state }) => state === 'publicity')
  const [first, second] = plan?.nominees ?? []
  if (!plan || !first || !second) throw new RangeError('no campaign on public notice')
  const row = (who: string, raised_on: Day, rest: SeedRow<'objection'>): SeedRow<'objection'> => ({
    id: seedId(instant(raised_on, '15:00'), `objection:${plan.key}:${who}`),
    campaign_id: campaignIdOf(plan),
    organization_id: organizationIdOf(rootKey),
    nomination_id: nominationIdOf(plan, who),
    raised_on,
    created_by: organizerAccount.id,
    created_at: instant(raised_on, '15:10'),
    ...rest,
  })
  return [
    row(first.who, '2026-11-17', {
      raised_by: null,
      text: '反映推荐材料中的上门服务次数偏多，请核对服务记录。',
      answered_on: '2026-11-19',
      answer: '经调取服务台账逐笔核对，次数属实，已向提出人所在科室说明。',
      upheld: false,
      version: 2,
    }),
    row(second.who, '2026-11-19', {
      raised_by: '市场服务科职工',
      text: '反映八月的一次延时服务由他人完成，请核实是否计入其事迹。',
      answered_on: null,
      answer: null,
      upheld: null,
      version: 1,
    }),
  ]
}

const isRevoked = (plan: CampaignPlan, who: string): boolean =>
  plan.key === revocation.campaign && who === revocation.who

/** Who was honoured, campaign by campaign. */
const awarded = campaignPlans.flatMap((plan) =>
  plan.nominees
    .filter(({ outcome }) => outcome === 'awarded')
    .map((nominee) => ({ plan, nominee, decided: plan.decided ?? plan.to })),
)

export const honourRows = (): SeedRow<'honour'>[] =>
  awarded.map(({ plan, nominee, decided }) => ({
    id: honourIdOf(plan, nominee.who),
    nomination_id: nominationIdOf(plan, nominee.who),
    campaign_id: campaignIdOf(plan),
    class_code: plan.classCode,
    awarded_by: organizationIdOf(rootKey),
    ...subjectOf(plan, nominee),
    decided_on: decided,
    document_number: plan.document ?? '',
    valid_to: plan.validityMonths ? addMonths(decided, plan.validityMonths) : null,
    revoked_on: isRevoked(plan, nominee.who) ? revocation.on : null,
    version: isRevoked(plan, nominee.who) ? 2 : 1,
  }))

export const honourEventRows = (): SeedRow<'honour_event'>[] =>
  awarded.flatMap(({ plan, nominee, decided }) => {
    const event = (kind: string, on: Day, document: string | null, reason: string | null) => ({
      id: seedId(instant(on, '17:30'), `honour:${kind}:${plan.key}:${nominee.who}`),
      honour_id: honourIdOf(plan, nominee.who),
      organization_id: organizationIdOf(nominee.branch),
      on_day: on,
      kind,
      reason,
      document_number: document,
      by_account: organizerAccount.id,
      by_name: organizerAccount.name,
      at: instant(on, '17:30'),
    })
    const made = event('awarded', decided, plan.document, null)
    if (!isRevoked(plan, nominee.who)) return [made]
    return [made, event('revoked', revocation.on, revocation.document, revocation.reason)]
  })

/** One count for each that was not revoked, at its branch, in the month of the decision. */
export const honourCells = (): SeedCount[] =>
  awarded
    .filter(({ plan, nominee }) => !isRevoked(plan, nominee.who))
    .map(({ plan, nominee, decided }) => ({
      organization: nominee.branch,
      month: monthOf(decided),
      kind: `honour:${plan.classCode}`,
      count: 1,
      minutes: 0,
    }))
