import type { StudyRow, StudyStatus } from '#domain/studies.ts'
import type { Text } from '#lib/i18n.ts'
import type { Column } from '#ui/table/columns.ts'
import { StatusTag, type Tone } from '#ui/Tags.tsx'
import { hoursOf } from './words.ts'

export const statusTones: Record<StudyStatus, Tone> = {
  planned: 'neutral',
  held: 'warning',
  closed: 'success',
}

/** What is left beside an open record. */
export const beside = ['heldOn', 'topic', 'status']

/** A phone reads what first and when second. */
export function listColumns(t: Text['studies'], phone: boolean): Column<StudyRow>[] {
  const heldOn: Column<StudyRow> = {
    key: 'heldOn',
    title: t.columns.heldOn,
    width: 7.5,
    sortable: true,
    render: (row) => row.heldOn,
  }
  const topic: Column<StudyRow> = {
    key: 'topic',
    title: t.columns.topic,
    wrap: true,
    render: (row) => row.topic,
  }
  return [
    ...(phone ? [topic, heldOn] : [heldOn, topic]),
    {
      key: 'kind',
      title: t.columns.kind,
      width: 7.8,
      hideable: true,
      render: (row) => t.kindsShort[row.kind],
    },
    {
      key: 'organization',
      title: t.columns.organization,
      width: 15,
      sortable: true,
      hideable: true,
      // First and second window differ in the last signs of a long name.
      wrap: true,
      render: (row) => row.organizationName,
    },
    {
      key: 'lecturer',
      title: t.columns.lecturer,
      width: 7.5,
      hideable: true,
      wrap: true,
      render: (row) => row.lecturer ?? '',
    },
    {
      key: 'series',
      title: t.columns.series,
      width: 8,
      hideable: true,
      hidden: true,
      wrap: true,
      render: (row) => row.series ?? '',
    },
    {
      key: 'minutes',
      title: t.columns.minutes,
      width: 6,
      align: 'end',
      hideable: true,
      render: (row) => t.hours(hoursOf(row.minutes)),
    },
    {
      key: 'attendance',
      title: t.columns.attendance,
      width: 8.5,
      align: 'end',
      hideable: true,
      wrap: true,
      render: ({ status, present, invited, guestCount }) =>
        status === 'planned' ? `—/${invited}` : t.cameOf(present - guestCount, invited, guestCount),
    },
    {
      key: 'personMinutes',
      title: t.columns.personMinutes,
      width: 8.5,
      align: 'end',
      hideable: true,
      render: (row) => (row.status === 'planned' ? '—' : t.hours(hoursOf(row.personMinutes))),
    },
    {
      key: 'status',
      title: t.columns.status,
      width: 8,
      sortable: true,
      render: (row) => (
        <StatusTag tone={statusTones[row.status]}>{t.statuses[row.status]}</StatusTag>
      ),
    },
  ]
}
