import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'

/** The database as Kysely sees it. Days 'YYYY-MM-DD', instants ISO strings, json parsed on reading. */
type Instant = ColumnType<string, string | Date, string | Date>
type Json<T> = JSONColumnType<T & object, string, string>
type Version = Generated<number>
type Flag = Generated<boolean>

interface InstallationTable {
  id: Generated<number>
  bureau_name: string | null
  demo: Flag
  setup_code_hash: string | null
  set_up_at: Instant | null
  demo_today: string | null
}

interface OrganizationTable {
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

interface OrganizationHistoryTable {
  id: string
  organization_id: string
  name: string
  parent_id: string | null
  valid_from: string
  valid_to: string | null
  reason: string | null
}

interface MemberTable {
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
  created_at: Instant
  version: Version
}

interface MemberStateTable {
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
}

interface TermTable {
  id: string
  organization_id: string
  started_on: string
  ends_on: string
  extended_to: string | null
  extension_document: string | null
  ended_on: string | null
  version: Version
}

interface PostTable {
  id: string
  organization_id: string
  member_id: string
  post: string
  started_on: string
  ended_on: string | null
  version: Version
}

interface MeetingTable {
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
  created_by: string
  created_at: Instant
  submitted_at: Instant | null
  signed_by: string | null
  signed_at: Instant | null
  archived_at: Instant | null
  version: Version
}

interface AttendanceTable {
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

interface CorrectionTable {
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

interface MakeupTable {
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

interface ExemptionTable {
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

interface ParameterTable {
  id: string
  key: string
  value: JSONColumnType<object, string, string>
  valid_from: string
  reason: string
  set_by: string
  set_at: Instant
}

interface AccountTable {
  id: string
  login: string
  name: string
  member_id: string | null
  password_hash: string | null
  password_set_at: Instant | null
  invitation_hash: string | null
  invitation_expires_at: Instant | null
  must_change: Flag
  disabled_at: Instant | null
  draft_key: string
  created_at: Instant
  version: Version
}

interface AssignmentTable {
  id: string
  account_id: string
  role: string
  organization_id: string | null
  granted_by: string | null
  granted_at: Instant
  revoked_at: Instant | null
  version: Version
}

interface SessionTable {
  id_hash: string
  account_id: string
  created_at: Instant
  seen_at: Instant
  idle_until: Instant
  ends_at: Instant
  ended_at: Instant | null
}

interface SignInFailureTable {
  login: string
  address: string
  failures: number
  locked_until: Instant | null
  last_at: Instant
}

interface IdempotencyTable {
  account_id: string
  key: string
  operation: string
  request_hash: string
  status: number
  response: JSONColumnType<object, string | null, string | null> | null
  created_at: Instant
}

interface AuditEntryTable {
  id: string
  at: Instant
  account_id: string | null
  actor: string
  action: string
  target_kind: string | null
  target_id: string | null
  organization_id: string | null
  detail: Json<Record<string, unknown>>
  request_id: string
  address: string | null
}

interface AuditSealTable {
  seq: number
  entry_id: string
  previous_hash: string
  hash: string
}

interface DeltaTable {
  id: string
  organization_id: string
  month: string
  kind: string
  count: number
  minutes: Generated<number>
}

interface RollupTable {
  organization_id: string
  kind: string
  month: string
  count: number
  minutes: number
}

/** Twelve numbers per organ, duty and year; the masks are made from them by the database. */
interface HeldTable {
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

export interface Tables {
  installation: InstallationTable
  locks: { name: string }
  organization: OrganizationTable
  organization_history: OrganizationHistoryTable
  member: MemberTable
  member_state: MemberStateTable
  term: TermTable
  post: PostTable
  meeting: MeetingTable
  attendance: AttendanceTable
  correction: CorrectionTable
  makeup: MakeupTable
  exemption: ExemptionTable
  parameter: ParameterTable
  account: AccountTable
  assignment: AssignmentTable
  session: SessionTable
  sign_in_failure: SignInFailureTable
  idempotency: IdempotencyTable
  audit_entry: AuditEntryTable
  audit_seal: AuditSealTable
  delta: DeltaTable
  rollup: RollupTable
  held: HeldTable
}
