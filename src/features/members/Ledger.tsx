import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { membersContract } from '#domain/members.contract.ts'
import type { Returned } from '#domain/contract.ts'
import { percent } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { Section } from '#ui/Page.tsx'
import { SkeletonFigures } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag, type Tone } from '#ui/Tags.tsx'

type Meeting = Returned<typeof membersContract.ledger>['meetings'][number]

const FIRST = 8
const attendanceTones: Record<string, Tone> = {
  present: 'success',
  leave: 'info',
  absent: 'danger',
}
const makeupTones: Record<string, Tone> = { open: 'warning', overdue: 'danger', done: 'success' }

/** The year's book: what was expected of the member and what became of it. */
export function Ledger({ id }: { id: string }) {
  const { members } = useText()
  const t = members.ledger
  const { year } = useScope()
  const [all, setAll] = useState(false)
  const found = useQuery(
    queryOptionsOf(membersContract.ledger, { params: { id }, query: { year } }),
  )
  const book = found.data

  return (
    <Section title={t.heading(year)} extra={<small className="mb-quiet">{t.basis}</small>}>
      {found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : !book ? (
        <SkeletonFigures count={4} />
      ) : book.expected === 0 ? (
        <p className="mb-none">
          {t.none}
          <small>{t.noneText}</small>
        </p>
      ) : (
        <>
          <dl className="mb-figures">
            {(['expected', 'present', 'leave', 'absent'] as const).map((key) => (
              <div key={key}>
                <dt>{t[key]}</dt>
                <dd>
                  {book[key]} <small>{t.times}</small>
                </dd>
                {key === 'present' ? (
                  <dd className="mb-rate">{t.rate(percent(book.present / book.expected))}</dd>
                ) : null}
              </div>
            ))}
          </dl>
          <ul className="mb-meetings">
            {(all ? book.meetings : book.meetings.slice(0, FIRST)).map((meeting) => (
              <MeetingLine key={meeting.meetingId} meeting={meeting} />
            ))}
          </ul>
          {!all && book.meetings.length > FIRST ? (
            <button type="button" className="sc-link" onClick={() => setAll(true)}>
              {t.more(book.meetings.length)}
            </button>
          ) : null}
        </>
      )}
    </Section>
  )
}

function MeetingLine({ meeting }: { meeting: Meeting }) {
  const { members } = useText()
  const t = members.ledger
  const keep = useKeepScope()
  const { attendance, makeupState } = meeting
  const attended: Partial<Record<string, string>> = t.attendance
  const made: Partial<Record<string, string>> = t.makeups
  return (
    <li>
      <time>{meeting.heldOn}</time>
      <Link className="sc-link" to={keep(paths.meeting(meeting.meetingId))}>
        {meeting.title}
      </Link>
      <span className="pt-tags">
        <StatusTag
          tone={attendanceTones[attendance] ?? 'neutral'}
          mark={attendance === 'leave' ? 'half' : undefined}
        >
          {attended[attendance] ?? attendance}
        </StatusTag>
        {makeupState ? (
          <StatusTag tone={makeupTones[makeupState] ?? 'neutral'}>
            {made[makeupState] ?? makeupState}
          </StatusTag>
        ) : null}
      </span>
    </li>
  )
}
