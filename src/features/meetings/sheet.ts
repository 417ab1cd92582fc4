import type { Day } from '#domain/dates.ts'
import type { MeetingRecord, MeetingType, ResolutionKind } from '#domain/meetings.ts'
import { resolutionKindsOf } from '#domain/meetings.rules.ts'

export interface Person {
  id: string
  name: string
}

/** What is marked of somebody who did not come; everybody else was present. */
export interface Mark {
  status: 'leave' | 'absent'
  reason: string
  writtenOpinion: boolean
}

export type VoteField = 'yes' | 'no' | 'abstain' | 'written'

export interface ResolutionSheet {
  id: string
  title: string
  text: string
  kind: ResolutionKind
  subject: Person | null
  secretBallot: boolean
  /** Every voter present agreed: the numbers follow the attendance. */
  unanimous: boolean
  votes: Record<VoteField, string>
}

/** The form as it is being filled in: numbers are text, rows carry ids, and nothing has to be complete. */
export interface Sheet {
  types: MeetingType[]
  /** Null: made from organ, type and period. */
  title: string | null
  heldOn: string
  startedAt: string
  endedAt: string
  place: string
  chair: Person | null
  recorder: Person | null
  assessmentYear: number | null
  agenda: string
  minutes: string
  /** Empty: the chair, unless somebody was invited. */
  lecturer: string
  /** 外请: no member, but a name as it is written. */
  lecturerInvited: boolean
  lectureMinutes: string
  /** By member id. Marks of people who are not on today's list are kept, in case the day changes back. */
  marks: Record<string, Mark>
  guests: { id: string; name: string; capacity: string }[]
  speeches: { id: string; speaker: string; text: string; dissent: boolean }[]
  resolutions: ResolutionSheet[]
}

let rows = 0
/** Names a row of this page; never stored on the server. */
export const rowId = (): string => `${Date.now().toString(36)}${(rows += 1)}`

export const blankResolution = (kind: ResolutionKind = 'ordinary'): ResolutionSheet => ({
  id: rowId(),
  title: '',
  text: '',
  kind,
  subject: null,
  secretBallot: false,
  unanimous: false,
  votes: { yes: '', no: '', abstain: '', written: '' },
})

export const blankSheet = (heldOn: Day): Sheet => ({
  types: [],
  title: null,
  heldOn,
  startedAt: '09:00',
  endedAt: '',
  place: '',
  chair: null,
  recorder: null,
  assessmentYear: null,
  agenda: '',
  minutes: '',
  lecturer: '',
  lecturerInvited: false,
  lectureMinutes: '',
  marks: {},
  guests: [],
  speeches: [],
  resolutions: [blankResolution()],
})

/** After a change of types: every resolution is of a kind that such a meeting can decide. */
export function fitted(sheet: Sheet): Sheet {
  const kinds = resolutionKindsOf(sheet.types)
  const [usual = 'ordinary'] = kinds
  const resolutions = sheet.resolutions.map((row) =>
    kinds.includes(row.kind) ? row : { ...row, kind: usual },
  )
  return { ...sheet, resolutions }
}

/** Who lectured, by name. */
export const lecturerOf = ({ lecturer, lecturerInvited, chair }: Sheet): string =>
  lecturer.trim() || (lecturerInvited ? '' : (chair?.name ?? ''))

/** Nobody lectured, or somebody of the record did: anybody else was invited. */
const isOfRecord = ({ lecturer, chairName, attendance }: MeetingRecord): boolean =>
  lecturer === null || lecturer === chairName || attendance.some(({ name }) => name === lecturer)

/** A saved record as a form. */
export function sheetOf(record: MeetingRecord): Sheet {
  return {
    types: record.types,
    title: record.title,
    heldOn: record.heldOn,
    startedAt: record.startedAt,
    endedAt: record.endedAt ?? '',
    place: record.place,
    chair: { id: record.chairId, name: record.chairName },
    recorder: { id: record.recorderId, name: record.recorderName },
    assessmentYear: record.assessmentYear,
    agenda: record.agenda.join('\n'),
    minutes: record.minutes,
    lecturer: record.lecturer ?? '',
    lecturerInvited: !isOfRecord(record),
    lectureMinutes: record.lectureMinutes?.toString() ?? '',
    marks: Object.fromEntries(
      record.attendance.flatMap(({ memberId, status, reason, writtenOpinion }) =>
        status === 'present' ? [] : [[memberId, { status, reason: reason ?? '', writtenOpinion }]],
      ),
    ),
    guests: record.guests.map(({ name, capacity }) => ({
      id: rowId(),
      name,
      capacity: capacity ?? '',
    })),
    speeches: record.speeches.map((speech) => ({ id: rowId(), ...speech })),
    resolutions:
      record.resolutions.length === 0
        ? [blankResolution()]
        : record.resolutions.map((one) => ({
            id: rowId(),
            title: one.title,
            text: one.text,
            kind: one.kind,
            subject:
              one.subjectMemberId === null
                ? null
                : { id: one.subjectMemberId, name: one.subjectName ?? '' },
            secretBallot: one.secretBallot,
            unanimous: false,
            votes: {
              yes: `${one.yes}`,
              no: `${one.no}`,
              abstain: `${one.abstain}`,
              written: `${one.written}`,
            },
          })),
  }
}
