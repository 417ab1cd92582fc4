import { addDays, type Day } from '#domain/dates.ts'
import type { Duty } from '#domain/rules/duties.ts'
import { shouldAttend } from '#domain/rules/membership.ts'
import { leaderAccount, secretaryAccount } from './accounts.ts'
import { branchAt, organizationIdOf } from './bureau.ts'
import { demoToday, instant, workdayFrom } from './clock.ts'
import { memberIdOf } from './members.ts'
import { people } from './people.ts'
import { randomOf, seedId } from './random.ts'
import type { SeedRow } from './rows.ts'
import { spanAt } from './spans.ts'

interface AnnouncementPlan {
  at: string
  types: Duty[]
  title: string
  heldOn: Day
  startedAt: string
  place: string
  agenda: string[]
  announcedOn: Day
  by: { id: string; name: string }
  /** Why it was changed, or is called off. */
  changed: string | null
  calledOff: string | null
  /** Share of those who are called that have answered. */
  answered: number
}

const soon = (days: number) => workdayFrom(addDays(demoToday, days))

/** What is announced at the demo's today: to come, changed, called off, and one of this very day. */
const plans: readonly AnnouncementPlan[] = [
  {
    at: 'hall1',
    types: ['theme-day'],
    title: '十一月主题党日：窗口服务“回头看”',
    heldOn: soon(3),
    startedAt: '16:30',
    place: '政务大厅二楼党员活动室',
    agenda: ['学习党的创新理论', '窗口服务“回头看”交流'],
    announcedOn: addDays(demoToday, -3),
    by: secretaryAccount('hall1'),
    changed: '大厅延时服务，开始时间由15:30改为16:30',
    calledOff: null,
    answered: 0.6,
  },
  {
    at: 'hall1-1',
    types: ['group-meeting'],
    title: '综合受理党小组十一月党小组会',
    heldOn: demoToday,
    startedAt: '17:00',
    place: '政务大厅二楼党员活动室',
    agenda: ['传达支部工作安排', '讨论年度个人总结'],
    announcedOn: addDays(demoToday, -4),
    by: leaderAccount('hall1-1'),
    changed: null,
    calledOff: null,
    answered: 0.8,
  },
  {
    at: 'invest',
    types: ['general-meeting', 'party-lecture'],
    title: '第四季度支部党员大会暨党课',
    heldOn: soon(10),
    startedAt: '15:00',
    place: '三楼会议室',
    agenda: ['书记讲党课', '通报全年工作', '讨论预备党员转正'],
    announcedOn: addDays(demoToday, -1),
    by: secretaryAccount('invest'),
    changed: null,
    calledOff: null,
    answered: 0.3,
  },
  {
    at: 'tech',
    types: ['theme-day'],
    title: '十一月主题党日：参观市档案馆',
    heldOn: soon(2),
    startedAt: '14:30',
    place: '市档案馆',
    agenda: ['参观党史展'],
    announcedOn: addDays(demoToday, -6),
    by: secretaryAccount('tech'),
    changed: null,
    calledOff: '档案馆布展，改期另行通知',
    answered: 0.5,
  },
]

const reasons = ['出差', '窗口值班', '参加上级培训', '探亲']

const idOf = ({ at, announcedOn, heldOn }: AnnouncementPlan): string =>
  seedId(instant(announcedOn, '10:00'), `announcement:${at}:${heldOn}`)

export const announcementRows = (): SeedRow<'announcement'>[] =>
  plans.map((plan) => ({
    id: idOf(plan),
    organization_id: organizationIdOf(plan.at),
    types: plan.types,
    title: plan.title,
    held_on: plan.heldOn,
    started_at: plan.startedAt,
    place: plan.place,
    agenda: plan.agenda,
    round: 1,
    change_reason: plan.changed,
    call_off_reason: plan.calledOff,
    meeting_id: null,
    created_by: plan.by.id,
    created_by_name: plan.by.name,
    created_at: instant(plan.announcedOn, '10:00'),
    version: 1 + (plan.changed || plan.calledOff ? 1 : 0),
  }))

/** Who signs in with one click as a member has this one still to answer. */
const undecided = { at: 'hall1', who: 'hall1-1:5' }

/** Of those who should attend, some have answered, and of these some ask for leave. */
export const announcementAnswerRows = (): SeedRow<'announcement_answer'>[] =>
  plans.flatMap((plan) =>
    people.flatMap(({ key }) => {
      const span = spanAt(key, plan.heldOn)
      const isCalled =
        span &&
        shouldAttend(span) &&
        [span.place, branchAt(span.place, plan.heldOn)].includes(plan.at)
      const random = randomOf(`answer:${idOf(plan)}:${key}`)
      if (!isCalled || (plan.at === undecided.at && key === undecided.who)) return []
      if (!random.chance(plan.answered)) return []
      const isLeaving = random.chance(0.15)
      return [
        {
          announcement_id: idOf(plan),
          organization_id: organizationIdOf(plan.at),
          member_id: memberIdOf(key),
          round: 1,
          answer: isLeaving ? 'leave' : 'attend',
          reason: isLeaving ? random.pick(reasons) : null,
          answered_at: instant(addDays(plan.announcedOn, 1), '09:30'),
        },
      ]
    }),
  )
