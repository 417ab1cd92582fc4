import type { SeedCount } from './counts.ts'
import { addDays, monthOf, type Day } from '#domain/dates.ts'
import type { ResponsibilityEvent } from '#domain/responsibilities.ts'
import { shouldAttend } from '#domain/rules/membership.ts'
import { branchAt, nameAt, organizationIdOf, planOf } from './bureau.ts'
import { demoToday, instant } from './clock.ts'
import {
  educationPlans,
  placeOn,
  responsibilityPlans,
  talkPlans,
  type EducationPlan,
} from './integrity.ts'
import { memberIdOf } from './members.ts'
import { people, personOf } from './people.ts'
import { posts } from './posts.ts'
import { seedId } from './random.ts'
import type { MeetingRecordPlan } from './records.ts'
import { inRosterOrder } from './roster.ts'
import type { SeedRow } from './rows.ts'
import { spanAt } from './spans.ts'

const recordedBy = personOf('market-2:1').name

interface Attended {
  memberId: string
  place: string
  name: string
  placeName: string
  present: boolean
}

/** An education with who should have been there: by the signed minutes, or by the roster of the day. */
interface EducationRecordPlan {
  id: string
  plan: EducationPlan
  heldOn: Day
  place: string | null
  meetingId: string | null
  attended: Attended[]
}

function educationOf(
  plan: EducationPlan,
  records: readonly MeetingRecordPlan[],
): EducationRecordPlan {
  const meeting = records.find((record) => record.plan.key === plan.meeting)
  if (plan.meeting && meeting?.status !== 'signed' && meeting?.status !== 'archived')
    throw new RangeError(`no signed meeting ${plan.meeting}`)
  const heldOn = meeting?.content.heldOn ?? plan.heldOn
  return {
    id: seedId(instant(heldOn, '17:00'), `education:${plan.key}`),
    plan,
    heldOn,
    place: meeting?.content.place ?? plan.place,
    meetingId: meeting?.id ?? null,
    attended: meeting ? byMinutes(meeting) : byRoster(plan, heldOn),
  }
}

const byMinutes = ({ judged, content, plan }: MeetingRecordPlan): Attended[] =>
  judged.attendance.map(({ memberId, name, organizationName, status }) => {
    const person = people.find(({ key }) => memberIdOf(key) === memberId)
    return {
      memberId,
      place: (person && spanAt(person.key, content.heldOn)?.place) ?? plan.organization,
      name,
      placeName: organizationName,
      present: status === 'present',
    }
  })

function byRoster({ organization, missingEvery = 0 }: EducationPlan, on: Day): Attended[] {
  return people
    .flatMap(({ key }) => {
      const span = spanAt(key, on)
      if (!span || !shouldAttend(span)) return []
      const inside =
        planOf(organization).parent === null || branchAt(span.place, on) === organization
      return inside ? [{ key, span }] : []
    })
    .toSorted(inRosterOrder)
    .map(({ key, span }, index) => ({
      memberId: memberIdOf(key),
      place: span.place,
      name: personOf(key).name,
      placeName: nameAt(span.place, on),
      present: missingEvery === 0 || index % missingEvery !== missingEvery - 1,
    }))
}

export const educationRecords = (records: readonly MeetingRecordPlan[]): EducationRecordPlan[] =>
  educationPlans.map((plan) => educationOf(plan, records))

const presentOf = ({ attended }: EducationRecordPlan): number =>
  attended.filter(({ present }) => present).length

/** The id of a 警示教育, by the key of its plan. */
export const educationIdIn =
  (educations: readonly EducationRecordPlan[]) =>
  (key: string): string => {
    const found = educations.find(({ plan }) => plan.key === key)
    if (!found) throw new RangeError(`no education ${key}`)
    return found.id
  }

export const educationRows = (
  educations: readonly EducationRecordPlan[],
): SeedRow<'warning_education'>[] =>
  educations.map((education) => {
    const { id, plan, heldOn, place, meetingId, attended } = education
    return {
      id,
      organization_id: organizationIdOf(plan.organization),
      title: plan.title,
      theme: plan.theme,
      held_on: heldOn,
      place,
      follow_up: plan.followUp,
      meeting_id: meetingId,
      expected: attended.length,
      present: presentOf(education),
      recorded_by: recordedBy,
      recorded_at: instant(addDays(heldOn, 1), '10:00'),
      withdrawn_at: plan.withdrawn ? instant(addDays(heldOn, 4), '09:30') : null,
      withdraw_reason: plan.withdrawn ?? null,
      version: plan.withdrawn ? 2 : 1,
    }
  })

