import { addDays, monthOf } from '#domain/dates.ts'
import type { MemberId } from '#domain/ids.ts'
import { shouldAttend } from '#domain/rules/membership.ts'
import { officerPosts } from '#domain/rules/studyHours.ts'
import type { AudienceMember, EventRecord, StudyEvent } from '#domain/studies.ts'
import { organizerAccount, secretaryAccount } from './accounts.ts'
import { branchAt, nameAt, organizationIdOf, rootKey } from './bureau.ts'
import { demoToday, instant, workdayFrom } from './clock.ts'
import { memberIdOf } from './members.ts'
import { people, personOf } from './people.ts'
import { posts } from './posts.ts'
import { randomOf, seedId } from './random.ts'
import type { MeetingRecordPlan } from './records.ts'
import { inRosterOrder } from './roster.ts'
import type { SeedRow } from './rows.ts'
import { spanAt } from './spans.ts'
import { eventsOf } from './studyEvents.ts'
import { studyPlans, type StudyPlan } from './studyPlans.ts'

/** An activity as it stands in the books. */
export interface StudyRecordPlan {
  id: string
  plan: StudyPlan
  meetingId: string | null
  audience: AudienceMember[]
  events: EventRecord[]
  present: number
}

/** Party members on the rolls of the organization that day, in roster order. */
function onRolls(at: string, day: string): string[] {
  return people
    .flatMap(({ key }) => {
      const span = spanAt(key, day)
      if (!span || !shouldAttend(span)) return []
      const here = at === rootKey || branchAt(span.place, day) === at
      return here ? [{ key, span }] : []
    })
    .toSorted(inRosterOrder)
    .map(({ key }) => key)
}

const isOfficer = (who: string, day: string): boolean =>
  posts.some(
    (one) =>
      one.who === who &&
      officerPosts.includes(one.post) &&
      one.from <= day &&
      (one.to === null || day <= one.to),
  )

function invitedTo({ key, at, heldOn, invites }: StudyPlan): string[] {
  const rolls = onRolls(at, heldOn)
  if (invites === 'all') return rolls
  if (invites === 'officers') return rolls.filter((who) => isOfficer(who, heldOn))
  return rolls.filter((who) => randomOf(`invited:${key}:${who}`).next() < invites)
}

/** Those who are seldom seen: the old stay at home, the lost nowhere. */
function came(plan: StudyPlan, who: string): boolean {
  const span = spanAt(who, plan.heldOn)
  const share = span?.lost ? 0 : personOf(who).branch === 'retired' ? 0.55 : 0.92
  return randomOf(`came:${plan.key}:${who}`).chance(share)
}

/** Called back to the counter at noon: half of the course. */
const partOf = ({ key, part }: StudyPlan, who: string): number | null =>
  part !== undefined && randomOf(`part:${key}:${who}`).chance(0.05) ? part : null

const personMinutes = ({ plan, audience }: StudyRecordPlan): number =>
  audience
    .filter(({ present }) => present)
    .reduce((sum, { minutes }) => sum + (minutes ?? plan.minutes), 0)

function recordOf(plan: StudyPlan, meetings: readonly MeetingRecordPlan[]): StudyRecordPlan {
  const lecture = plan.lectureOf === undefined ? undefined : lectureNear(plan, meetings)
  // A linked activity was held with the meeting and has its attendance.
  const held = lecture ? { ...plan, heldOn: lecture.content.heldOn } : plan
  const planned = held.status === 'planned'
  const audience: AudienceMember[] = lecture
    ? lecture.judged.attendance.map(({ memberId, name, organizationName, status }) => ({
        memberId,
        name,
        organizationName,
        present: status === 'present',
        minutes: null,
      }))
    : invitedTo(held).map((who) => {
        const present = !planned && came(held, who)
        return {
          memberId: memberIdOf(who) as MemberId,
          name: personOf(who).name,
          organizationName: nameAt(spanAt(who, held.heldOn)?.place ?? held.at, held.heldOn),
          present,
          minutes: present ? partOf(held, who) : null,
        }
      })
  const present = audience.filter((one) => one.present)
  return {
    id: seedId(instant(held.heldOn, '17:30'), `study:${held.key}`),
    plan: held,
    meetingId: lecture?.id ?? null,
    audience,
    events: planned ? [] : eventsOf(held.key, present),
    present: present.length,
  }
}

