import {
  newMeeting,
  type Attendee,
  type DayRoster,
  type MeetingInput,
  type Resolution,
  type RosterEntry,
} from '#domain/meetings.ts'
import type { MemberId } from '#domain/ids.ts'
import { missingParts, type Missing as MissingPart } from '#domain/meetings.complete.ts'
import {
  assess,
  fillAttendance,
  tallyOf,
  writtenOpinions,
  type Assessment,
  type Tally,
} from '#domain/meetings.verdicts.ts'
import { lecturerOf, type ResolutionSheet, type Sheet } from './sheet.ts'

/** Field of the form (`resolutions.<row>.yes`, `attendance.<member>.reason`, `heldOn`) → sentence. */
export type FieldErrors = Readonly<Record<string, string>>

/** What is said where something is missing; the words come from the caller. */
export interface Missing {
  /** What the schema says, in the language of the screen. */
  said: (sentence: string) => string
  required: string
  votes: string
  uncounted: string
  /** What the minutes must say before they are submitted. */
  parts: Record<MissingPart, string>
}

/** Only a vote on somebody's development counts written opinions (2026 细则 Art. 20), so there must be one. */
export const countsWritten = ({ resolutions }: Sheet): boolean =>
  resolutions.some(({ kind }) => kind === 'development')

/** The marks as the contract has them; of people who are not on the list, none. */
export function marksOf(sheet: Sheet, entries: readonly RosterEntry[] | undefined): Attendee[] {
  const counted = countsWritten(sheet)
  const listed = entries && new Set<string>(entries.map(({ memberId }) => memberId))
  return Object.entries(sheet.marks)
    .filter(([id]) => !listed || listed.has(id))
    .map(([id, { status, reason, writtenOpinion }]) => ({
      memberId: id as MemberId,
      status,
      reason: reason.trim() || null,
      // Marked for a vote that was then taken out: it is no longer asked, nor sent.
      writtenOpinion: writtenOpinion && counted,
    }))
}

export interface Presence {
  tally: Tally
  /** Absent voters with a written opinion. */
  written: number
}

export function presenceOf(sheet: Sheet, entries: readonly RosterEntry[]): Presence {
  const filled = fillAttendance(entries, marksOf(sheet, entries))
  return { tally: tallyOf(filled), written: writtenOpinions(filled) }
}

type Judging = { entries: readonly RosterEntry[] } & Pick<DayRoster, 'electionBasis'>

/** What the rules make of the sheet as it stands. */
export function judgedOf(sheet: Sheet, { entries, electionBasis }: Judging): Assessment {
  const presence = presenceOf(sheet, entries)
  return assess(
    {
      types: sheet.types,
      heldOn: sheet.heldOn,
      attendance: marksOf(sheet, entries),
      resolutions: sheet.resolutions
        .filter((row) => !isBlank(row))
        .map((row) => resolutionOf(row, presence)),
    },
    entries,
    electionBasis,
  )
}

const whole = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : 0)

/** The votes of a row as numbers; of a unanimous one by who came. */
export function votesOf(row: ResolutionSheet, { tally, written }: Presence) {
  if (!row.unanimous) {
    const { yes, no, abstain } = row.votes
    return {
      yes: whole(yes),
      no: whole(no),
      abstain: whole(abstain),
      written: row.kind === 'development' ? whole(row.votes.written) : 0,
    }
  }
  const counted = row.kind === 'development' ? written : 0
  return { yes: tally.votersPresent + counted, no: 0, abstain: 0, written: counted }
}

export const isBlank = (row: ResolutionSheet): boolean =>
  !row.title.trim() &&
  !row.text.trim() &&
  !row.unanimous &&
  row.subject === null &&
  Object.values(row.votes).every((vote) => !vote.trim())

/** Was anything said of how it was voted? */
export const hasVotes = (row: ResolutionSheet): boolean =>
  row.unanimous || row.votes.yes.trim() !== ''

export function resolutionOf(row: ResolutionSheet, presence: Presence): Resolution {
  return {
    title: row.title.trim(),
    text: row.text.trim(),
    kind: row.kind,
    subjectMemberId:
      row.kind === 'development' || row.kind === 'election'
        ? ((row.subject?.id ?? null) as MemberId | null)
        : null,
    secretBallot: row.secretBallot,
    ...votesOf(row, presence),
  }
}

