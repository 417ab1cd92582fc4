// The tree and the roster.
import type { ColumnType, Generated } from 'kysely'
import type { TermCorrection } from '#domain/organizations.ts'
import type { Flag, Instant, Version } from './columns.ts'

export interface OrganizationTable {
  id: string
  parent_id: string | null
  path: string
  kind: string
  branch_kind: string | null
  name: string
  full_name: string | null
  national_code: string | null
  name_pinyin: string
  name_initials: string
  rank: Generated<number>
  founded_on: string
  closed_on: string | null
  closed_reason: string | null
  version: Version
}

export interface OrganizationHistoryTable {
  id: string
  organization_id: string
  name: string
  parent_id: string | null
  valid_from: string
  valid_to: string | null
  reason: string | null
}

export interface MemberTable {
  id: string
  organization_id: string
  name: string
  name_pinyin: string
  name_initials: string
  name_sort: string
  sex: string
  ethnicity: string
  birth_on: string | null
  native_place: string | null
  education: string | null
  degree: string | null
  school: string | null
  job: string | null
  work_started_on: string | null
  id_cipher: string | null
  id_mac: string | null
  id_mask: string | null
  phone_cipher: string | null
  phone_mask: string | null
  address_cipher: string | null
  address_mask: string | null
  applied_on: string | null
  joined_on: string | null
  full_on: string | null
  party_age_from: string | null
  party_age_reason: string | null
  stage: string
  standing: Generated<string>
  rights: Generated<string>
  relation: Generated<string>
  mobile: Flag
  lost: Flag
  lost_since: string | null
  /** Until when the letter is valid with which somebody is on the way (`relation`); null for everybody else. */
  letter_until: Generated<string | null>
  /** How who left the Party did; null for everybody else, and where nobody was asked. */
  leaving: Generated<string | null>
  /** Of who is on probation that was extended. */
  probation_until: Generated<string | null>
  created_at: Instant
  version: Version
}

export interface MemberStateTable {
  id: string
  member_id: string
  organization_id: string
  stage: string
  standing: string
  rights: string
  relation: string
  mobile: boolean
  lost: boolean
  valid_from: string
  valid_to: string | null
  reason: string | null
  /** How, of who has left the Party. */
  leaving: Generated<string | null>
  /** 转正之日, of a change to full membership. */
  full_on: Generated<string | null>
  /** 介绍信 of who is on the way, and still of the state that ends it. */
  letter_number: Generated<string | null>
  letter_other: Generated<string | null>
  letter_issued_on: Generated<string | null>
  letter_valid_until: Generated<string | null>
  /** 回执. */
  receipt_on: Generated<string | null>
  /** To when probation was extended, by this change or one before. */
  probation_until: Generated<string | null>
}

export interface TermTable {
  id: string
  organization_id: string
  started_on: string
  ends_on: string
  extended_to: string | null
  extension_document: string | null
  meeting_id: Generated<string | null>
  ended_on: string | null
  corrections: ColumnType<TermCorrection[], string | undefined, string>
  version: Version
}

export interface PostTable {
  id: string
  organization_id: string
  member_id: string
  post: string
  started_on: string
  ended_on: string | null
  version: Version
}