/** The branch's signed 党课 that is nearest to the planned day. */
function lectureNear(
  { lectureOf, heldOn }: StudyPlan,
  meetings: readonly MeetingRecordPlan[],
): MeetingRecordPlan | undefined {
  return meetings
    .filter(
      ({ plan, content, status }) =>
        plan.organization === lectureOf &&
        content.types.includes('party-lecture') &&
        (status === 'signed' || status === 'archived') &&
        content.heldOn.startsWith(heldOn.slice(0, 4)) &&
        content.heldOn <= heldOn,
    )
    .at(-1)
}

export const studyRecords = (meetings: readonly MeetingRecordPlan[]): StudyRecordPlan[] =>
  studyPlans.map((plan) => recordOf(plan, meetings))

export function studyRow(record: StudyRecordPlan): SeedRow<'study'> {
  const { id, plan, meetingId, audience, events, present } = record
  const { lecturer, status } = plan
  const by = plan.at === rootKey ? organizerAccount : secretaryAccount(plan.at)
  const last = plan.endsOn ?? plan.heldOn
  const entered = status === 'planned' ? addDays(demoToday, -4) : last
  const closed = workdayFrom(addDays(last, randomOf(`closed:${plan.key}`).int(1, 4)))
  return {
    id,
    organization_id: organizationIdOf(plan.at),
    kind: plan.kind,
    series: plan.series,
    topic: plan.topic,
    held_on: plan.heldOn,
    ends_on: plan.endsOn,
    minutes: plan.minutes,
    place: plan.place,
    lecturer_id: lecturer && 'who' in lecturer ? memberIdOf(lecturer.who) : null,
    lecturer_name: lecturer && ('who' in lecturer ? personOf(lecturer.who).name : lecturer.name),
    meeting_id: meetingId,
    summary: plan.summary,
    guests: [],
    events,
    status,
    invited: audience.length,
    present,
    person_minutes: personMinutes(record),
    created_by: by.id,
    created_at: instant(entered, '17:30'),
    history: historyOf(record, by.name, instant(entered, '17:30'), instant(closed, '09:40')),
    version: { planned: 1, held: 2, closed: 3 }[status] + (plan.reopened ? 2 : 0),
  }
}

/** One that was opened again was first closed in the evening of the day it was entered. */
function historyOf({ plan }: StudyRecordPlan, by: string, entered: string, closed: string) {
  const event = (action: StudyEvent['action'], at: string, reason: string | null = null) => ({
    at,
    action,
    by,
    reason,
  })
  return [
    event('recorded', entered),
    ...(plan.reopened ? [event('closed', entered), event('reopened', closed, plan.reopened)] : []),
    ...(plan.status === 'closed' ? [event('closed', closed)] : []),
  ]
}

export const studyAttendanceRows = ({
  id,
  plan,
  audience,
}: StudyRecordPlan): SeedRow<'study_attendance'>[] =>
  audience.map(({ memberId, name, organizationName, present, minutes }, ordinal) => ({
    study_id: id,
    organization_id: organizationIdOf(plan.at),
    member_id: memberId,
    ordinal,
    name,
    organization_name: organizationName,
    present,
    minutes,
  }))

/** What of the closed ones is counted where. */
export const countedStudies = (records: readonly StudyRecordPlan[]) =>
  records
    .filter(({ plan }) => plan.status === 'closed')
    .map((record) => ({
      organization: record.plan.at,
      month: monthOf(record.plan.heldOn),
      kind: `study:${record.plan.kind}`,
      count: 1,
      minutes: personMinutes(record),
    }))
