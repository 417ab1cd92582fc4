import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { z } from 'zod'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { weekday } from '#domain/dates.ts'
import type { MemberId } from '#domain/ids.ts'
import { talksContract } from '#domain/integrity.contract.ts'
import type { TalkRow } from '#domain/integrity.ts'
import { makeupsContract } from '#domain/meetings.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import type { ServiceRow } from '#domain/services.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Page } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { MemberCalls } from './MemberCalls.tsx'
import { MemberMeetings } from './MemberMeetings.tsx'
import { MemberStudies } from './MemberStudies.tsx'
import { talkTodo } from './todoRows.ts'
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
  const makeups = useQuery(
    queryOptionsOf(makeupsContract.list, {
      query: { member: memberId, states: ['open', 'overdue'], size: 20 },
    }),
  )
  const returned = useQuery(
    queryOptionsOf(servicesContract.list, {
      query: { states: ['returned'], mine: 'true', answered: 'false', size: 5 },
    }),
  )
  const answered = useQuery(
    queryOptionsOf(servicesContract.list, { query: { answered: 'true', size: 5 } }),
  )
  const talks = useQuery(
    queryOptionsOf(talksContract.list, { query: { awaiting: 'true', size: 5 } }),
  )
  const calls = useQuery(
    queryOptionsOf(announcementsContract.list, {
      query: { mine: 'true', states: ['open'], from: today, sort: 'heldOn', size: 5 },
    }),
  )
  const failed = [ledger, makeups, returned, answered, talks, calls].find(({ isError }) => isError)

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
      {failed ? (
        <StateBlock
          kind="error"
          text={failed.error?.message}
          onRetry={() => void failed.refetch()}
        />
      ) : ledger.data &&
        makeups.data &&
        returned.data &&
        answered.data &&
        talks.data &&
        calls.data ? (
        <>
          {calls.data.total > 0 ? (
            <MemberCalls total={calls.data.total} rows={calls.data.rows} />
          ) : null}
          {talks.data.total > 0 ? (
            <OwnTalks total={talks.data.total} rows={talks.data.rows} />
          ) : null}
          {makeups.data.total > 0 ? (
            <OwnMakeups total={makeups.data.total} rows={makeups.data.rows} />
          ) : null}
          <MemberStudies memberId={memberId} />
          {returned.data.total > 0 ? <OwnServices name="returned" {...returned.data} /> : null}
          {answered.data.total > 0 ? <OwnServices name="answered" {...answered.data} /> : null}
          <MemberMeetings ledger={ledger.data} show={show} memberId={memberId} />
        </>
      ) : (
        <MemberSkeleton />
      )}
    </Page>
  )
}

/** Records of talks that wait for the own confirmation; what was said stands only in the record. */
function OwnTalks({ total, rows }: { total: number; rows: readonly TalkRow[] }) {
  const t = useText()
  const today = useToday()
  return (
    <section className="wb-group" aria-labelledby="wb-talks">
      <header>
        <h2 id="wb-talks">
          {t.workbench.groups.talks}
          <b>{total}</b>
        </h2>
        <small>{t.workbench.hints.talks}</small>
      </header>
      <ul className="wb-rows" data-still="">
        {rows.map(talkTodo(t, today)).map((one) => (
          <li key={one.key}>
            <Link className="wb-what" to={one.to}>
              {one.what}
            </Link>
            <span className="wb-note">{one.note}</span>
            <span className={`wb-when sc-tone-${one.tone}`}>{one.when}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Owed {
  id: string
  meetingTitle: string
  meetingId: string
  dueOn: string
  state: 'open' | 'overdue' | 'done'
}

function OwnMakeups({ total, rows }: { total: number; rows: readonly Owed[] }) {
  const { workbench: t } = useText()
  return (
    <section className="wb-group" aria-labelledby="wb-own">
      <header>
        <h2 id="wb-own">
          {t.member.makeups}
          <b>{total}</b>
        </h2>
        <small>{t.member.makeupHint}</small>
      </header>
      <ul className="wb-rows" data-still="">
        {rows.map((one) => (
          <li key={one.id}>
            <Link className="wb-what" to={paths.meeting(one.meetingId)}>
              {one.meetingTitle}
            </Link>
            <span className="wb-note">{t.member.makeupStates[one.state]}</span>
            <span className={`wb-when sc-tone-${one.state === 'overdue' ? 'danger' : 'neutral'}`}>
              {t.dueOn(one.dueOn)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OwnServicesProps {
  name: 'returned' | 'answered'
  total: number
  rows: readonly ServiceRow[]
}

/** Services that came back, or whose appeal was decided: the reason stands in the record, where it is answered. */
function OwnServices({ name, total, rows }: OwnServicesProps) {
  const { workbench: t, services } = useText()
  const list = name === 'returned' ? { states: 'returned' } : { answered: 'true' }
  return (
    <section className="wb-group" aria-labelledby={`wb-${name}`}>
      <header>
        <h2 id={`wb-${name}`}>
          {t.groups[name]}
          <b>{total}</b>
        </h2>
        <small>{t.hints[name]}</small>
      </header>
      <ul className="wb-rows" data-still="">
        {rows.map((one) => (
          <li key={one.id}>
            <Link className="wb-what" to={paths.services({ ...list, any: 'true', open: one.id })}>
              {services.kinds[one.kind]} {services.person(`${one.visits}`)}
            </Link>
            <span className="wb-note">{one.item}</span>
            <span
              className={`wb-when sc-tone-${one.state === 'confirmed' ? 'success' : 'warning'}`}
            >
              {name === 'answered' ? (t.answers[one.state] ?? one.servedOn) : one.servedOn}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
