import type { ServiceEntry, ServiceState } from '#domain/services.ts'
import { demoToday } from './clock.ts'
import { memberIdOf } from './members.ts'
import type { MeetingRecordPlan } from './records.ts'

/** A record whose story the demo tells: what was returned, appealed, withdrawn, or said beside a meeting. */
export interface ServiceCase {
  who: string
  entry: ServiceEntry
  state: ServiceState
  /** What happened after it was logged, in order, and why. */
  steps: readonly (readonly [
    action: 'returned' | 'appealed' | 'confirmed' | 'withdrawn',
    reason: string | null,
  ])[]
}

const entry = (
  given: Pick<ServiceEntry, 'kind' | 'servedOn' | 'visits'> & Partial<ServiceEntry>,
): ServiceEntry => ({
  from: null,
  to: null,
  minutes: null,
  channel: 'counter',
  item: '',
  beneficiary: 'people',
  isVolunteer: false,
  ...given,
})

const told: readonly ServiceCase[] = [
  {
    who: 'hall1-1:5',
    entry: entry({ kind: 'assisted', servedOn: '2026-11-17', visits: 260, item: '企业开办帮办' }),
    state: 'returned',
    steps: [['returned', '叫号系统当日帮办为 26 人次，请核对是否多写了一个 0。']],
  },
  {
    who: 'hall1-3:4',
    entry: entry({
      kind: 'extended-hours',
      servedOn: '2026-11-12',
      visits: 31,
      from: '12:00',
      to: '13:30',
      minutes: 90,
      item: '午间不动产登记',
    }),
    state: 'appealed',
    steps: [
      ['returned', '当天排班表上没有午间值班。'],
      ['appealed', '与韩同志临时换班，大厅监控和叫号记录可以核对。'],
    ],
  },
  {
    who: 'hall2-1:4',
    entry: entry({
      kind: 'outreach',
      servedOn: '2026-11-10',
      visits: 14,
      from: '14:00',
      to: '16:30',
      minutes: 150,
      channel: 'on-site',
      item: '上门办理社保认证',
      isVolunteer: true,
    }),
    state: 'confirmed',
    steps: [
      ['returned', '请写明是值班安排还是志愿服务。'],
      ['appealed', '当天休假，自愿参加社区上门认证，社区有签收表。'],
      ['confirmed', null],
    ],
  },
  {
    who: 'market-2:5',
    entry: entry({
      kind: 'reminder',
      servedOn: '2026-10-22',
      visits: 88,
      channel: 'online',
      item: '食品许可到期提醒',
      beneficiary: 'enterprise',
    }),
    state: 'withdrawn',
    steps: [['withdrawn', '与同组同志重复登记了同一批提醒，保留对方的一条。']],
  },
  {
    who: 'works-2:4',
    entry: entry({
      kind: 'assisted',
      servedOn: '2026-09-15',
      visits: 9,
      item: '施工许可代办',
      beneficiary: 'enterprise',
    }),
    state: 'withdrawn',
    steps: [
      ['confirmed', null],
      ['withdrawn', '日期写错，应为 9 月 16 日，已重新登记。'],
    ],
  },
]

/** A service during a theme day that the person attended: it may count as both, and says so. */
function besideThemeDay(records: readonly MeetingRecordPlan[]): ServiceCase[] {
  const who = 'hall1-2:4'
  const id = memberIdOf(who)
  const held = records.find(
    ({ plan, content, status, sitting }) =>
      plan.organization === 'hall1' &&
      status === 'archived' &&
      content.types.includes('theme-day') &&
      content.heldOn.startsWith(demoToday.slice(0, 4)) &&
      content.endedAt !== null &&
      sitting.roster.entries.some(({ memberId }) => memberId === id) &&
      !content.attendance.some(
        ({ memberId, status: mark }) => memberId === id && mark !== 'present',
      ),
  )
  if (!held?.content.endedAt) return []
  const { heldOn, startedAt, endedAt } = held.content
  return [
    {
      who,
      entry: entry({
        kind: 'outreach',
        servedOn: heldOn,
        visits: 24,
        from: startedAt,
        to: endedAt,
        minutes: minutesBetween(startedAt, endedAt),
        channel: 'on-site',
        item: '主题党日进社区办证',
        isVolunteer: true,
      }),
      state: 'confirmed',
      steps: [['confirmed', null]],
    },
  ]
}

const inMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const minutesBetween = (from: string, to: string): number => inMinutes(to) - inMinutes(from)

export const cases = (records: readonly MeetingRecordPlan[]): ServiceCase[] => [
  ...told,
  ...besideThemeDay(records),
]
