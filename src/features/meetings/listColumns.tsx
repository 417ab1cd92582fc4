import type { MeetingRow, MeetingStatus } from '#domain/meetings.ts'
import type { Text } from '#lib/i18n.ts'
import { typeNames } from '#parts/meetingNames.ts'
import type { Column } from '#ui/table/columns.ts'
import { StatusTag, Tag, type Tone } from '#ui/Tags.tsx'
import { VerdictMark } from './VerdictMark.tsx'

export const statusTones: Record<MeetingStatus, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  signed: 'success',
  archived: 'success',
}

/** What is left beside an open record. */
export const beside = ['heldOn', 'title', 'attendance', 'status']

/** A phone reads what first and when second. */
export function listColumns(t: Text['meetings'], phone: boolean): Column<MeetingRow>[] {
  const heldOn: Column<MeetingRow> = {
    key: 'heldOn',
    title: t.columns.heldOn,
    width: 8.4,
    sortable: true,
    render: (row) => (
      <span className="mt-date">
        {row.heldOn} {row.enteredLate ? <Tag>{t.late}</Tag> : null}
      </span>
    ),
  }
  const title: Column<MeetingRow> = {
    key: 'title',
    title: t.columns.title,
    wrap: true,
    render: (row) => row.title,
  }
  const organization: Column<MeetingRow> = {
    key: 'organization',
    title: t.columns.organization,
    width: 15,
    sortable: true,
    hideable: true,
    // First and second window differ in the last signs of a long name.
    wrap: true,
    render: (row) => row.organizationName,
  }
  const columns: Column<MeetingRow>[] = [
    ...(phone ? [title, heldOn, organization] : [heldOn, organization]),
    {
      key: 'types',
      title: t.columns.types,
      width: 9,
      hideable: true,
      wrap: true,
      render: (row) => typeNames(row.types, t),
    },
    ...(phone ? [] : [title]),
    {
      key: 'attendance',
      title: t.columns.attendance,
      width: 7.5,
      align: 'end',
      hideable: true,
      render: (row) => `${row.present}/${row.expected}`,
    },
    {
      key: 'verdict',
      title: t.columns.verdict,
      width: 9,
      hideable: true,
      render: (row) => <VerdictMark verdict={row.verdict} />,
      text: (row) => t.verdictWords[row.verdict],
    },
    {
      key: 'status',
      title: t.columns.status,
      width: 8,
      sortable: true,
      hideable: true,
      render: (row) => (
        <StatusTag tone={statusTones[row.status]}>{t.statuses[row.status]}</StatusTag>
      ),
    },
    {
      key: 'corrections',
      title: t.columns.corrections,
      width: 6.5,
      align: 'end',
      hideable: true,
      render: (row) => (row.correctionCount > 0 ? `${row.correctionCount}` : ''),
    },
    {
      key: 'place',
      title: t.columns.place,
      width: 10,
      hideable: true,
      hidden: true,
      render: (row) => row.place,
    },
  ]
  return phone ? columns.filter(({ key }) => key !== 'types' && key !== 'corrections') : columns
}
