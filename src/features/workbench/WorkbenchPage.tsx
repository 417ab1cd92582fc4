import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { weekday } from '#domain/dates.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { queryClient } from '#lib/queryClient.ts'
import { readScope, useKeepScope, useScope } from '#lib/scope.ts'
import { useOwnDrafts } from '#lib/useOwnDrafts.ts'
import { can, useCan, useSession, useToday } from '#lib/session.ts'
import { Button } from '#ui/Button.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Page } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { AdminLinks } from './AdminLinks.tsx'
import { DutySummary } from './DutySummary.tsx'
import { FirstSteps, useNobodyYet } from './FirstSteps.tsx'
import { LocalDrafts } from './LocalDrafts.tsx'
import { MemberHome } from './MemberHome.tsx'
import { TodoList } from './TodoList.tsx'
import { useTodos } from './useTodos.ts'
import { WorkbenchSkeleton } from './WorkbenchSkeleton.tsx'
import './workbench.css'
import './homes.css'

/** Asked as soon as the code is here; nobody waits for the answers before the page stands. */
export function loader({ request }: LoaderFunctionArgs) {
  const { organizationId, year } = readScope(new URL(request.url).searchParams)
  if (organizationId === null || !can('duties.read')) return null
  const organization = organizationId as OrganizationId
  void queryClient.prefetchQuery(
    queryOptionsOf(workbenchContract.todos, { query: { organization } }),
  )
  void queryClient.prefetchQuery(
    queryOptionsOf(dutiesContract.summary, { query: { organization, year } }),
  )
  return null
}

/** The first page after sign-in: what waits, and one press to the most common act. */
export function Component() {
  const { organizationId } = useScope()
  const { memberId, roles } = useSession()
  const can = useCan()
  if (organizationId !== null && can('duties.read'))
    return <OfficeHome organizationId={organizationId} memberId={memberId} />
  if (memberId !== null && can('members.read')) return <MemberHome memberId={memberId} />
  return roles.length > 0 ? <AdminHome /> : <WaitingHome />
}

/** 2026年11月23日 星期一. */
function useTodayInWords() {
  const { ui } = useText()
  const today = useToday()
  return [dayInProse(today), ui.calendar.weekdays[weekday(today) - 1] ?? ''] as const
}

/** For whoever leads, records or oversees the work of an organization. */
function OfficeHome({
  organizationId,
  memberId,
}: {
  organizationId: string
  memberId: string | null
}) {
  const { workbench: t } = useText()
  const { year, organizationName } = useScope()
  const keep = useKeepScope()
  const can = useCan()
  const today = useTodayInWords()
  const todos = useTodos()
  const own = useOwnDrafts()
  const summary = useQuery(
    queryOptionsOf(dutiesContract.summary, { query: { organization: organizationId, year } }),
  )
  const nobody = useNobodyYet(organizationId, summary.data)
  // Those who record come to do; those who only look come to see.
  const acts = can('meetings.record')
  // All at once, so that nothing moves when the slower answer comes.
  const arrived =
    (todos.groups !== undefined || todos.error !== null) &&
    !summary.isPending &&
    nobody !== null &&
    own.drafts !== null
  // Rendered in slices of 5 ms, not in the one piece that an answer would be.
  const ready = useDeferredValue(arrived)

  const action = (
    <>
      {memberId ? (
        <Link className="wb-button" to={paths.member(memberId)}>
          {t.ledger}
        </Link>
      ) : null}
      {can('services.log') ? (
        <Link className="wb-button" to={keep(paths.newService())}>
          {t.log}
        </Link>
      ) : null}
      {acts ? (
        <Link className="wb-primary" to={keep(paths.newMeeting())}>
          {t.record}
        </Link>
      ) : (
        <Link className="wb-primary" to={keep(paths.duties())}>
          {t.lookAtDuties}
        </Link>
      )}
    </>
  )
  return (
    <Page
      title={t.title}
      purpose={organizationName ? t.purposeAt(...today, organizationName) : t.purpose(...today)}
      action={action}
    >
      {ready ? (
        <div className="wb-columns" data-first={acts ? 'todos' : 'summary'}>
          <div className="wb-todos">
            {nobody ? <FirstSteps /> : null}
            {todos.groups ? (
              <>
                {nobody && todos.count === 0 ? null : (
                  <TodoList groups={todos.groups} count={todos.count} />
                )}
                <LocalDrafts {...own} />
              </>
            ) : (
              <p className="wb-failed" role="alert">
                <Mark name="alert" /> {t.failed} {todos.error?.message}{' '}
                <button type="button" className="sc-link" onClick={todos.retry}>
                  {t.retry}
                </button>
              </p>
            )}
          </div>
          {summary.data ? <DutySummary summary={summary.data} /> : null}
        </div>
      ) : (
        <WorkbenchSkeleton first={acts ? 'todos' : 'summary'} />
      )}
    </Page>
  )
}

/** The three administrators hold no party data: their own work only. */
function AdminHome() {
  const { workbench: t } = useText()
  const today = useTodayInWords()
  return (
    <Page title={t.title} purpose={t.admin.purpose(...today)}>
      <AdminLinks />
    </Page>
  )
}

/** For whoever was let in and given no role yet: who gives one, and the next look. */
function WaitingHome() {
  const { workbench: t } = useText()
  const today = useTodayInWords()
  return (
    <Page title={t.title} purpose={t.purpose(...today)}>
      <StateBlock
        kind="forbidden"
        title={t.waiting.title}
        text={t.waiting.text}
        action={<Button onClick={() => location.reload()}>{t.waiting.again}</Button>}
      />
    </Page>
  )
}
