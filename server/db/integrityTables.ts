// 廉洁教育: what everybody with the right to look may know, and the talks, which hardly anybody may.
import type { ColumnType, Generated } from 'kysely'
import type { Instant, Version } from './columns.ts'

export interface WarningEducationTable {
  id: string
  organization_id: string
  title: string
  theme: string
  held_on: string
  place: string | null
  follow_up: Generated<string>
  meeting_id: string | null
  expected: number
  present: number
  recorded_by: string
  recorded_at: Instant
  withdrawn_at: Instant | null
  withdraw_reason: string | null
  version: Version
}

export interface EducationAttendanceTable {
  education_id: string
  /** Who held it. */
  organization_id: string
  /** Where the member stood that day. */
  place_id: string
  member_id: string
  ordinal: number
  name: string
  organization_name: string
  present: boolean
}

export interface EducationFollowUpTable {
  id: string
  education_id: string
  /** Who held it. */
  organization_id: string
  /** Who is to do it. */
  place_id: string
  what: string
  due_on: string
  done_on: string | null
  result: string | null
  checked_by: string | null
  reopened: Generated<string>
  version: Version
}

export interface TalkTable {
  id: string
  organization_id: string
  kind: string
  occasion: string
  talker_id: string
  talkee_id: string
  talker_name: string
  talkee_name: string
  /** Posts the talker held that day. */
  talker_posts: string[]
  held_on: string
  place: string
  reason: string
  points: string
  statement: Generated<string>
  acknowledged_on: string | null
  recorded_by: string
  recorded_at: Instant
  withdrawn_at: Instant | null
  withdraw_reason: string | null
  version: Version
}

export interface TalkFollowUpTable {
  id: string
  talk_id: string
  what: string
  due_on: string
  done_on: string | null
  result: string | null
  reopened: Generated<string>
  version: Version
}

export interface ResponsibilityTable {
  id: string
  organization_id: string
  year: number
  layer: string
  title: string
  owner_id: string
  owner_name: string
  due_on: string
  done_on: string | null
  evidence: string | null
  checked_by: string | null
  reported_on: Generated<string | null>
  report: Generated<string | null>
  return_reason: Generated<string | null>
  events: ColumnType<unknown[], string | undefined, string>
  version: Version
}
