/** Honest trouble: what a real bureau's books contain, and a demo must not hide. By key of the meeting. */
export interface Case {
  /** Share of the roster that came, where it is not as usual. */
  presence?: number
  /** Days after the meeting on which it was entered (补录 beyond 7). */
  enteredAfter?: number
  status?: 'draft' | 'submitted' | 'signed' | 'archived'
  returnReason?: string
  corrections?: readonly CorrectionPlan[]
}

export interface CorrectionPlan {
  field:
    | 'title'
    | 'time'
    | 'place'
    | 'agenda'
    | 'minutes'
    | 'attendance'
    | 'speeches'
    | 'resolutions'
    | 'other'
  wrong: string
  right: string
  reason: string
  /** Days after archiving. */
  after: number
}

/** Periods in which nothing was held. */
export const missed: ReadonlySet<string> = new Set([
  'hall2/theme-day/2026-05',
  'market/committee-meeting/2025-08',
  'works/committee-meeting/2026-02',
  'social/general-meeting/2025-Q3',
  'tech/theme-day/2025-08',
  'market/party-lecture/2026-Q1',
  'hall1-4/group-meeting/2025-08',
  'hall1-5/group-meeting/2026-02',
  'hall1-5/group-meeting/2026-08',
  'hall2-3/group-meeting/2025-10',
  'invest-3/group-meeting/2026-04',
  'works-1/group-meeting/2026-10',
  // November is not over.
  'office-2/group-meeting/2026-11',
  'market-1/group-meeting/2026-11',
  'hall1-3/group-meeting/2026-11',
  'hall2-2/group-meeting/2026-11',
  'invest-1/group-meeting/2026-11',
  'social/theme-day/2026-11',
  'hall1/committee-meeting/2026-11',
])

export const cases: Readonly<Record<string, Case>> = {
  // Fewer than half of the voters came; what was put to the vote is void.
  'hall2/general-meeting/2025-Q4': { presence: 0.42 },
  'hall1/committee-meeting/2026-07': { presence: 0 },
  'hall1-1/group-meeting/2025-07': { enteredAfter: 26 },
  'social/theme-day/2025-06': { enteredAfter: 19 },
  'works-3/group-meeting/2026-03': { enteredAfter: 33 },
  'hall2/party-lecture/2026-Q2': { enteredAfter: 12 },
  'office/general-meeting/2025-Q2': {
    status: 'archived',
    corrections: [
      {
        field: 'place',
        wrong: '三楼党员活动室',
        right: '五楼会议室',
        reason: '当日临时调整会场，记录时误写原定地点',
        after: 6,
      },
    ],
  },
  'hall1/party-lecture/2025-Q3': {
    status: 'archived',
    corrections: [
      {
        field: 'minutes',
        wrong: '课后测试全员合格',
        right: '课后测试两人未参加，已另行安排',
        reason: '与签到册核对后更正',
        after: 14,
      },
      {
        field: 'attendance',
        wrong: '请假一人记为缺席',
        right: '该同志会前已履行请假手续，应记为请假',
        reason: '补充假条后更正',
        after: 40,
      },
    ],
  },
  'invest/general-meeting/2026-Q1': {
    status: 'archived',
    corrections: [
      {
        field: 'resolutions',
        wrong: '预备期自2025年3月27日起',
        right: '预备期自2025年3月26日起',
        reason: '与入党志愿书记载核对，日期以支部大会通过之日为准',
        after: 9,
      },
    ],
  },
  // Waiting for a signature: some fresh, one for weeks.
  'hall2/party-lecture/2026-Q4': { status: 'submitted' },
  'works/theme-day/2026-10': { status: 'submitted' },
  'tech/life-meeting/2026': { status: 'submitted' },
  'invest/theme-day/2026-11': { status: 'submitted' },
  'hall2/theme-day/2026-11': { status: 'submitted' },
  'works-2/group-meeting/2026-11': { status: 'submitted' },
  'hall1-2/group-meeting/2026-11': { status: 'submitted' },
  'works/committee-meeting/2026-11': {
    status: 'draft',
    returnReason: '议题二只有结论，没有记录讨论情况和不同意见，请补充后再提交。',
  },
  'hall1/theme-day/2026-11': {
    status: 'draft',
    returnReason: '缺席同志未写明原因，请核对签到册。',
  },
  'market/theme-day/2026-11': { status: 'draft' },
  'hall1-1/group-meeting/2026-11': { status: 'draft' },
}
