import type { Day } from './dates.ts'
import type {
  AttendanceRecord,
  Attendee,
  MeetingRow,
  MeetingType,
  Resolution,
  ResolutionRecord,
  RosterEntry,
} from './meetings.ts'
import { majorityVerdict, quorumVerdict, type ElectionBasis } from './rules/quorum.ts'
import { gravest, type Verdict } from './rules/verdict.ts'

/** The numbers of a meeting; `voters` = 应到会有表决权, `votersPresent` = those of them who came. */
export interface Tally {
  expected: number
  present: number
  leave: number
  absent: number
  voters: number
  votersPresent: number
}

/**
 * The should-attend list with what was marked. Whoever is not marked was present: the secretary records once, and only
 * who was missing. Marks of people who are not on the list are dropped; `checkMeeting` refuses them before.
 */
export function fillAttendance(
  entries: readonly RosterEntry[],
  marks: readonly Attendee[],
): AttendanceRecord[] {
  const marked = new Map<string, Attendee>(marks.map((mark) => [mark.memberId, mark]))
  return entries.map((entry) => {
    const mark = marked.get(entry.memberId)
    const present = !mark || mark.status === 'present'
    return {
      ...entry,
      status: mark?.status ?? 'present',
      reason: present ? null : mark.reason,
      writtenOpinion: !present && mark.writtenOpinion,
    }
  })
}

export function tallyOf(attendance: readonly AttendanceRecord[]): Tally {
  const count = (holds: (one: AttendanceRecord) => boolean) => attendance.filter(holds).length
  return {
    expected: attendance.length,
    present: count(({ status }) => status === 'present'),
    leave: count(({ status }) => status === 'leave'),
    absent: count(({ status }) => status === 'absent'),
    voters: count(({ hasVote }) => hasVote),
    votersPresent: count(({ hasVote, status }) => hasVote && status === 'present'),
  }
}

/** Absent voters who gave a formal written opinion: votes, not presence (2026 细则 Art. 20). */
export const writtenOpinions = (attendance: readonly AttendanceRecord[]): number =>
  attendance.filter(({ hasVote, writtenOpinion }) => hasVote && writtenOpinion).length

/** What is told of a meeting as a whole: the quorum of an assembly, a committee and a leading body; no article asks one of the others. */
export function meetingVerdicts(meeting: {
  types: readonly MeetingType[]
  heldOn: Day
  expected: number
  present: number
  voters: number
  votersPresent: number
}): Verdict[] {
  const presence = { eligible: meeting.voters, present: meeting.votersPresent }
  // Nobody votes: whoever should attend counts.
  const team = { eligible: meeting.expected, present: meeting.present }
  const verdicts: Verdict[] = []
  if (meeting.types.includes('general-meeting'))
    verdicts.push(quorumVerdict('ordinary', presence, meeting.heldOn))
  if (meeting.types.includes('committee-meeting'))
    verdicts.push(quorumVerdict('committee', presence, meeting.heldOn))
  if (meeting.types.includes('democratic-life'))
    verdicts.push(quorumVerdict('democratic-life', team, meeting.heldOn))
  return verdicts
}

/** Quorum and majority of one resolution, by the rule of its kind (handbook §3.2: the denominator is 应到, never 实到). */
export function resolutionVerdicts(
  { kind, yes, no, abstain, written, secretBallot }: Resolution,
  meeting: { heldOn: Day; voters: number; votersPresent: number; electionBasis?: ElectionBasis },
): Verdict[] {
  const { heldOn: on, voters: eligible, votersPresent: present, electionBasis } = meeting
  const ballot = { eligible, present, written, yes, no, abstain, secretBallot, electionBasis, on }
  return [quorumVerdict(kind, { eligible, present, written }, on), majorityVerdict(kind, ballot)]
}

/** The worst of many as the list shows it; what has no rule or does not apply is no fault. */
export function worst(verdicts: readonly Verdict[]): MeetingRow['verdict'] {
  const status = gravest(verdicts)?.status
  return status === 'unmet' || status === 'warning' ? status : 'met'
}

/** As typed, with the name of whom it is about where that is known. */
export type NamedResolution = Resolution & { subjectName?: string | null }

export interface Assessment {
  attendance: AttendanceRecord[]
  tally: Tally
  resolutions: ResolutionRecord[]
  verdicts: Verdict[]
  verdict: MeetingRow['verdict']
}

/** Everything computed from what was typed and the roster of the day: on the screen while typing, in the server when saving. */
export function assess(
  content: {
    types: readonly MeetingType[]
    heldOn: Day
    attendance: readonly Attendee[]
    resolutions: readonly NamedResolution[]
  },
  entries: readonly RosterEntry[],
  electionBasis: ElectionBasis,
): Assessment {
  const attendance = fillAttendance(entries, content.attendance)
  const tally = tallyOf(attendance)
  const meeting = { ...tally, types: content.types, heldOn: content.heldOn, electionBasis }
  const verdicts = meetingVerdicts(meeting)
  const resolutions = content.resolutions.map((one) => ({
    ...one,
    subjectName: one.subjectName ?? null,
    verdicts: resolutionVerdicts(one, meeting),
  }))
  const all = [...verdicts, ...resolutions.flatMap((one) => one.verdicts)]
  return { attendance, tally, resolutions, verdicts, verdict: worst(all) }
}
