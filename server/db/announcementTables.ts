// Announced meetings, and what those who are called answered.
import type { Generated } from 'kysely'
import type { Moved } from '#domain/announcements.ts'
import type { Instant, Json, Version } from './columns.ts'

export interface AnnouncementTable {
  id: string
  organization_id: string
  types: string[]
  title: string
  held_on: string
  started_at: string
  place: string
  agenda: Json<string[]>
  round: Generated<number>
  change_reason: string | null
  call_off_reason: string | null
  moved_from: Json<Moved> | null
  moved_at: Instant | null
  meeting_id: string | null
  created_by: string
  created_by_name: string
  created_at: Instant
  version: Version
}

export interface AnnouncementAnswerTable {
  announcement_id: string
  organization_id: string
  member_id: string
  round: number
  answer: string
  reason: string | null
  answered_at: Instant
}