interface Facts {
  organizationId: string
  title: string
  entries: readonly RosterEntry[] | undefined
}

/** The content to send, and where each of its fields stands in the form. Rows left empty are not sent. */
export function contentOf(sheet: Sheet, { organizationId, title, entries }: Facts) {
  const presence = presenceOf(sheet, entries ?? [])
  const attendance = marksOf(sheet, entries)
  const guests = sheet.guests.filter(({ name, capacity }) => name.trim() || capacity.trim())
  const speeches = sheet.speeches.filter(({ speaker, text }) => speaker.trim() || text.trim())
  const rows = sheet.resolutions.filter((row) => !isBlank(row))
  const lecture = sheet.types.includes('party-lecture')
  const yearly = sheet.types.some((type) => type === 'life-meeting' || type === 'review')
  const content: MeetingInput = {
    organizationId,
    types: sheet.types,
    title: title.trim(),
    heldOn: sheet.heldOn,
    startedAt: sheet.startedAt,
    endedAt: sheet.endedAt || null,
    place: sheet.place.trim(),
    chairId: sheet.chair?.id ?? '',
    recorderId: sheet.recorder?.id ?? '',
    assessmentYear: yearly ? sheet.assessmentYear : null,
    agenda: sheet.agenda
      .split('\n')
      .map((item) => item.trim())
      .filter(Boolean),
    minutes: sheet.minutes.trim(),
    lecturer: lecture ? lecturerOf(sheet) || null : null,
    lectureMinutes: lecture && sheet.lectureMinutes.trim() ? whole(sheet.lectureMinutes) : null,
    attendance,
    guests: guests.map(({ name, capacity }) => ({
      name: name.trim(),
      capacity: capacity.trim() || null,
    })),
    speeches: speeches.map(({ speaker, text, dissent }) => ({
      speaker: speaker.trim(),
      text: text.trim(),
      dissent,
    })),
    resolutions: rows.map((row) => resolutionOf(row, presence)),
  }
  const ids: Record<string, readonly string[]> = {
    attendance: attendance.map(({ memberId }) => memberId),
    guests: guests.map(({ id }) => id),
    speeches: speeches.map(({ id }) => id),
    resolutions: rows.map(({ id }) => id),
  }
  /** `body.resolutions.0.yes` → `resolutions.<row>.yes`; `body.agenda.2` → `agenda`. */
  const placeOf = (path: string): string => {
    const [name = '', index, ...rest] = path.replace(/^body\./, '').split('.')
    const row = ids[name]?.[Number(index)]
    return row === undefined ? name : [name, row, ...rest].join('.')
  }
  /** Rows in favour to the last vote of a list that is not here: nobody knows yet how many that is. */
  const uncounted = entries ? [] : rows.filter(({ unanimous }) => unanimous).map(({ id }) => id)
  return { content, placeOf, uncounted }
}

/** What can be told before sending, by the same schema that the server uses. */
export function problemsOf(
  sheet: Sheet,
  made: ReturnType<typeof contentOf>,
  final: boolean,
  words: Missing,
): FieldErrors {
  const errors: Record<string, string> = {}
  if (sheet.chair === null) errors.chairId = words.required
  if (sheet.recorder === null) errors.recorderId = words.required
  if (!sheet.heldOn) errors.heldOn = words.required
  if (!sheet.startedAt) errors.startedAt = words.required
  const rows = sheet.resolutions.filter((row) => !isBlank(row))
  for (const row of rows)
    if (final && !hasVotes(row)) errors[`resolutions.${row.id}.yes`] = words.votes
  for (const id of made.uncounted) errors[`resolutions.${id}.yes`] = words.uncounted
  const parsed = newMeeting.safeParse(made.content)
  for (const issue of parsed.error?.issues ?? [])
    errors[made.placeOf(issue.path.join('.'))] ??= words.said(issue.message)
  if (final)
    for (const { field, what } of missingParts(made.content))
      errors[made.placeOf(field)] ??= words.parts[what]
  return errors
}
