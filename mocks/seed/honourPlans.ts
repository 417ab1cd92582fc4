import type { Day } from '#domain/dates.ts'
import { branches, persons, posts, type NomineePlan } from './honourNominees.ts'

export interface CampaignPlan {
  key: string
  classCode: string
  title: string
  year: number
  quota: number
  conditions: string
  notice: string
  /** Month of the committee meetings in which the branches recommended. */
  month: string
  from: Day
  to: Day
  state: 'open' | 'publicity' | 'decided'
  reviewed: Day | null
  publicity: readonly [from: Day, to: Day] | null
  decided: Day | null
  document: string | null
  validityMonths: number | null
  nominees: readonly NomineePlan[]
}

const common = { state: 'decided' as const }

/** The campaigns for 1 July 2025 went one way together. */
const july2025 = {
  ...common,
  year: 2025,
  notice: '某审机党〔2025〕10号',
  month: '2025-05',
  from: '2025-05-06',
  to: '2025-05-30',
  reviewed: '2025-06-05',
  publicity: ['2025-06-06', '2025-06-12'] as const,
  decided: '2025-06-26',
  document: '某审机党〔2025〕13号',
}

/** The campaigns for 1 July 2026 went one way together. */
const july2026 = {
  ...common,
  year: 2026,
  notice: '某审机党〔2026〕9号',
  month: '2026-05',
  from: '2026-05-06',
  to: '2026-05-29',
  reviewed: '2026-06-12',
  // Three days of 端午 lie in it.
  publicity: ['2026-06-15', '2026-06-22'] as const,
  decided: '2026-06-26',
  document: '某审机党〔2026〕15号',
}

