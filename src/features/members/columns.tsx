import type { MemberRow } from '#domain/members.ts'
import type { PostKind } from '#domain/organizations.ts'
import type { Text } from '#lib/i18n.ts'
import { dayInTable } from '#lib/format.ts'
import { MemberTags, statusWords } from '#parts/MemberTags.tsx'
import type { Column } from '#ui/table/columns.ts'

/** Branch and group, once where they are the same. */
export const placeOf = ({
  branchName,
  organizationName,
}: Pick<MemberRow, 'branchName' | 'organizationName'>): string =>
  branchName === organizationName ? branchName : `${branchName} · ${organizationName}`

export const postsOf = (posts: readonly string[], { organizations, ui }: Text): string =>
  posts.map((post) => organizations.posts[post as PostKind] ?? post).join(ui.comma)

/** Columns of the roster. Masks come masked; nothing here can show more. The cards of a phone begin with fewer. */
export function columnsOf(text: Text, today: string, phone = false): Column<MemberRow>[] {
  const { members: t } = text
  const c = t.columns
  return [
    {
      key: 'name',
      title: c.name,
      width: 9,
      wrap: true,
      sortable: true,
      render: ({ name }) => name,
    },
    {
      key: 'status',
      title: c.status,
      width: 15,
      wrap: true,
      render: (row) => <MemberTags status={row} />,
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
      key: 'sex',
      title: c.sex,
      width: 4.5,
      hideable: true,
      hidden: true,
      render: ({ sex }) => t.sexes[sex],
    },
    {
      key: 'ethnicity',
      title: c.ethnicity,
      width: 7,
      hideable: true,
      hidden: true,
      render: ({ ethnicity }) => ethnicity,
    },
    {
      key: 'idNumber',
      title: c.idNumber,
      width: 13,
      hideable: true,
      hidden: true,
      render: ({ idNumber }) => idNumber ?? '—',
    },
    {
      key: 'phone',
      title: c.phone,
      width: 9.5,
      hideable: true,
      hidden: phone,
      render: ({ phone }) => phone ?? '—',
    },
    {
      key: 'education',
      title: c.education,
      width: 8,
      hideable: true,
      hidden: true,
      render: ({ education }) => education ?? '—',
    },
    {
      key: 'joinedOn',
      title: c.joinedOn,
      width: 8,
      sortable: true,
      hideable: true,
      hidden: phone,
      render: ({ joinedOn }) => dayInTable(joinedOn),
    },
    {
      key: 'fullOn',
      title: c.fullOn,
      width: 8,
      sortable: true,
      hideable: true,
      hidden: phone,
      render: ({ fullOn }) => dayInTable(fullOn),
    },
    {
      key: 'letterUntil',
      title: c.letterUntil,
      width: 8,
      sortable: true,
      hideable: true,
      hidden: true,
      render: ({ letterUntil }) => dayInTable(letterUntil),
    },
    {
      key: 'partyAge',
      title: c.partyAge,
      width: 5.5,
      align: 'end',
      hideable: true,
      render: ({ partyAge }) => (partyAge === null ? '—' : t.years(partyAge)),
    },
  ]
}
