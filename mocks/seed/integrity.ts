import { addDays, type Day } from '#domain/dates.ts'
import type { TalkKind, TalkOccasion } from '#domain/integrity.ts'
import type { ResponsibilityLayer } from '#domain/responsibilities.ts'
import { posts, postsAt } from './posts.ts'
import { personOf } from './people.ts'
import { branchAt, rootKey } from './bureau.ts'
import { spanAt } from './spans.ts'

/** The demo's year of 廉洁教育, by keys of the other plans. */
export interface EducationPlan {
  key: string
  organization: string
  title: string
  theme: string
  followUp: string
  place: string
  heldOn: Day
  /** The meeting it was part of, by its key; attendance comes from there. */
  meeting?: string
  /** Every so manyeth of the roster was missing. */
  missingEvery?: number
  withdrawn?: string
}

export const educationPlans: readonly EducationPlan[] = [
  {
    key: 'bureau-2026-03',
    organization: rootKey,
    title: '2026年全局警示教育大会',
    theme: '政务服务领域“微腐败”典型案例剖析',
    followUp: '各支部一周内开展一次专题讨论，对照案例排查岗位风险，排查结果报纪检委员。',
    place: '市民中心报告厅',
    heldOn: '2026-03-12',
    missingEvery: 11,
  },
  {
    key: 'hall1-2026-Q2',
    organization: 'hall1',
    title: '窗口作风警示教育',
    theme: '收受办事群众礼品、土特产案例',
    followUp: '重申“三不准”：不准收、不准托、不准拖。',
    place: '',
    heldOn: '2026-01-01',
    meeting: 'hall1/general-meeting/2026-Q2',
  },
  {
    key: 'invest-2026-Q3',
    organization: 'invest',
    title: '项目审批廉政风险警示教育',
    theme: '借帮办代办谋取中介好处案例',
    followUp: '中介服务事项全部网上抽取，科室每月抽查一次。',
    place: '',
    heldOn: '2026-01-01',
    meeting: 'invest/general-meeting/2026-Q3',
  },
  {
    key: 'works-2026-09',
    organization: 'works',
    title: '赴市廉政教育基地参观',
    theme: '工程建设领域违纪违法案例',
    followUp: '每名党员写一份体会，由党小组交流。',
    place: '市廉政教育基地',
    heldOn: '2026-09-11',
    missingEvery: 6,
  },
  {
    key: 'tech-2026-10-double',
    organization: 'tech',
    title: '数据安全与保密警示教育',
    theme: '违规查询办事人信息案例',
    followUp: '',
    place: '三楼会议室',
    heldOn: '2026-10-22',
    missingEvery: 5,
    withdrawn: '与主题党日重复登记，撤回一条',
  },
  {
    key: 'bureau-2025-04',
    organization: rootKey,
    title: '2025年全局警示教育大会',
    theme: '行政审批领域违规插手干预案例通报',
    followUp: '修订审批回避和登记备案办法。',
    place: '市民中心报告厅',
    heldOn: '2025-04-17',
    missingEvery: 7,
  },
]

export interface TalkPlan {
  key: string
  kind: TalkKind
  occasion: TalkOccasion
  talker: string
  talkee: string
  heldOn: Day
  place: string
  reason: string
  points: string
  statement: string
  /** Days after which the person confirmed; null: not yet. */
  confirmedAfter: number | null
  followUps: readonly { what: string; dueOn: Day; doneOn?: Day; result?: string }[]
}

const secretary = 'office-1:1'
const inspector = 'market-2:1'

/** 廉政谈话 with those newly in a post and with every secretary; few 提醒谈话, one with a matter still open. */
const routine = (['invest', 'market', 'social', 'works', 'hall1', 'hall2', 'tech'] as const).map(
  (branch, index): TalkPlan => {
    const heldOn: Day = `2026-0${(index % 3) + 5}-1${index}`
    const talkee =
      postsAt(branch, heldOn).find(({ post }) => post === 'secretary')?.who ?? `${branch}-1:1`
    return {
      key: `routine-${branch}`,
      kind: 'integrity-talk',
      occasion: branch === 'hall2' ? 'appointment' : 'routine',
      talker: secretary,
      talkee,
      heldOn,
      place: '局小会议室',
      reason:
        branch === 'hall2'
          ? '新任支部书记任职廉政谈话'
          : '年度日常廉政谈话，了解支部党风廉政责任落实情况',
      points:
        '一、落实“一岗双责”，既管业务也管作风。二、盯紧节假日和窗口关键岗位。三、对身边人提醒在前。',
      statement: '认真对照，抓好支部责任清单落实。',
      confirmedAfter: index % 3,
      followUps: [],
    }
  },
)

