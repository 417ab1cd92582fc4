import { addDays } from '#domain/dates.ts'
import { owesMakeup } from '#domain/meetings.rules.ts'
import { bookedTo } from '#domain/rules/duties.ts'
import { nameAt } from './bureau.ts'
import { ago, demoToday, instant, workdayFrom } from './clock.ts'
import { personOf } from './people.ts'
import { randomOf, seedId } from './random.ts'
import type { MeetingRecordPlan } from './records.ts'
import type { SeedRow } from './rows.ts'
import * as phrases from './texts/phrases.ts'

const at = (day: string | null, time: string): string | null =>
  day === null ? null : instant(day, time)
const versions = { draft: 1, submitted: 2, signed: 3, archived: 4 }

export function meetingRow(record: MeetingRecordPlan): SeedRow<'meeting'> {
  const { id, plan, sitting, content, judged, status, days, createdBy, signedBy, enteredLate } =
    record
  const corrections = plan.corrections?.length ?? 0
  return {
    id,
    organization_id: content.organizationId,
    types: content.types,
    title: content.title,
    held_on: content.heldOn,
    started_at: content.startedAt,
    ended_at: content.endedAt,
    place: content.place,
    chair_id: content.chairId,
    recorder_id: content.recorderId,
    chair_name: personOf(sitting.chair).name,
    recorder_name: personOf(sitting.recorder).name,
    assessment_year: content.assessmentYear,
    agenda: content.agenda,
    minutes: content.minutes,
    lecturer: content.lecturer,
    lecture_minutes: content.lectureMinutes,
    guests: content.guests,
    speeches: content.speeches,
    resolutions: judged.resolutions,
    status,
    verdicts: judged.verdicts,
    verdict: judged.verdict,
    expected: judged.tally.expected,
    present: judged.tally.present,
    on_leave: judged.tally.leave,
    absent: judged.tally.absent,
    voters: judged.tally.voters,
    voters_present: judged.tally.votersPresent,
    resolution_count: judged.resolutions.length,
    correction_count: corrections,
    entered_late: enteredLate,
    return_reason: plan.returnReason ?? null,
    ...(status !== 'draft' && {
      organization_name: nameAt(plan.organization, content.heldOn),
      created_by_name: createdBy.name,
    }),
    created_by: createdBy.id,
    created_at: instant(days.entered, '17:20'),
    submitted_at: at(days.submitted, '17:40'),
    signed_by: days.signed === null ? null : signedBy.id,
    signed_by_name: days.signed === null ? null : signedBy.name,
    signed_at: at(days.signed, '18:05'),
    archived_at: at(days.archived, '18:10'),
    // A returned draft has been submitted and sent back.
    version: versions[status] + corrections + (plan.returnReason ? 2 : 0),
  }
}

export const attendanceRows = ({
  id,
  content,
  judged,
}: MeetingRecordPlan): SeedRow<'attendance'>[] =>
  judged.attendance.map((one, ordinal) => ({
    meeting_id: id,
    organization_id: content.organizationId,
    member_id: one.memberId,
    ordinal,
    name: one.name,
    stage: one.stage,
    organization_name: one.organizationName,
    has_vote: one.hasVote,
    status: one.status,
    reason: one.reason,
    written_opinion: one.writtenOpinion,
  }))

export const correctionRows = ({
  id,
  plan,
  days,
  signedBy,
}: MeetingRecordPlan): SeedRow<'correction'>[] =>
  (plan.corrections ?? []).map(({ field, wrong, right, reason, after }) => {
    const day = addDays(days.archived ?? plan.heldOn, after)
    return {
      id: seedId(instant(day, '10:00'), `correction:${plan.key}:${field}`),
      meeting_id: id,
      field,
      wrong,
      right,
      reason,
      by_account: signedBy.id,
      by_name: signedBy.name,
      at: instant(day, '10:00'),
    }
  })

const makeupDays = 3

/** Whoever missed a signed meeting owes 补学: most did it in time, some late, a few not yet. */
export function makeupRows({
  id,
  plan,
  content,
  judged,
  days,
  signedBy,
}: MeetingRecordPlan): SeedRow<'makeup'>[] {
  const { signed } = days
  if (signed === null || !owesMakeup(content.types)) return []
  const dueOn = addDays(signed, makeupDays)
  return judged.attendance
    .filter(({ status }) => status !== 'present')
    .map(({ memberId, reason }) => {
      const random = randomOf(`makeup:${plan.key}:${memberId}`)
      const late = random.chance(0.06)
      const day = workdayFrom(addDays(signed, late ? random.int(5, 16) : random.int(0, 2)))
      const owedDays = ago(signed)
      const lazy = owedDays < 21 ? 0.35 : owedDays < 50 ? 0.12 : 0.004
      const never = reason === '失去联系' ? ago(plan.heldOn) < 60 : random.chance(lazy)
      const done = never || day > demoToday ? null : day
      return {
        id: seedId(instant(signed, '18:06'), `makeup:${plan.key}:${memberId}`),
        meeting_id: id,
        organization_id: content.organizationId,
        member_id: memberId,
        due_on: dueOn,
        done_on: done,
        how:
          done === null
            ? null
            : reason === '失去联系'
              ? '失联党员，已按失联查找程序登记'
              : random.pick(phrases.makeupWays),
        confirmed_by: done === null ? null : signedBy.id,
        version: done === null ? 1 : 2,
      }
    })
}

type Held = Required<
  Pick<SeedRow<'held'>, 'year' | 'organization_id' | 'duty' | 'held' | 'late' | 'awaiting'>
>

/** How often each organ held each duty, month by month, as `server/counts/held.ts` keeps it. */
export function heldRows(records: readonly MeetingRecordPlan[]): Held[] {
  const rows = new Map<string, Held>()
  const twelve = (): number[] => Array.from({ length: 12 }, () => 0)
  for (const { content, status, enteredLate } of records) {
    for (const duty of content.types) {
      const booked = bookedTo(duty, { on: content.heldOn, assessmentYear: content.assessmentYear })
      if (!booked) continue
      const key = `${booked.year} ${content.organizationId} ${duty}`
      const row = rows.get(key) ?? {
        year: booked.year,
        organization_id: content.organizationId,
        duty,
        held: twelve(),
        late: twelve(),
        awaiting: twelve(),
      }
      rows.set(key, row)
      const signed = status === 'signed' || status === 'archived'
      const add = (numbers: number[]): void => {
        numbers[booked.cell - 1] = (numbers[booked.cell - 1] ?? 0) + 1
      }
      add(signed ? row.held : row.awaiting)
      if (signed && enteredLate) add(row.late)
    }
  }
  return [...rows.values()]
}
