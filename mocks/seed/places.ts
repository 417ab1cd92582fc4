import type { Day } from '#domain/dates.ts'
import type { Leaving, Standing } from '#domain/rules/membership.ts'

/** 介绍信: number, the other organization, issued on, valid until. */
export type SeedLetter = readonly [number: string, other: string, issuedOn: Day, validUntil: Day]

/** Who sits where today: party members by group (or branch), and those on the way to joining, by branch. */
export interface Place {
  /** Organization key. */
  key: string
  branch: string
  members: number
}

export const places: readonly Place[] = [
  ...seats('office', [7, 7, 6]),
  ...seats('invest', [7, 7, 7]),
  ...seats('market', [8, 7, 7]),
  { key: 'social', branch: 'social', members: 8 },
  ...seats('works', [6, 7, 7]),
  ...seats('hall1', [8, 7, 9, 7, 7]),
  ...seats('hall2', [7, 7, 7, 6]),
  { key: 'tech', branch: 'tech', members: 7 },
  ...seats('retired', [10, 10, 10]),
]

function seats(branch: string, sizes: readonly number[]): Place[] {
  return sizes.map((members, index) => ({ key: `${branch}-${index + 1}`, branch, members }))
}

/** Applicants, activists and candidates stand at their branch: a group holds party members. */
export const aspirants: readonly {
  branch: string
  stages: readonly ('applicant' | 'activist' | 'candidate')[]
}[] = [
  { branch: 'office', stages: ['candidate', 'activist', 'applicant'] },
  { branch: 'invest', stages: ['candidate', 'activist', 'applicant'] },
  { branch: 'market', stages: ['candidate', 'activist', 'activist', 'applicant'] },
  { branch: 'social', stages: ['activist', 'applicant'] },
  { branch: 'works', stages: ['candidate', 'activist', 'applicant'] },
  { branch: 'hall1', stages: ['candidate', 'activist', 'applicant', 'applicant'] },
  { branch: 'hall2', stages: ['candidate', 'activist', 'activist', 'applicant'] },
  { branch: 'tech', stages: ['candidate', 'applicant'] },
]

/**
 * What happened to whom. A member is named by place and seat (`invest-2:3`, seats from 1), an
 * aspirant by branch and seat behind a plus sign (`works+1`). The first seats of a place hold posts.
 */
export interface Event {
  on: string
  reason: string
  /** The place they were at before this day. */
  from?: string
  stage?: 'applicant' | 'activist' | 'candidate' | 'probationary' | 'full'
  standing?: Exclude<Standing, 'normal'>
  leaving?: Leaving
  rights?: 'probation' | 'suspended'
  relation?: 'registered' | 'moving-out' | 'moving-in'
  mobile?: boolean
  letter?: SeedLetter
  receiptOn?: Day
  lost?: boolean
}

/** Development decided by an assembly: who, where, when; the meetings carry the votes. */
export interface Development {
  who: string
  branch: string
  on: string
  kind: 'accept' | 'confirm' | 'cancel'
  /** The vote failed, or failed to reach the quorum, and changed nothing. */
  failed?: boolean
}

export const developments: readonly Development[] = [
  { who: 'invest-1:7', branch: 'invest', on: '2025-03-26', kind: 'accept' },
  { who: 'hall1-2:7', branch: 'hall1', on: '2025-06-25', kind: 'accept' },
  { who: 'works-2:7', branch: 'works', on: '2025-09-24', kind: 'accept' },
  { who: 'hall2-1:7', branch: 'hall2', on: '2025-09-23', kind: 'cancel' },
  { who: 'market-1:8', branch: 'market', on: '2025-12-23', kind: 'accept' },
  { who: 'invest-1:7', branch: 'invest', on: '2026-03-27', kind: 'confirm' },
  { who: 'hall2-2:7', branch: 'hall2', on: '2026-03-25', kind: 'accept' },
  { who: 'social:7', branch: 'social', on: '2026-03-24', kind: 'accept' },
  { who: 'works+1', branch: 'works', on: '2026-06-24', kind: 'accept', failed: true },
  { who: 'social:8', branch: 'social', on: '2026-06-26', kind: 'accept' },
  { who: 'hall1-2:7', branch: 'hall1', on: '2026-06-29', kind: 'confirm' },
  { who: 'invest-3:7', branch: 'invest', on: '2026-06-25', kind: 'accept' },
  { who: 'office-3:6', branch: 'office', on: '2026-09-23', kind: 'accept' },
  { who: 'tech:7', branch: 'tech', on: '2026-09-24', kind: 'accept' },
  { who: 'works-2:7', branch: 'works', on: '2026-09-25', kind: 'confirm' },
  { who: 'hall1-4:7', branch: 'hall1', on: '2026-09-22', kind: 'accept' },
]

