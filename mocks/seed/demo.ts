import type { Tables } from '#server/db/tables.ts'
import type { Secrets } from '#server/world.ts'
import { accountRows, assignmentRows, organizerAccount } from './accounts.ts'
import { announcementAnswerRows, announcementRows } from './announcements.ts'
import { auditRows } from './auditRows.ts'
import { bureauName, organizationRows } from './bureau.ts'
import { demoToday } from './clock.ts'
import { rollupRows } from './counts.ts'
import {
  campaignRows,
  honourCells,
  honourClassRows,
  honourEventRows,
  honourRows,
  nominationRows,
  objectionRows,
} from './honourRows.ts'
import { attendanceRows, correctionRows, heldRows, makeupRows, meetingRow } from './meetingRows.ts'
import {
  countedIntegrity,
  educationAttendanceRows,
  educationIdIn,
  educationRecords,
  educationRows,
  followUpRows,
  responsibilityRows,
  talkRows,
} from './integrityRows.ts'
import { memberRows, stateRows } from './members.ts'
import { recordPlans } from './records.ts'
import type { SeedRow } from './rows.ts'
import { countedStudies, studyAttendanceRows, studyRecords, studyRow } from './studies.ts'
import { certificateRows } from './certificates.ts'
import { measureRows } from './educationMeasures.ts'
import { serviceCounts, serviceRows } from './serviceRows.ts'
import { servicePlans } from './services.ts'
import { exemptionRows, historyRows, postRows, termRows } from './structure.ts'

/** One table's rows; all of them have the same columns. */
export type SeedTable = {
  [T in keyof Tables]: { table: T; rows: readonly SeedRow<T>[] }
}[keyof Tables]

const rowsOf = <T extends keyof Tables>(table: T, rows: readonly SeedRow<T>[]): SeedTable =>
  ({ table, rows }) as unknown as SeedTable

/**
 * The whole demo bureau, table by table in the order in which it can be inserted. The same rows every
 * time, but for the cipher texts of the members.
 */
export async function demoTables(secrets: Secrets): Promise<SeedTable[]> {
  const records = recordPlans()
  const studies = studyRecords(records)
  const educations = educationRecords(records)
  const services = servicePlans(records)
  return [
    rowsOf('installation', [
      {
        bureau_name: bureauName,
        demo: true,
        set_up_at: '2024-12-23T01:00:00.000Z',
        demo_today: demoToday,
      },
    ]),
    rowsOf('organization', organizationRows()),
    rowsOf('organization_history', historyRows()),
    rowsOf('member', await memberRows(secrets)),
    rowsOf('member_state', stateRows()),
    rowsOf('term', termRows()),
    rowsOf('post', postRows()),
    rowsOf('account', accountRows()),
    rowsOf('assignment', assignmentRows()),
    rowsOf('exemption', exemptionRows(organizerAccount.id)),
    rowsOf('meeting', records.map(meetingRow)),
    rowsOf('attendance', records.flatMap(attendanceRows)),
    rowsOf('correction', records.flatMap(correctionRows)),
    rowsOf('makeup', records.flatMap(makeupRows)),
    rowsOf('announcement', announcementRows()),
    rowsOf('announcement_answer', announcementAnswerRows()),
    rowsOf('study', studies.map(studyRow)),
    rowsOf('study_attendance', studies.flatMap(studyAttendanceRows)),
    rowsOf('honour_class', honourClassRows()),
    rowsOf('campaign', campaignRows()),
    rowsOf('nomination', nominationRows(records)),
    rowsOf('objection', objectionRows()),
    rowsOf('honour', honourRows()),
    rowsOf('honour_event', honourEventRows()),
    rowsOf('held', heldRows(records)),
    rowsOf('warning_education', educationRows(educations)),
    rowsOf('education_attendance', educationAttendanceRows(educations)),
    rowsOf('education_follow_up', measureRows(educationIdIn(educations))),
    rowsOf('talk', talkRows()),
    rowsOf('talk_follow_up', followUpRows()),
    rowsOf('responsibility', responsibilityRows()),
    rowsOf('service_record', serviceRows(services)),
    rowsOf('service_certificate', await certificateRows(services, secrets)),
    rowsOf(
      'rollup',
      rollupRows(records, [
        ...countedStudies(studies),
        ...honourCells(),
        ...countedIntegrity(educations),
        ...serviceCounts(services),
      ]),
    ),
    rowsOf('audit_entry', auditRows(records)),
  ]
}
