import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useHref, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { day as daySchema, month as monthSchema } from '#domain/common.ts'
import { firstDay, lastDay } from '#domain/dates.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryClient } from '#lib/queryClient.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { readScope, useKeepScope, useScope } from '#lib/scope.ts'
import { can, currentView, useCan, useToday } from '#lib/session.ts'
import { readUrlState, useUrlState } from '#lib/urlState.ts'
import { Failed } from '#parts/Failed.tsx'
import { FailedLine } from '#parts/FailedLine.tsx'
import { ButtonLink } from '#ui/Button.tsx'
import { Calendar } from '#ui/calendar/Calendar.tsx'
import type { CalendarEntry } from '#ui/calendar/CalendarItem.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { statusTones } from './listColumns.tsx'
import './meetings.css'

const calendarState = z.object({ month: monthSchema.optional(), day: daySchema.optional() })
/** As many as one answer holds. */
const MOST = 200

/** What was held in a month, what is announced for it and what is due. */
function askedOf(organizationId: string | null, month: string) {
  const organization = (organizationId ?? undefined) as OrganizationId | undefined
  const days = { organization, from: firstDay(month), to: lastDay(month), size: MOST }
  return {
    held: queryOptionsOf(meetingsContract.list, { query: { ...days, sort: 'heldOn' } }),
    announced: queryOptionsOf(announcementsContract.list, {
      // What was recorded stands there as a record.
      query: { ...days, states: ['open', 'called-off'], sort: 'heldOn' },
    }),
    due: queryOptionsOf(dutiesContract.due, { query: days }),
  }
}

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { organizationId } = readScope(searchParams)
  const { month = currentView().today.slice(0, 7) } = readUrlState(calendarState, searchParams)
  const { held, announced, due } = askedOf(organizationId, month)
  void queryClient.prefetchQuery(held)
  void queryClient.prefetchQuery(announced)
  if (can('duties.read') && organizationId !== null) void queryClient.prefetchQuery(due)
  return null
}

/** On a low screen the list of the day would begin below it. */
const intoView = (list: HTMLElement | null) => list?.scrollIntoView({ block: 'nearest' })

/** The month of the scope: what was held, and what is due and not recorded. */
export function Component() {
  const { meetings: t, announcements, duties } = useText()
  const today = useToday()
  const navigate = useNavigate()
  const keep = useKeepScope()
  const base = useHref('/').replace(/\/$/, '')
  const { organizationId, organizationName } = useScope()
  const mayRecord = useCan()('meetings.record')
  const [{ month = today.slice(0, 7), day }, setState] = useUrlState(calendarState)
  const asked = askedOf(organizationId, month)
  const held = useQuery({ ...asked.held, placeholderData: keepPreviousData })
  const announced = useQuery({ ...asked.announced, placeholderData: keepPreviousData })
  const due = useQuery({
    ...asked.due,
    enabled: can('duties.read') && organizationId !== null,
    placeholderData: keepPreviousData,
  })
  const at = (path: string) => base + keep(path)
  const items: CalendarEntry[] = [
    ...(held.data?.rows ?? []).map((row) => ({
      key: row.id,
      day: row.heldOn,
      time: row.startedAt,
      label: row.title,
      state: t.statuses[row.status],
      tone: row.verdict === 'met' ? statusTones[row.status] : ('warning' as const),
      href: at(paths.meeting(row.id)),
    })),
    ...(announced.data?.rows ?? []).map((row) => {
      const isOpen = row.state === 'open'
      return {
        key: row.id,
        day: row.heldOn,
        time: row.startedAt,
        label: row.title,
        state: isOpen ? t.calendarPage.announcedState : t.calendarPage.calledOffState,
        tone: isOpen ? ('info' as const) : ('neutral' as const),
        href: at(paths.announcement(row.id)),
      }
    }),
    ...(due.data?.rows ?? [])
      .filter(({ state }) => state !== 'awaiting-signature')
      .map((one) => ({
        key: `${one.organizationId} ${one.duty} ${one.period}`,
        day: one.dueBy,
        label: t.calendarPage.due(
          [
            one.organizationName === organizationName ? null : one.organizationName,
            t.types[one.duty],
          ]
            .filter(Boolean)
            .join(' '),
        ),
        state: one.state === 'missing' ? t.calendarPage.missingState : t.calendarPage.dueState,
        tone: one.state === 'missing' ? ('danger' as const) : ('neutral' as const),
        href: at(
          one.mayRecord
            ? paths.newMeeting({
                organization: one.organizationId,
                type: one.duty,
                period: one.period,
              })
            : paths.duties({
                duty: one.duty,
                year: Number(one.period.slice(0, 4)),
                open: `${one.organizationId}~${one.period}`,
              }),
        ),
      })),
  ]
  // An entry more makes a row higher: all of them at once.
  const waits = (held.data === undefined && !held.isError) || announced.isLoading || due.isLoading
  const stale = [held, announced, due].some(({ isPlaceholderData }) => isPlaceholderData)
  const ofDay = items.filter((item) => item.day === day)

  return (
    <Page
      title={t.calendarPage.title}
      purpose={t.calendarPage.purpose}
      above={<Link to={keep(paths.meetings())}>{t.title}</Link>}
      action={
        mayRecord ? (
          <ButtonLink kind="primary" to={keep(paths.newMeeting())}>
            {t.record}
          </ButtonLink>
        ) : null
      }
    >
      {held.isError ? <Failed query={held} /> : null}
      <FailedLine queries={[announced]} what={announcements.title} />
      <FailedLine queries={[due]} what={duties.views.due} />
      {(held.data?.total ?? 0) > MOST ? <p className="mt-note">{t.calendarPage.more}</p> : null}
      {(due.data?.total ?? 0) > MOST ? <p className="mt-note">{t.calendarPage.moreDue}</p> : null}
      <Calendar
        month={month}
        onMonth={(next) =>
          setState({ month: next === today.slice(0, 7) ? undefined : next, day: undefined })
        }
        today={today}
        items={waits || stale ? undefined : items}
        onOpen={({ href = '' }) => void navigate(href.slice(base.length))}
        onDay={(chosen) => setState({ day: chosen === day ? undefined : chosen })}
      />
      {day ? (
        <div key={day} ref={intoView}>
          <Section
            title={t.calendarPage.dayTitle(dayInProse(day))}
            extra={
              <button
                type="button"
                className="sc-link"
                onClick={() => setState({ day: undefined })}
              >
                {t.calendarPage.closeDay}
              </button>
            }
          >
            {ofDay.length === 0 ? <p>{t.calendarPage.dayNone}</p> : null}
            <ul className="mt-day">
              {ofDay.map(({ key, time, label, state, href = '' }) => (
                <li key={key}>
                  <time>{time}</time>
                  <Link to={href.slice(base.length)}>{label}</Link>
                  <span>{state}</span>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      ) : null}
    </Page>
  )
}
