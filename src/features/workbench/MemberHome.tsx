import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { z } from 'zod'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { weekday } from '#domain/dates.ts'
import type { MemberId } from '#domain/ids.ts'
import { membersContract } from '#domain/members.contract.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { useOwnDrafts } from '#lib/useOwnDrafts.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Page } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { LocalDrafts } from './LocalDrafts.tsx'
import { MemberCalls } from './MemberCalls.tsx'
import { MemberMeetings } from './MemberMeetings.tsx'
import { MemberStudies } from './MemberStudies.tsx'
import { OwnGroups } from './OwnGroups.tsx'
import { useTodos } from './useTodos.ts'
import { MemberSkeleton } from './WorkbenchSkeleton.tsx'

const shows = ['present', 'leave', 'absent'] as const
const state = z.object({ show: z.enum(shows).optional() })

/** A plain member's year: meetings they should attend, what they owe, and the way to their own record. */
export function MemberHome({ memberId }: { memberId: MemberId }) {
  const { workbench: t, ui } = useText()
  const today = useToday()
  const { year } = useScope()
  const [{ show }] = useUrlState(state)
  const ledger = useQuery(
    queryOptionsOf(membersContract.ledger, { params: { id: memberId }, query: { year } }),
  )
  const todos = useTodos()
  const own = useOwnDrafts()
  const calls = useQuery(
    queryOptionsOf(announcementsContract.list, {
      query: { mine: 'true', states: ['open', 'called-off'], from: today, sort: 'heldOn', size: 5 },
    }),
  )
  const failed = [ledger, calls].find(({ isError }) => isError)
  const error = failed?.error ?? todos.error

  return (
    <Page
      title={t.title}
      purpose={t.member.purpose(dayInProse(today), ui.calendar.weekdays[weekday(today) - 1] ?? '')}
      action={
        <>
          <Link className="wb-button" to={paths.member(memberId)}>
            {t.ledger}
          </Link>
          <Link className="wb-primary" to={paths.newService()}>
            {t.log}
          </Link>
        </>
      }
    >
      {error ? (
        <StateBlock
          kind="error"
          text={error.message}
          onRetry={() => (failed ? void failed.refetch() : todos.retry())}
        />
      ) : ledger.data && calls.data && todos.own && own.drafts ? (
        <>
          {calls.data.total > 0 ? <MemberCalls {...calls.data} /> : null}
          <OwnGroups home groups={todos.own} />
          <LocalDrafts {...own} />
          <MemberStudies memberId={memberId} />
          <MemberMeetings ledger={ledger.data} show={show} memberId={memberId} />
        </>
      ) : (
        <MemberSkeleton />
      )}
    </Page>
  )
}
