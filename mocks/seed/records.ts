import { addDays } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import type { MemberId, OrganizationId } from '#domain/ids.ts'
import { tallyOf, fillAttendance, assess, writtenOpinions } from '#domain/meetings.verdicts.ts'
import type { Assessment } from '#domain/meetings.verdicts.ts'
import type { MeetingContent, MeetingStatus } from '#domain/meetings.ts'
import { leaderAccount, recorderAccount, secretaryAccount } from './accounts.ts'
import { sitting } from './attendance.ts'
import type { Sitting } from './attendance.ts'
import { branchAt, organizationIdOf, planOf } from './bureau.ts'
import { meetingPlans } from './calendar.ts'
import type { MeetingPlan } from './calendar.ts'
import { ago, demoToday, instant, workdayFrom } from './clock.ts'
import { compose } from './compose.ts'
import { memberIdOf } from './members.ts'
import { personOf } from './people.ts'
import { randomOf, seedId } from './random.ts'
import { resolutionsOf } from './resolutions.ts'
import { aspirantsAt } from './roster.ts'

/** A meeting as somebody typed it, with what the rules made of it and the days on which it moved on. */
export interface MeetingRecordPlan {
  id: string
  plan: MeetingPlan
  branch: string
  sitting: Sitting
  content: MeetingContent
  judged: Assessment
  status: MeetingStatus
  enteredLate: boolean
  days: Days
  createdBy: { id: string; name: string }
  signedBy: { id: string; name: string }
}

interface Days {
  entered: Day
  submitted: Day | null
  signed: Day | null
  archived: Day | null
}

const stageOf = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  candidate: '发展对象',
  probationary: '预备党员',
  full: '党员',
}

/** Where the record stands today: what is old is archived, what is of last week waits for a signature. */
function statusOf({ status, heldOn, key, enteredAfter = 0 }: MeetingPlan): MeetingStatus {
  if (status) return status
  const age = ago(heldOn) - enteredAfter
  if (age >= 45) return 'archived'
  const random = randomOf(`status:${key}`)
  if (age >= 6) return age >= 30 && random.chance(0.5) ? 'archived' : 'signed'
  return age >= 3 && random.chance(0.5) ? 'signed' : 'submitted'
}

const notAfterToday = (day: Day): Day => (day > demoToday ? demoToday : day)

function daysOf({ key, heldOn, enteredAfter }: MeetingPlan, status: MeetingStatus): Days {
  const random = randomOf(`days:${key}`)
  const entered = notAfterToday(workdayFrom(addDays(heldOn, enteredAfter ?? random.int(0, 2))))
  const submitted = notAfterToday(workdayFrom(addDays(entered, random.int(0, 1))))
  const signed = notAfterToday(workdayFrom(addDays(submitted, random.int(0, 3))))
  const archived = notAfterToday(workdayFrom(addDays(signed, random.int(7, 20))))
  const reached = ['draft', 'submitted', 'signed', 'archived'].indexOf(status)
  return {
    entered,
    submitted: reached >= 1 ? submitted : null,
    signed: reached >= 2 ? signed : null,
    archived: reached >= 3 ? archived : null,
  }
}

function recordOf(plan: MeetingPlan): MeetingRecordPlan {
  const branch = branchAt(plan.organization, plan.heldOn)
  const held = sitting(plan)
  const attendance = fillAttendance(held.roster.entries, held.marks)
  const tally = tallyOf(attendance)
  const present = attendance.filter(({ status }) => status === 'present')
  const composed = compose({
    plan,
    chair: personOf(held.chair).name,
    recorder: personOf(held.recorder).name,
    present: present.map(({ name }) => name),
    full: present.filter(({ stage }) => stage === 'full').length,
    expected: tally.expected,
    away: tally.expected - tally.present,
  })
  const votes = {
    eligible: tally.voters,
    present: tally.votersPresent,
    written: writtenOpinions(attendance),
  }
  const content: MeetingContent = {
    organizationId: organizationIdOf(plan.organization) as OrganizationId,
    types: [...plan.types],
    heldOn: plan.heldOn,
    chairId: memberIdOf(held.chair) as MemberId,
    recorderId: memberIdOf(held.recorder) as MemberId,
    assessmentYear: plan.assessmentYear,
    attendance: held.marks,
    guests: guestsOf(plan, branch),
    resolutions: resolutionsOf(plan, votes),
    ...composed,
  }
  const status = statusOf(plan)
  const days = daysOf(plan, status)
  const secretary = secretaryAccount(branchAt(plan.organization, demoToday))
  return {
    id: seedId(instant(days.entered, '15:00'), `meeting:${plan.key}`),
    plan,
    branch,
    sitting: held,
    content,
    judged: assess(content, held.roster.entries, 'present'),
    status,
    enteredLate: (plan.enteredAfter ?? 0) > 7,
    days,
    createdBy:
      planOf(plan.organization).kind === 'group'
        ? leaderAccount(plan.organization)
        : recorderAccount(branch),
    signedBy: secretary,
  }
}

/** Those on the way to joining sit in at assemblies, lectures and theme days. */
function guestsOf({ types, heldOn, key }: MeetingPlan, branch: string): MeetingContent['guests'] {
  if (
    !types.some(
      (type) => type === 'general-meeting' || type === 'party-lecture' || type === 'theme-day',
    )
  )
    return []
  const random = randomOf(`guests:${key}`)
  return aspirantsAt(branch, heldOn)
    .filter(() => random.chance(0.7))
    .map(({ name, stage }) => ({ name, capacity: stageOf[stage] }))
}

/** Every meeting of the books. */
export const recordPlans = (): MeetingRecordPlan[] => meetingPlans.map(recordOf)