export const talkPlans: readonly TalkPlan[] = [
  ...routine,
  // What an ordinary branch secretary must not see: it concerns somebody of 窗口第一, and is not his to know.
  {
    key: 'reminder-hall1',
    kind: 'reminder-talk',
    occasion: 'sign',
    talker: secretary,
    talkee: 'hall1-3:3',
    heldOn: '2026-09-08',
    place: '局小会议室',
    reason: '群众反映其在窗口接受办事人代买早餐，经核实金额较小，属苗头性问题',
    points: '一、讲清纪律要求和“三不准”规定。二、指出小节不守的危害。三、要求主动退还并说明情况。',
    statement: '认识到问题，已向当事人退还费用，今后不再发生。',
    confirmedAfter: 1,
    followUps: [
      {
        what: '交一份书面说明',
        dueOn: '2026-09-15',
        doneOn: '2026-09-14',
        result: '已交，情况属实，态度端正',
      },
      { what: '两个月后由纪检委员回访窗口和当事人', dueOn: '2026-11-10' },
    ],
  },
  {
    key: 'reminder-works',
    kind: 'reminder-talk',
    occasion: 'sign',
    talker: 'office-2:1',
    talkee: 'works-2:4',
    heldOn: '2026-06-23',
    place: '局小会议室',
    reason: '两次延误现场踏勘且未说明原因，企业有意见',
    points: '提醒改进作风，严格执行限时办结和告知制度。',
    statement: '接受提醒，今后踏勘提前一天与企业约定时间。',
    confirmedAfter: 2,
    followUps: [
      {
        what: '抽查第三季度踏勘记录',
        dueOn: '2026-09-30',
        doneOn: '2026-09-28',
        result: '抽查 12 件，均按时办结',
      },
    ],
  },
  {
    key: 'reminder-hall2',
    kind: 'reminder-talk',
    occasion: 'sign',
    talker: secretary,
    talkee: 'hall2-1:1',
    heldOn: '2026-10-15',
    place: '局小会议室',
    reason: '支部责任清单两项逾期未落实，主体责任压得不实',
    points: '提醒其对照责任清单逐项补课，月底前报落实佐证。',
    statement: '',
    confirmedAfter: null,
    followUps: [{ what: '月底前补齐责任清单佐证材料', dueOn: '2026-11-30' }],
  },
  {
    key: 'market-appointment',
    kind: 'integrity-talk',
    occasion: 'routine',
    talker: inspector,
    talkee: 'market-1:3',
    heldOn: '2026-11-18',
    place: '市场服务科谈心室',
    reason: '分管企业登记关键岗位，定期廉政谈话',
    points: '提醒注意与中介机构的交往边界，业务咨询在工作场所进行。',
    statement: '明白要求，遇请托及时报告登记。',
    confirmedAfter: null,
    followUps: [],
  },
]

export interface ResponsibilityPlan {
  key: string
  organization: string
  layer: ResponsibilityLayer
  title: string
  owner: string
  dueOn: Day
  doneOn: Day | null
  evidence: string | null
}

const item = (
  organization: string,
  layer: ResponsibilityLayer,
  title: string,
  owner: string,
  dueOn: Day,
  done?: [on: Day, evidence: string],
): ResponsibilityPlan => ({
  key: `${organization}:${layer}:${dueOn}`,
  organization,
  layer,
  title,
  owner,
  dueOn,
  doneOn: done?.[0] ?? null,
  evidence: done?.[1] ?? null,
})

const deputy = 'office-2:1'
const secretaryOf = (branch: string): string =>
  posts.find((one) => one.key === branch && one.post === 'secretary' && one.to === null)?.who ?? ''

export const responsibilityPlans: readonly ResponsibilityPlan[] = [
  item(
    rootKey,
    'first-secretary',
    '主持召开党风廉政建设专题会，研究年度任务',
    secretary,
    '2026-02-28',
    ['2026-02-26', '专题会纪要〔2026〕2号，任务分解表已印发'],
  ),
  item(
    rootKey,
    'first-secretary',
    '与班子成员、支部书记逐一开展廉政谈话',
    secretary,
    '2026-07-31',
    ['2026-07-29', '谈话记录七份，全部由本人确认'],
  ),
  item(
    rootKey,
    'first-secretary',
    '听取纪检工作汇报，审定下一年度责任清单',
    secretary,
    '2026-12-20',
  ),
  item(rootKey, 'deputy', '分管科室廉政风险点复核并公示', deputy, '2026-06-30', [
    '2026-06-25',
    '风险点清单 46 条，其中高风险 5 条，已在内网公示',
  ]),
  item(rootKey, 'deputy', '对分管窗口开展一次明察暗访', deputy, '2026-10-31'),
  ...['invest', 'market', 'works', 'hall1', 'hall2', 'tech', 'social'].map((branch, index) =>
    item(
      branch,
      'section-head',
      '科室关键岗位廉政承诺书签订和轮岗情况核对',
      secretaryOf(branch),
      '2026-05-31',
      branch === 'hall2'
        ? undefined
        : [addDays('2026-05-12', index * 2), `承诺书全部签订，关键岗位轮岗 ${index % 3} 人`],
    ),
  ),
  item('hall2', 'section-head', '窗口办件回访记录按月抽查', secretaryOf('hall2'), '2026-09-30'),
  item('hall1', 'section-head', '年终窗口作风自查并报告', secretaryOf('hall1'), '2026-12-10'),
]

/** Where a person stood on a day, and the branch of it. */
export function placeOn(who: string, day: Day): { place: string; branch: string } {
  const span = spanAt(who, day)
  if (!span) throw new RangeError(`${who} (${personOf(who).name}) was nowhere on ${day}`)
  return { place: span.place, branch: branchAt(span.place, day) }
}
