import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { membersContract } from '#domain/members.contract.ts'
import type { MemberEvent } from '#domain/members.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { Timeline } from '#ui/Timeline.tsx'
import type { Tone } from '#ui/Tags.tsx'

const STEP = 15
const tones: Partial<Record<MemberEvent['kind'], Tone>> = {
  joined: 'info',
  full: 'info',
  status: 'warning',
  moved: 'warning',
}
const isLife = ({ kind }: MemberEvent): boolean =>
  kind === 'meeting' || kind === 'makeup' || kind === 'study'

const addressOf = ({ meetingId, studyId }: MemberEvent): string | null =>
  meetingId ? paths.meeting(meetingId) : studyId ? paths.study(studyId) : null

/** What happened to the person, newest first. Meetings are many and stand in the ledger: shown when asked for. */
export function Course({ id }: { id: string }) {
  const { members } = useText()
  const t = members.timeline
  const keep = useKeepScope()
  const [withMeetings, setWithMeetings] = useState(false)
  const [shown, setShown] = useState(STEP)
  const found = useQuery(queryOptionsOf(membersContract.timeline, { params: { id } }))
  const events = found.data?.filter((event) => withMeetings || !isLife(event))

  return (
    <Section
      title={t.heading}
      extra={
        <label className="mb-check">
          <input
            type="checkbox"
            checked={withMeetings}
            onChange={(event) => setWithMeetings(event.target.checked)}
          />
          {t.withMeetings}
        </label>
      }
    >
      {found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : !events ? (
        <SkeletonLines lines={5} />
      ) : events.length === 0 ? (
        <p className="mb-none">{t.none}</p>
      ) : (
        <>
          <Timeline
            label={t.heading}
            items={events.slice(0, shown).map((event, index) => ({
              key: `${event.on} ${event.kind} ${index}`,
              when: event.on,
              tone: tones[event.kind],
              title: addressOf(event) ? (
                <Link className="sc-link" to={keep(addressOf(event) ?? '')}>
                  {event.text}
                </Link>
              ) : (
                event.text
              ),
              text: [
                // Joining is its own heading.
                event.kind === 'joined' || event.kind === 'full' ? null : t.kinds[event.kind],
                event.kind === 'moved' ? null : event.organizationName,
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
          {events.length > shown ? (
            <button type="button" className="sc-link" onClick={() => setShown(shown + 4 * STEP)}>
              {t.more(events.length - shown)}
            </button>
          ) : null}
        </>
      )}
    </Section>
  )
}
