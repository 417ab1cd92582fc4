import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { membersContract } from '#domain/members.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan, useSession } from '#lib/session.ts'
import { Mark } from '#ui/Mark.tsx'
import { Page } from '#ui/Page.tsx'
import { useAnnouncedTitle } from '#ui/PagePlace.tsx'
import { placeOf } from './columns.tsx'
import { MemberRecord } from './MemberRecord.tsx'

/** One person's page; one's own is the same page in other words and another order. */
export function RecordPage({ id }: { id: string }) {
  const { members: t } = useText()
  const keep = useKeepScope()
  const announced = useAnnouncedTitle()
  const can = useCan()
  const isOwn = useSession().memberId === id
  const found = useQuery({
    ...queryOptionsOf(membersContract.show, { params: { id } }),
    retry: false,
  })
  const member = found.data
  const purpose = isOwn
    ? t.minePurpose
    : member
      ? t.recordPurpose(placeOf(member))
      : found.isError
        ? t.purpose
        : null
  return (
    <Page
      title={member?.name ?? announced ?? t.title}
      purpose={purpose}
      above={
        can('organizations.read') && !isOwn ? (
          <Link className="sc-link" to={keep(paths.members())}>
            <Mark name="left" /> {t.backToList}
          </Link>
        ) : null
      }
    >
      <MemberRecord key={id} id={id} />
    </Page>
  )
}
