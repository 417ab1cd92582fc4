// Accounts, sessions, parameters and the audit log.
import type { Generated, JSONColumnType } from 'kysely'
import type { Flag, Instant, Json, Version } from './columns.ts'

export interface InstallationTable {
  id: Generated<number>
  bureau_name: string | null
  demo: Flag
  setup_code_hash: string | null
  set_up_at: Instant | null
  /** When the counts were last verified at night. */
  verified_at: Instant | null
  demo_today: string | null
  /** What the data key makes of a fixed text; null until a server has started on the store. */
  key_check: Generated<string | null>
}

export interface ParameterTable {
  id: string
  key: string
  value: JSONColumnType<object>
  valid_from: string
  reason: string
  set_by: string
  set_at: Instant
}

export interface AccountTable {
  id: string
  login: string
  name: string
  /** How the name is sorted, as a member's is. */
  name_sort: string
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

/** Passwords that were replaced, the last few of an account. */
export interface PasswordUsedTable {
  id: string
  account_id: string
  password_hash: string
  replaced_at: Instant
}

export interface AssignmentTable {
  id: string
  account_id: string
  role: string
  organization_id: string | null
  granted_by: string | null
  granted_at: Instant
  revoked_at: Instant | null
  version: Version
}

export interface SessionTable {
  id_hash: string
  /** Names the session where it is told of; opens nothing. */
  id: string
  account_id: string
  created_at: Instant
  seen_at: Instant
  idle_until: Instant
  ends_at: Instant
  ended_at: Instant | null
  /** When the password was last given in it (in a demo store, the account chosen). */
  proved_at: Instant
  /** `browsers` and `systems` of `#domain/session.ts`; null: another, or not told. */
  browser: string | null
  system: string | null
  address: string | null
}

export interface CalendarFeedTable {
  account_id: string
  secret_hash: string
  language: string
  made_at: Instant
  fetched_at: Instant | null
}

export interface SignInFailureTable {
  login: string
  address: string
  failures: number
  locked_until: Instant | null
  last_at: Instant
}

export interface AddressFailureTable {
  address: string
  /** When all of its failures are forgotten: each puts it off. */
  forgotten_at: Instant
}

export interface IdempotencyTable {
  account_id: string
  key: string
  operation: string
  request_hash: string
  status: number
  response: JSONColumnType<object, string | null, string | null> | null
  created_at: Instant
}

export interface AuditEntryTable {
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
  /** `session.id`; null in what nobody signed in has done, and in all entries before migration 64. */
  session_id: string | null
}

/** When the log last told of a refusal. */
export interface AccessRefusalTable {
  key: string
  told_at: Instant
}

/** Filled and emptied by triggers. */
export interface AuditUnsealedTable {
  entry_id: string
}

export interface AuditSealTable {
  seq: number
  entry_id: string
  previous_hash: string
  hash: string
}