export const educationAttendanceRows = (
  educations: readonly EducationRecordPlan[],
): SeedRow<'education_attendance'>[] =>
  educations.flatMap(({ id, plan, attended }) =>
    attended.map((one, ordinal) => ({
      education_id: id,
      organization_id: organizationIdOf(plan.organization),
      place_id: organizationIdOf(one.place),
      member_id: one.memberId,
      ordinal,
      name: one.name,
      organization_name: one.placeName,
      present: one.present,
    })),
  )

const talkId = (key: string, heldOn: Day): string => seedId(instant(heldOn, '16:00'), `talk:${key}`)

export const talkRows = (): SeedRow<'talk'>[] =>
  talkPlans.map((plan) => ({
    id: talkId(plan.key, plan.heldOn),
    organization_id: organizationIdOf(placeOn(plan.talkee, plan.heldOn).place),
    kind: plan.kind,
    occasion: plan.occasion,
    talker_id: memberIdOf(plan.talker),
    talkee_id: memberIdOf(plan.talkee),
    talker_name: personOf(plan.talker).name,
    talkee_name: personOf(plan.talkee).name,
    talker_posts: [
      ...new Set(
        posts
          .filter(
            ({ who, from, to }) =>
              who === plan.talker && from <= plan.heldOn && (to === null || plan.heldOn <= to),
          )
          .map(({ post }) => post),
      ),
    ],
    held_on: plan.heldOn,
    place: plan.place,
    reason: plan.reason,
    points: plan.points,
    statement: plan.statement,
    acknowledged_on:
      plan.confirmedAfter === null ? null : addDays(plan.heldOn, plan.confirmedAfter),
    recorded_by: recordedBy,
    recorded_at: instant(plan.heldOn, '17:30'),
    withdrawn_at: null,
    withdraw_reason: null,
    version: plan.confirmedAfter === null ? 1 : 2,
  }))

export const followUpRows = (): SeedRow<'talk_follow_up'>[] =>
  talkPlans.flatMap(({ key, heldOn, followUps }) =>
    followUps.map(({ what, dueOn, doneOn, result }, index) => ({
      id: seedId(instant(heldOn, '17:00'), `follow-up:${key}:${index}`),
      talk_id: talkId(key, heldOn),
      what,
      due_on: dueOn,
      done_on: doneOn ?? null,
      result: result ?? null,
      version: doneOn ? 2 : 1,
    })),
  )

export const responsibilityRows = (): SeedRow<'responsibility'>[] =>
  responsibilityPlans.map((plan) => ({
    id: seedId(instant('2026-01-15', '10:00'), `responsibility:${plan.key}`),
    organization_id: organizationIdOf(plan.organization),
    year: Number(demoToday.slice(0, 4)),
    layer: plan.layer,
    title: plan.title,
    owner_id: memberIdOf(plan.owner),
    owner_name: personOf(plan.owner).name,
    due_on: plan.dueOn,
    done_on: plan.doneOn,
    evidence: plan.evidence,
    checked_by: plan.doneOn ? recordedBy : null,
    events: plan.doneOn
      ? [
          {
            at: instant(plan.doneOn, '16:30'),
            action: 'checked',
            by: recordedBy,
            doneOn: plan.doneOn,
            evidence: plan.evidence,
            reason: null,
          } satisfies ResponsibilityEvent,
        ]
      : [],
    version: plan.doneOn ? 2 : 1,
  }))

/** What stands of 廉洁教育, as the features count it. */
export const countedIntegrity = (educations: readonly EducationRecordPlan[]): SeedCount[] => [
  ...educations
    .filter(({ plan }) => !plan.withdrawn)
    .flatMap((education) => {
      const { organization } = education.plan
      const month = monthOf(education.heldOn)
      return [
        { organization, month, kind: 'integrity:warning-education', count: 1, minutes: 0 },
        {
          organization,
          month,
          kind: 'integrity:educated',
          count: presentOf(education),
          minutes: 0,
        },
      ]
    }),
  ...talkPlans.flatMap(({ talkee, heldOn, kind }) => {
    const organization = placeOn(talkee, heldOn).place
    const month = monthOf(heldOn)
    return ['integrity:talk', `integrity:talk:${kind}`].map((one) => ({
      organization,
      month,
      kind: one,
      count: 1,
      minutes: 0,
    }))
  }),
]
