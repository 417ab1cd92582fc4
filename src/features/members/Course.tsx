import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { membersContract } from '#domain/members.contract.ts'
import type { MemberEvent } from '#domain/memberBook.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { Timeline } from '#ui/Timeline.tsx'
import type { Tone } from '#ui/Tags.tsx'
import { useTalks } from './useTalks.ts'

const STEP = 15
const tones: Partial<Record<MemberEvent['kind'], Tone>> = {
  joined: 'info',
  full: 'info',
  status: 'warning',
  moved: 'warning',
}
const lifeKinds = new Set<MemberEvent['kind']>([
  'meeting',
  'makeup',
  'study',
  'service',
  'education',
])
const isLife = ({ kind }: MemberEvent): boolean => lifeKinds.has(kind)

interface Entry {
  on: string
  title: string
  to: string | null
  text: string
  tone: Tone | undefined
  isChange: boolean
}

/** Where an event leads; 警示教育 opens only for whoever may look at them. */
function addressOf(event: MemberEvent, member: string, can: ReturnType<typeof useCan>) {
  const { meetingId, studyId, serviceId, honourId, educationId, on } = event
  const year = on.slice(0, 4)
  if (meetingId) return paths.meeting(meetingId)
  if (studyId) return paths.study(studyId)
  if (serviceId) return paths.services({ member, year, open: serviceId })
  if (honourId) return paths.honourRecords({ member, any: 'true', open: honourId })
  if (educationId && can('integrity.read'))
    return paths.integrity({ view: 'educations', year, open: educationId })
  return null
}

interface CourseProps {
  id: string
  /** The day of the change that can be taken back, and how: null where there is none, or it is not the reader's. */
  latest: { on: string; onWithdraw: () => void } | null
  /** A talk stands in the course only of those readers whose it is to see. */
  seesTalks: boolean
}

/** What happened to the person, newest first. Meetings are many and stand in the ledger: shown when asked for. */
export function Course({ id, latest, seesTalks }: CourseProps) {
  const { members, integrity } = useText()
  const can = useCan()
  const t = members.timeline
  const keep = useKeepScope()
  const [withMeetings, setWithMeetings] = useState(false)
  const [shown, setShown] = useState(STEP)
  const found = useQuery(queryOptionsOf(membersContract.timeline, { params: { id } }))
  const talks = useTalks(id, seesTalks)
  const events = found.data
    ?.filter((event) => withMeetings || !isLife(event))
    .map((event): Entry => ({
      on: event.on,
      title: event.text,
      to: addressOf(event, id, can),
      tone: tones[event.kind],
      isChange: event.kind === 'status' || event.kind === 'moved',
      text: [
        // Joining is its own heading.
        event.kind === 'joined' || event.kind === 'full' ? null : t.kinds[event.kind],
        event.kind === 'moved' ? null : event.organizationName,
      ]
        .filter(Boolean)
        .join(' · '),
    }))
    .concat(
      (talks.data?.rows ?? []).map((talk) => ({
        on: talk.heldOn,
        title: integrity.kinds[talk.kind],
        to: paths.integrity({ view: 'talks', open: talk.id }),
        tone: undefined,
        isChange: false,
        text:
          talk.talkeeId === id
            ? members.integrity.withTalker(talk.talkerName)
            : members.integrity.withTalkee(talk.talkeeName),
      })),
    )
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  // One change may be told in two entries: its place and the rest.
  const taken = latest && events?.find(({ on, isChange }) => isChange && on === latest.on)

  return (
    <Section
      title={t.heading}
      extra={
        <label className="sc-check">
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
              key: `${event.on} ${event.title} ${index}`,
              when: event.on,
              tone: event.tone,
              title: event.to ? (
                <Link className="sc-link" to={keep(event.to)}>
                  {event.title}
                </Link>
              ) : (
                event.title
              ),
              text:
                latest && event === taken ? (
                  <>
                    {event.text}{' '}
                    <button type="button" className="sc-link" onClick={latest.onWithdraw}>
                      {members.withdrawStatus.action}
                    </button>
                  </>
                ) : (
                  event.text
                ),
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
