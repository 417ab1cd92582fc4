// Study activities and who came.
import type { ColumnType, Generated } from 'kysely'
import type { Instant, Json, Version } from './columns.ts'

export interface StudyTable {
  id: string
  organization_id: string
  kind: string
  series: string | null
  topic: string
  held_on: string
  ends_on: string | null
  minutes: number
  place: string | null
  lecturer_id: string | null
  lecturer_name: string | null
  meeting_id: string | null
  summary: Generated<string>
  guests: Json<unknown[]>
  events: Json<unknown[]>
  status: Generated<string>
  invited: Generated<number>
  present: Generated<number>
  person_minutes: Generated<number>
  created_by: string
  created_at: Instant
  history: ColumnType<unknown[], string | undefined, string>
  version: Version
}

export interface StudyAttendanceTable {
  study_id: string
  organization_id: string
  member_id: string
  ordinal: number
  name: string
  organization_name: string
  present: boolean
  /** Of study, of one who was there for part of it; null: for all. */
  minutes: number | null
}
