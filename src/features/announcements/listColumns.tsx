import type { AnnouncementRow } from '#domain/announcements.ts'
import type { Text } from '#lib/i18n.ts'
import { typeNames } from '#parts/meetingNames.ts'
import { StatusTag, type Tone } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { standing } from './listState.ts'

export const stateTones: Record<ReturnType<typeof standing>, Tone> = {
  open: 'info',
  due: 'warning',
  recorded: 'success',
  'called-off': 'neutral',
}

/** What is left beside an open one. */
export const beside = ['heldOn', 'title', 'mine', 'state']

export function listColumns(
  { announcements: t, meetings }: Pick<Text, 'announcements' | 'meetings'>,
  { today, office }: { today: string; office: boolean },
): Column<AnnouncementRow>[] {
  const columns: Column<AnnouncementRow>[] = [
    {
      key: 'title',
      title: t.columns.title,
      wrap: true,
      render: (row) => row.title,
    },
    {
      key: 'heldOn',
      title: t.columns.heldOn,
      width: 11.5,
      sortable: true,
      render: (row) => t.when(row.heldOn, row.startedAt),
    },
    {
      key: 'organization',
      title: t.columns.organization,
      width: 15,
      sortable: true,
      hideable: true,
      wrap: true,
      render: (row) => row.organizationName,
    },
    {
      key: 'types',
      title: t.columns.types,
      width: 9,
      hideable: true,
      wrap: true,
      render: (row) => typeNames(row.types, meetings),
    },
    {
      key: 'place',
      title: t.columns.place,
      width: 10,
      hideable: true,
      hidden: true,
      render: (row) => row.place,
    },
    {
      key: 'answers',
      title: t.columns.answers,
      width: 10,
      hideable: true,
      render: ({ attending, leaving }) =>
        attending === null || leaving === null ? '' : t.counted(attending, leaving),
    },
    {
      key: 'mine',
      title: t.columns.mine,
      width: 7,
      hideable: true,
      render: (row) => (row.called ? t.answers[row.answer ?? 'none'] : ''),
    },
    {
      key: 'state',
      title: t.columns.state,
      width: 7.5,
      render: (row) => {
        const state = standing(row, today)
        return <StatusTag tone={stateTones[state]}>{t.states[state]}</StatusTag>
      },
    },
  ]
  // To whom it is only announced, how many come is not told.
  return office ? columns : columns.filter(({ key }) => key !== 'answers')
}
