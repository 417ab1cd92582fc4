// 志愿服务 service records and their certificates.
import type { ColumnType, Generated } from 'kysely'
import type { Flag, Instant, Version } from './columns.ts'

export interface ServiceRecordTable {
  id: string
  organization_id: string
  member_id: string
  member_name: string
  kind: string
  served_on: string
  started_at: string | null
  ended_at: string | null
  visits: number
  minutes: number | null
  channel: string
  item: Generated<string>
  beneficiary: string
  is_volunteer: Flag
  state: Generated<string>
  return_reason: string | null
  /** The account that returned it last. */
  returned_by: string | null
  created_by: string
  created_at: Instant
  confirmed_by: string | null
  confirmed_at: Instant | null
  events: ColumnType<unknown[], string | undefined, string>
  version: Version
}

export interface ServiceCertificateTable {
  id: string
  number: string
  organization_id: string
  member_id: string
  member_name: string
  organization_name: string
  bureau_name: string
  from_day: string
  to_day: string
  records: number
  visits: number
  minutes: number
  star: number
  issued_on: string
  issued_by_name: string
  issued_by: string
  digest: string
  created_at: Instant
  revoked_on: string | null
  revoked_by: string | null
  revoked_by_name: string | null
  revoke_reason: string | null
  version: Version
}