/** Everything else, each axis of status at least once, and moves between branches in the past. */
export const events: Readonly<Record<string, readonly Event[]>> = {
  'office-1:2': [
    { on: '2025-03-03', from: 'market-2', reason: '岗位轮换，组织关系转至综合科党支部' },
  ],
  'works-1:1': [{ on: '2025-09-01', from: 'office-2', reason: '干部交流，任工程建设科科长' }],
  'invest-3:4': [{ on: '2025-05-12', from: 'hall1-1', reason: '抽调项目专班后转为正式调动' }],
  'hall1-3:5': [{ on: '2025-11-03', from: 'works-3', reason: '窗口轮岗' }],
  'market-3:3': [{ on: '2025-04-01', from: 'market-1', reason: '新设党小组，调整编组' }],
  'market-3:4': [{ on: '2025-04-01', from: 'market-2', reason: '新设党小组，调整编组' }],
  'market-3:5': [{ on: '2025-04-01', from: 'market-1', reason: '新设党小组，调整编组' }],
  'market-3:6': [{ on: '2025-04-01', from: 'market-2', reason: '新设党小组，调整编组' }],
  'market-3:1': [{ on: '2025-04-01', from: 'market-1', reason: '新设党小组，任组长' }],
  'market-3:2': [{ on: '2025-04-01', from: 'office-3', reason: '新设党小组，调整编组' }],
  'market-3:7': [{ on: '2025-04-01', from: 'market-2', reason: '新设党小组，调整编组' }],
  'retired-1:9': [{ on: '2025-12-01', from: 'office-1', reason: '退休，转入离退休干部党支部' }],
  'retired-2:9': [{ on: '2026-05-06', from: 'hall1-2', reason: '退休，转入离退休干部党支部' }],
  'hall2-3:6': [{ on: '2026-04-07', from: 'invest-2', reason: '窗口轮岗' }],
  'tech:5': [{ on: '2026-01-12', from: 'hall2-1', reason: '调入信息技术科' }],
  'hall1-5:6': [
    {
      on: '2026-11-09',
      relation: 'moving-out',
      reason: '调往市数据局',
      letter: ['机党介〔2026〕第 14 号', '某市数据局机关党委', '2026-11-09', '2027-02-08'],
    },
  ],
  'invest-2:7': [
    {
      on: '2026-10-20',
      relation: 'moving-out',
      reason: '随迁至外省',
      letter: ['机党介〔2026〕第 12 号', '某省某县委组织部', '2026-10-20', '2027-01-19'],
    },
    {
      on: '2026-11-13',
      standing: 'transferred',
      relation: 'registered',
      reason: '对方支部已接收',
      receiptOn: '2026-11-12',
    },
  ],
  'tech:6': [
    {
      on: '2026-11-16',
      relation: 'moving-in',
      reason: '公务员遴选',
      letter: ['组介〔2026〕第 203 号', '某县教育局党委', '2026-11-02', '2026-12-02'],
    },
  ],
  'hall2-4:6': [
    {
      on: '2026-11-18',
      relation: 'moving-in',
      reason: '军转安置',
      letter: ['组介〔2026〕第 88 号', '某部政治工作处', '2026-10-19', '2026-11-18'],
    },
  ],
  'retired-3:7': [
    { on: '2025-08-04', mobile: true, reason: '随子女长期在外省居住，登记为流出党员' },
  ],
  'retired-2:6': [{ on: '2026-02-02', mobile: true, reason: '长期在外地居住，登记为流出党员' }],
  'works-3:6': [{ on: '2026-03-09', mobile: true, reason: '援建项目驻外，登记为流出党员' }],
  'hall1-1:8': [{ on: '2026-07-13', mobile: true, reason: '驻村工作，参加派驻地组织生活' }],
  'retired-3:10': [
    { on: '2025-10-13', lost: true, reason: '多方查找六个月未取得联系' },
    { on: '2026-04-20', lost: true, standing: 'suspended', reason: '失去联系，经批准停止党籍' },
  ],
  'hall2-3:7': [{ on: '2026-06-15', lost: true, reason: '长期请假未归，失去联系' }],
  'works-3:7': [{ on: '2026-01-19', rights: 'probation', reason: '违反工作纪律，留党察看一年' }],
  'hall1-5:7': [{ on: '2026-08-24', rights: 'suspended', reason: '被留置，中止党员权利' }],
  'retired-1:10': [{ on: '2025-07-08', standing: 'deceased', reason: '因病去世' }],
  'office-2:7': [
    {
      on: '2026-05-25',
      standing: 'left',
      leaving: 'resigned',
      reason: '本人要求退党，经支部大会讨论除名',
    },
  ],
  'market-2:7': [
    {
      on: '2026-03-16',
      standing: 'left',
      leaving: 'struck',
      reason: '连续六个月不交纳党费，按自行脱党予以除名',
    },
  ],
}

/** Came to the bureau after the books began: first day on the roster, and how. */
export const arrivals: Readonly<Record<string, { on: string; reason: string }>> = {
  'office-1:7': { on: '2025-08-11', reason: '新录用公务员，组织关系转入' },
  'invest-1:6': { on: '2025-07-21', reason: '人才引进，组织关系转入' },
  'hall1-4:6': { on: '2025-10-20', reason: '事业单位招聘，组织关系转入' },
  'works-2:6': { on: '2026-04-13', reason: '军转安置，组织关系转入' },
  'hall2-2:6': { on: '2026-07-06', reason: '新录用公务员，组织关系转入' },
  'tech:6': { on: '2026-11-16', reason: '公务员遴选，转入在途' },
  'hall2-4:6': { on: '2026-11-18', reason: '军转安置，转入在途' },
}
