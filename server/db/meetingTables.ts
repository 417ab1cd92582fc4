// Meetings, duties and what is counted from them.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Flag, Instant, Json, Version } from './columns.ts'

export interface MeetingTable {
  id: string
  organization_id: string
  types: string[]
  title: string
  held_on: string
  started_at: string
  ended_at: string | null
  place: string
  chair_id: string
  recorder_id: string
  chair_name: Generated<string>
  recorder_name: Generated<string>
  assessment_year: number | null
  agenda: Json<string[]>
  minutes: Generated<string>
  lecturer: string | null
  lecture_minutes: number | null
  guests: Json<unknown[]>
  speeches: Json<unknown[]>
  resolutions: Json<unknown[]>
  status: Generated<string>
  verdicts: ColumnType<unknown[], string | undefined, string>
  verdict: Generated<string>
  expected: Generated<number>
  present: Generated<number>
  on_leave: Generated<number>
  absent: Generated<number>
  voters: Generated<number>
  voters_present: Generated<number>
  resolution_count: Generated<number>
  correction_count: Generated<number>
  entered_late: Flag
  return_reason: string | null
  /** Of the organ on the day, of who recorded and of who signed: kept from submission and signing on. */
  organization_name: Generated<string | null>
  created_by_name: Generated<string | null>
  signed_by_name: Generated<string | null>
  created_by: string
  created_at: Instant
  submitted_at: Instant | null
  signed_by: string | null
  signed_at: Instant | null
  archived_at: Instant | null
  version: Version
}

export interface AttendanceTable {
  meeting_id: string
  organization_id: string
  member_id: string
  ordinal: number
  name: string
  stage: string
  organization_name: string
  has_vote: boolean
  status: string
  reason: string | null
  written_opinion: Flag
}

export interface CorrectionTable {
  id: string
  meeting_id: string
  field: string
  wrong: string
  right: string
  reason: string
  by_account: string
  by_name: string
  at: Instant
}

export interface MakeupTable {
  id: string
  meeting_id: string
  organization_id: string
  member_id: string
  due_on: string
  done_on: string | null
  how: string | null
  confirmed_by: string | null
  version: Version
}

export interface ExemptionTable {
  id: string
  organization_id: string
  duty: string
  from_day: string
  to_day: string
  reason: string
  document_number: string
  approved_by: string
  withdrawn_at: Instant | null
  version: Version
}

export interface DeltaTable {
  id: string
  organization_id: string
  month: string
  kind: string
  count: number
  minutes: Generated<number>
}

export interface RollupTable {
  organization_id: string
  kind: string
  /** 'YYYY-MM', or 'Y2026' with what the year's months add up to. */
  month: string
  count: number
  minutes: number
}

/** Twelve numbers per organ, duty and year; the masks are made from them by the database. */
export interface HeldTable {
  year: number
  organization_id: string
  duty: string
  held: number[]
  late: number[]
  awaiting: number[]
  held_months: GeneratedAlways<number>
  prompt_months: GeneratedAlways<number>
  awaiting_months: GeneratedAlways<number>
}

/** Of an organization alone in the year that begins on `starts_on`: by kind twelve numbers. */
export interface OwnCountTable {
  organization_id: string
  starts_on: string
  counts: Record<string, number[]>
}

/** The counts of this organization are to be made anew. */
export interface RecountMarkTable {
  id: string
  organization_id: string
}

/** A year whose counts are kept, and the day that they speak of. */
export interface RecountYearTable {
  year: number
  as_of: string
}
