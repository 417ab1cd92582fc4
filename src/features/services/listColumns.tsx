import type { ServiceRow } from '#domain/services.ts'
import { number } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'
import type { Column } from '#ui/table/columns.ts'
import { StatusTag } from '#ui/Tags.tsx'
import { timeWords, tones } from './words.ts'

/** What is left beside an open record. */
export const beside = ['servedOn', 'member', 'kind', 'visits', 'state']

export function listColumns(t: Text['services'], office: boolean): Column<ServiceRow>[] {
  const columns: Column<ServiceRow>[] = [
    {
      key: 'servedOn',
      title: t.columns.servedOn,
      width: 7.5,
      sortable: true,
      render: (row) => row.servedOn,
    },
    { key: 'member', title: t.columns.member, width: 7, render: (row) => row.memberName },
    {
      key: 'kind',
      title: t.columns.kind,
      width: 9.5,
      wrap: true,
      render: (row) => (
        <>
          {t.kinds[row.kind]}
          {row.themeDay === null ? null : (
            <span className="sv-themed" title={t.themeDay(row.themeDay)}>
              <StatusTag tone="warning">{t.themed}</StatusTag>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'visits',
      title: t.columns.visits,
      width: 6,
      align: 'end',
      render: (row) => number(row.visits),
    },
    {
      key: 'minutes',
      title: t.columns.minutes,
      width: 13,
      hideable: true,
      render: (row) => timeWords(row, t),
    },
    { key: 'item', title: t.columns.item, hideable: true, render: (row) => row.item },
    {
      key: 'nature',
      title: t.columns.nature,
      width: 8,
      hideable: true,
      render: (row) => (row.isVolunteer ? t.volunteer : t.duty),
    },
    {
      key: 'organization',
      title: t.columns.organization,
      width: 12,
      hideable: true,
      render: (row) => row.organizationName,
    },
    {
      key: 'state',
      title: t.columns.state,
      width: 9,
      render: (row) => <StatusTag tone={tones[row.state]}>{t.states[row.state]}</StatusTag>,
    },
  ]
  return office ? columns : columns.filter(({ key }) => key !== 'member' && key !== 'organization')
}
