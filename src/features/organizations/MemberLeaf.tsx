import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { membersContract } from '#domain/members.contract.ts'
import type { PostKind } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { MemberTags } from '#parts/MemberTags.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'

/** A person met in the tree: enough to know who it is, and the way to the record. */
export function MemberLeaf({ id }: { id: string }) {
  const { organizations: t, members, ui } = useText()
  const keep = useKeepScope()
  const found = useQuery({
    ...queryOptionsOf(membersContract.show, { params: { id } }),
    retry: false,
  })
  const member = found.data
  if (!member) {
    if (!found.isError) return <SkeletonLines lines={6} />
    return <StateBlock kind="error" title={t.loadFailed} text={found.error.message} />
  }
  return (
    <div className="og-card">
      <p className="og-tags">
        <MemberTags status={member} lostSince={member.lostSince} />
      </p>
      <KeyValue
        items={[
          {
            label: t.member.place,
            value: [...new Set([member.branchName, member.organizationName])].join(' · '),
            wide: true,
          },
          {
            label: t.member.posts,
            value: member.posts.map((post) => t.posts[post as PostKind] ?? post).join(ui.and),
          },
          {
            label: t.member.partyAge,
            value: member.partyAge === null ? null : members.years(member.partyAge),
          },
          { label: members.columns.joinedOn, value: member.joinedOn },
          { label: members.columns.fullOn, value: member.fullOn },
          { label: t.member.phone, value: member.phone },
        ]}
      />
      <p className="og-actions">
        <Link className="og-open" to={keep(paths.member(member.id))}>
          {t.member.open}
        </Link>
      </p>
    </div>
  )
}
