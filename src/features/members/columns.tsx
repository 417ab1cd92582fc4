import type { MemberRow } from '#domain/members.ts'
import type { PostKind } from '#domain/organizations.ts'
import type { Text } from '#lib/i18n.ts'
import { dayInTable } from '#lib/format.ts'
import { MemberTags, statusWords } from '#parts/MemberTags.tsx'
import type { Column } from '#ui/table/columns.ts'
import type { MemberUrl } from './urlState.ts'

/** Branch and group, once where they are the same. */
export const placeOf = ({
  branchName,
  organizationName,
}: Pick<MemberRow, 'branchName' | 'organizationName'>): string =>
  branchName === organizationName ? branchName : `${branchName} · ${organizationName}`

export const postsOf = (posts: readonly string[], { organizations, ui }: Text): string =>
  posts.map((post) => organizations.posts[post as PostKind] ?? post).join(ui.and)

/**
 * Columns of the roster, in the order of the usual 花名册: all that the profile shows can be chosen, and goes into the
 * file then. Masks come masked; nothing here can show more. The cards of a phone begin with fewer.
 */
export function columnsOf(
  text: Text,
  today: string,
  phone = false,
  { probationDue, lostLong }: Pick<MemberUrl, 'probationDue' | 'lostLong'> = {},
): Column<MemberRow>[] {
  const { members: t } = text
  const c = t.columns
  /** Hidden until chosen. */
  const more = { hideable: true, hidden: true }
  const words = (key: Written, width: number): Column<MemberRow> => ({
    ...more,
    key,
    title: t.fields[key],
    width,
    render: (row) => row[key] ?? '—',
  })
  const on = (key: Dated, title: string): Column<MemberRow> => ({
    ...more,
    key,
    title,
    width: 8,
    render: (row) => dayInTable(row[key]),
  })
  return [
    {
      key: 'name',
      title: c.name,
      width: 9,
      wrap: true,
      sortable: true,
      // Where one may not look any more is said beside the name.
      render: ({ name, elsewhere }) => (elsewhere ? t.asOf.elsewhere(name) : name),
    },
    {
      key: 'status',
      title: c.status,
      width: 15,
      wrap: true,
      render: (row) => <MemberTags status={row} on={today} />,
      text: (row) => statusWords(row, t, today).join(text.ui.comma),
    },
    {
      key: 'organization',
      title: c.organization,
      wrap: true,
      sortable: true,
      hideable: true,
      render: placeOf,
    },
    {
      key: 'posts',
      title: c.posts,
      width: 9,
      hideable: true,
      render: ({ posts }) => postsOf(posts, text) || '—',
    },
    {
      ...more,
      key: 'sex',
      title: t.fields.sex,
      width: 4.5,
      render: ({ sex }) => (sex ? t.sexes[sex] : '—'),
    },
    words('ethnicity', 7),
    words('nativePlace', 8),
    on('birthOn', t.fields.birthOn),
    words('idNumber', 13),
    { ...words('phone', 9.5), hidden: phone },
    words('address', 13),
    words('education', 8),
    words('degree', 5),
    words('school', 12),
    words('job', 14),
    on('workStartedOn', t.fields.workStartedOn),
    on('appliedOn', t.fields.appliedOn),
    { ...on('joinedOn', c.joinedOn), sortable: true, hidden: phone },
    // The day by which somebody is listed is shown beside them.
    {
      ...on('probationEndsOn', t.fields.probationEndsOn),
      sortable: true,
      hidden: probationDue === undefined,
    },
    { ...on('fullOn', c.fullOn), sortable: true, hidden: phone },
    {
      key: 'partyAge',
      title: c.partyAge,
      width: 5.5,
      align: 'end',
      hideable: true,
      render: ({ partyAge }) => (partyAge === null ? '—' : t.years(partyAge)),
    },
    on('partyAgeFrom', t.fields.partyAgeFrom),
    words('partyAgeReason', 14),
    { ...on('lostSince', c.lostSince), sortable: true, hidden: lostLong === undefined },
    { ...on('letterUntil', c.letterUntil), sortable: true },
  ]
}

type Written =
  | 'ethnicity'
  | 'nativePlace'
  | 'idNumber'
  | 'phone'
  | 'address'
  | 'education'
  | 'degree'
  | 'school'
  | 'job'
  | 'partyAgeReason'
type Dated =
  | 'birthOn'
  | 'workStartedOn'
  | 'appliedOn'
  | 'joinedOn'
  | 'probationEndsOn'
  | 'fullOn'
  | 'partyAgeFrom'
  | 'lostSince'
  | 'letterUntil'
