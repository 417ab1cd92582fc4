// Honours, the campaigns that lead to them, and the calendar by which public notice is counted.
import type { ColumnType, Generated } from 'kysely'
import type { Instant, Version } from './columns.ts'

export interface HonourClassTable {
  code: string
  name: string
  subject: string
  requires_full: boolean
  validity_months: number | null
  active: boolean
  version: Version
}

export interface CampaignTable {
  id: string
  organization_id: string
  class_code: string
  title: string
  year: number
  quota: number
  branch_quota: number | null
  conditions: string
  notice_number: string | null
  nominate_from: string
  nominate_to: string
  publicity_days: number
  validity_months: number | null
  state: Generated<string>
  nominated: Generated<number>
  reviewed_on: string | null
  expected: number | null
  present: number | null
  opinions: string | null
  publicity_from: string | null
  publicity_to: string | null
  publicity_place: string | null
  decided_on: string | null
  document_number: string | null
  cancel_reason: string | null
  created_by: string
  created_at: Instant
  version: Version
}

/** Written once, never changed: the application's role may only add. */
export interface PublicityChangeTable {
  id: string
  campaign_id: string
  on_day: string
  by_account: string
  by_name: string
  reason: string
  from_before: string
  to_before: string
  place_before: string
  from_after: string
  to_after: string
  place_after: string
}

type Verdicts = ColumnType<unknown[], string, string>

export interface NominationTable {
  id: string
  campaign_id: string
  organization_id: string
  /** `member:<id>`, `post:<organization>:<name>`, `organization:<id>`. */
  subject_key: string
  member_id: string | null
  subject_name: string
  /** Pinyin of the name; null for a post of before 0015, which stands at its organization's. */
  subject_sort: string | null
  crew: string[]
  crew_names: string[]
  citation: string
  meeting_id: string
  meeting_line: string
  status: Generated<string>
  yes: number | null
  no: number | null
  abstain: number | null
  reason: string | null
  verdicts: Verdicts
  created_by: string
  created_at: Instant
  version: Version
}

export interface ObjectionTable {
  id: string
  campaign_id: string
  organization_id: string
  nomination_id: string
  raised_on: string
  raised_by: string | null
  text: string
  answered_on: string | null
  answer: string | null
  upheld: boolean | null
  created_by: string
  created_at: Instant
  version: Version
}

export interface HonourTable {
  id: string
  nomination_id: string | null
  campaign_id: string | null
  class_code: string
  organization_id: string
  awarded_by: string
  subject_key: string
  member_id: string | null
  subject_name: string
  /** Pinyin of the name; null for a post of before 0015, which stands at its organization's. */
  subject_sort: string | null
  crew: string[]
  crew_names: string[]
  citation: string
  decided_on: string
  document_number: string
  valid_to: string | null
  revoked_on: string | null
  /** Digest of its picture in `honour_portrait`. */
  portrait: string | null
  version: Version
}

export interface HonourPortraitTable {
  honour_id: string
  organization_id: string
  digest: string
  type: string
  image: Uint8Array
  set_by: string
  set_at: Instant
}

/** Written once: the application's role may only add. */
export interface HonourCertificateTable {
  honour_id: string
  organization_id: string
  number: string
  subject: string
  subject_name: string
  crew_names: string[]
  organization_name: string
  class_code: string
  class_name: string
  awarded_by_name: string
  bureau_name: string
  decided_on: string
  document_number: string
  issued_on: string
  issued_by: string
  issued_by_name: string
  digest: string
}

/** Written once, never changed: the application's role may only add. */
export interface HonourEventTable {
  id: string
  honour_id: string
  organization_id: string
  on_day: string
  kind: string
  reason: string | null
  document_number: string | null
  by_account: string | null
  by_name: string | null
  at: Instant
  /** Last day before and after an extension. */
  valid_before: string | null
  valid_to: string | null
  /** What a correction replaced. */
  citation_before: string | null
  document_before: string | null
}

export interface HolidayYearTable {
  year: number
  source: string
  set_by: string | null
  set_at: Instant | null
  version: Version
}

export interface HolidayTable {
  day: string
  year: number
  name: string
  off: boolean
}