/** 2025 on its way to the board and partly off it again; 2026 as the article counts it; two that still run. */
export const campaignPlans: readonly CampaignPlan[] = [
  {
    ...common,
    key: 'model-post/2025',
    classCode: 'model-post',
    title: '2025年度党员示范岗创建评选',
    year: 2025,
    quota: 6,
    conditions: '窗口服务规范，首问负责和一次告知落实到位，岗位人员政治素质和业务能力过硬。',
    notice: '某审机党〔2025〕5号',
    month: '2025-03',
    from: '2025-03-03',
    to: '2025-03-14',
    reviewed: '2025-03-18',
    publicity: ['2025-03-19', '2025-03-25'],
    decided: '2025-03-28',
    document: '某审机党〔2025〕8号',
    validityMonths: 24,
    nominees: posts('2025-03-14', [
      'hall1-3',
      'hall1-4',
      'hall2-2',
      'invest-3',
      'office-1',
      'works-1',
    ]),
  },
  {
    ...july2025,
    key: 'excellent-member/2025',
    classCode: 'excellent-member',
    title: '2025年“七一”优秀共产党员评选',
    quota: 8,
    conditions: '正式党员，带头参加组织生活，本职工作成绩突出，群众评价好；近一年没有差评责任。',
    validityMonths: null,
    nominees: [
      // Honoured, and half a year later under 留党察看: taken back (see `revocation`).
      { branch: 'works', who: 'works-3:7', outcome: 'awarded', crew: [] },
      ...persons(
        'e25',
        'excellent-member',
        '2025-05-20',
        { office: 1, invest: 1, market: 1, hall1: 2, hall2: 1, retired: 1 },
        'awarded',
      ),
    ],
  },
  {
    ...july2025,
    key: 'advanced-branch/2025',
    classCode: 'advanced-branch',
    title: '2025年先进党支部评选',
    quota: 2,
    conditions: '组织生活正常，支部作用明显，任期内没有党员受到处分。',
    validityMonths: null,
    nominees: branches(['hall2', 'invest']),
  },
  {
    ...common,
    key: 'skilled-worker/2025',
    classCode: 'skilled-worker',
    title: '2025年度业务能手评选',
    year: 2025,
    quota: 4,
    conditions: '熟练掌握本岗位审批业务，业务比武名列前茅，有可推广的工作方法。',
    notice: '某审机党〔2025〕18号',
    month: '2025-09',
    from: '2025-09-01',
    to: '2025-09-15',
    reviewed: '2025-09-17',
    publicity: ['2025-09-18', '2025-09-24'],
    decided: '2025-09-26',
    document: '某审机党〔2025〕21号',
    // A year only, as that notice said: past its day since September.
    validityMonths: 12,
    nominees: persons(
      's25',
      'skilled-worker',
      '2025-09-10',
      { market: 1, invest: 1, hall1: 1, hall2: 1 },
      'awarded',
    ),
  },
  {
    ...common,
    key: 'model-post/2026',
    classCode: 'model-post',
    title: '2026年度党员示范岗创建评选',
    year: 2026,
    quota: 10,
    conditions:
      '窗口服务规范，首问负责、一次告知和延时服务落实到位；岗位人员政治素质和业务能力过硬。',
    notice: '某审机党〔2026〕4号',
    month: '2026-03',
    from: '2026-03-02',
    to: '2026-03-13',
    reviewed: '2026-03-17',
    publicity: ['2026-03-18', '2026-03-24'],
    decided: '2026-03-27',
    document: '某审机党〔2026〕8号',
    validityMonths: 24,
    nominees: posts('2026-03-13', [
      'invest-1',
      'invest-2',
      'market-1',
      'market-2',
      'works-2',
      'works-3',
      'hall1-1',
      'hall1-2',
      'hall2-1',
      'hall2-3',
    ]),
  },
  {
    ...july2026,
    key: 'excellent-member/2026',
    classCode: 'excellent-member',
    title: '2026年“七一”优秀共产党员评选',
    quota: 10,
    conditions: '正式党员，带头参加组织生活，本职工作成绩突出，群众评价好；向窗口一线倾斜。',
    validityMonths: null,
    nominees: [
      ...persons(
        'e26',
        'excellent-member',
        '2026-05-20',
        { office: 1, invest: 2, market: 1, works: 1, hall1: 2, hall2: 2, retired: 1 },
        'awarded',
      ),
      ...persons('e26-', 'excellent-member', '2026-05-20', { market: 1, hall1: 1 }, 'not-proposed'),
    ],
  },
  {
    ...july2026,
    key: 'advanced-branch/2026',
    classCode: 'advanced-branch',
    title: '2026年先进党支部评选',
    quota: 2,
    conditions: '组织生活正常，支部作用明显，任期内没有党员受到处分。',
    validityMonths: null,
    nominees: branches(['hall1', 'market']),
  },
  {
    ...common,
    key: 'skilled-worker/2026',
    classCode: 'skilled-worker',
    title: '2026年度业务能手评选',
    year: 2026,
    quota: 8,
    conditions: '熟练掌握本岗位审批业务，业务比武名列前茅，有可推广的工作方法。',
    notice: '某审机党〔2026〕19号',
    month: '2026-09',
    from: '2026-09-01',
    to: '2026-09-15',
    reviewed: '2026-09-16',
    // Begun on a Thursday; the Sunday worked for National Day counts.
    publicity: ['2026-09-17', '2026-09-22'],
    decided: '2026-09-24',
    document: '某审机党〔2026〕22号',
    validityMonths: 24,
    nominees: persons(
      's26',
      'skilled-worker',
      '2026-09-10',
      { invest: 1, market: 2, works: 1, hall1: 2, hall2: 2 },
      'awarded',
    ),
  },
  {
    key: 'service-star/2026',
    classCode: 'service-star',
    title: '2026年度“服务之星”评选',
    year: 2026,
    quota: 4,
    conditions: '党员，全年延时、帮办、延伸、提醒服务表现突出，群众提名在前。',
    notice: '某审机党〔2026〕26号',
    month: '2026-10',
    from: '2026-10-08',
    to: '2026-10-30',
    state: 'publicity',
    reviewed: '2026-11-13',
    // Put up on a Saturday: it counts from Monday.
    publicity: ['2026-11-14', '2026-11-20'],
    decided: null,
    document: null,
    validityMonths: 12,
    nominees: persons(
      'v26',
      'service-star',
      '2026-10-20',
      { invest: 1, market: 1, works: 1, hall2: 1 },
      'proposed',
    ),
  },
  {
    key: 'excellent-worker/2026',
    classCode: 'excellent-worker',
    title: '2026年度优秀党务工作者评选',
    year: 2026,
    quota: 3,
    conditions: '正式党员，专职或兼职从事党务工作一年以上，组织生活记录规范。',
    notice: '某审机党〔2026〕27号',
    month: '2026-10',
    from: '2026-10-08',
    to: '2026-12-11',
    state: 'open',
    reviewed: null,
    publicity: null,
    decided: null,
    document: null,
    validityMonths: null,
    nominees: persons(
      'w26',
      'excellent-worker',
      '2026-11-10',
      { office: 1, works: 1 },
      'nominated',
    ),
  },
]

/** Taken back when the person was put under 留党察看. */
export const revocation = {
  campaign: 'excellent-member/2025',
  who: 'works-3:7',
  on: '2026-02-10',
  reason: '违反工作纪律受留党察看处分，不再具备荣誉条件，经机关党委研究撤销。',
  document: '某审机党〔2026〕3号',
} as const

/** Key of the meeting in which a branch recommended. */
export const meetingKeyOf = ({ month }: CampaignPlan, branch: string): string =>
  `${branch}/committee-meeting/${month}`

/** What the committee of a branch recommended in a meeting: class and names, campaign by campaign. */
export const recommendedIn = (meetingKey: string) =>
  campaignPlans.flatMap((campaign) => {
    const mine = campaign.nominees.filter(
      ({ branch }) => meetingKeyOf(campaign, branch) === meetingKey,
    )
    return mine.length > 0 ? [{ campaign, nominees: mine }] : []
  })
