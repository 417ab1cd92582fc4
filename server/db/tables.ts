import type { AnnouncementAnswerTable, AnnouncementTable } from './announcementTables.ts'
import type {
  CampaignTable,
  HolidayTable,
  HolidayYearTable,
  HonourCertificateTable,
  HonourClassTable,
  HonourEventTable,
  HonourPortraitTable,
  HonourTable,
  NominationTable,
  ObjectionTable,
  PublicityChangeTable,
} from './honourTables.ts'
import type {
  EducationAttendanceTable,
  EducationFollowUpTable,
  ResponsibilityTable,
  TalkFollowUpTable,
  TalkTable,
  WarningEducationTable,
} from './integrityTables.ts'
import type {
  AttendanceTable,
  CorrectionTable,
  DeltaTable,
  ExemptionTable,
  HeldTable,
  MakeupTable,
  MeetingTable,
  OwnCountTable,
  RecountMarkTable,
  RecountYearTable,
  RollupTable,
} from './meetingTables.ts'
import type {
  MemberStateTable,
  MemberTable,
  OrganizationHistoryTable,
  OrganizationTable,
  PostTable,
  TermTable,
} from './rosterTables.ts'
import type { StudyAttendanceTable, StudyTable } from './studyTables.ts'
import type { ServiceCertificateTable, ServiceRecordTable } from './serviceTables.ts'
import type {
  AccountTable,
  AccessRefusalTable,
  AddressFailureTable,
  AssignmentTable,
  AuditEntryTable,
  AuditSealTable,
  AuditUnsealedTable,
  CalendarFeedTable,
  IdempotencyTable,
  InstallationTable,
  ParameterTable,
  PasswordUsedTable,
  SessionTable,
  SignInFailureTable,
} from './systemTables.ts'

/** The database as Kysely sees it. */
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
  announcement: AnnouncementTable
  announcement_answer: AnnouncementAnswerTable
  study: StudyTable
  study_attendance: StudyAttendanceTable
  exemption: ExemptionTable
  service_record: ServiceRecordTable
  service_certificate: ServiceCertificateTable
  parameter: ParameterTable
  password_used: PasswordUsedTable
  account: AccountTable
  assignment: AssignmentTable
  session: SessionTable
  calendar_feed: CalendarFeedTable
  sign_in_failure: SignInFailureTable
  access_refusal: AccessRefusalTable
  address_failure: AddressFailureTable
  idempotency: IdempotencyTable
  audit_entry: AuditEntryTable
  audit_seal: AuditSealTable
  audit_unsealed: AuditUnsealedTable
  delta: DeltaTable
  rollup: RollupTable
  held: HeldTable
  own_count: OwnCountTable
  recount_mark: RecountMarkTable
  recount_year: RecountYearTable
  honour_class: HonourClassTable
  campaign: CampaignTable
  nomination: NominationTable
  objection: ObjectionTable
  publicity_change: PublicityChangeTable
  honour: HonourTable
  honour_event: HonourEventTable
  honour_portrait: HonourPortraitTable
  honour_certificate: HonourCertificateTable
  holiday_year: HolidayYearTable
  holiday: HolidayTable
  warning_education: WarningEducationTable
  education_attendance: EducationAttendanceTable
  education_follow_up: EducationFollowUpTable
  talk: TalkTable
  talk_follow_up: TalkFollowUpTable
  responsibility: ResponsibilityTable
}
