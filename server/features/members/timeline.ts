import { sql } from 'kysely'
import { addDays } from '#domain/dates.ts'
import type { MemberEvent } from '#domain/memberBook.ts'
import type { ServiceKind } from '#domain/services.ts'
import type { Door } from '#server/door.ts'
import { classNames } from '#server/features/honours/classes.ts'
import { expiries } from '#server/features/honours/expiry.ts'
import { event } from './event.ts'
import { attendedBy } from './integrity.ts'
import { statesOf } from './stateEvents.ts'
import { words } from './words.ts'

/**
 * What happened to a member, newest first: states, joining, posts, meetings attended, make-up study, study
 * activities, honours, confirmed services, 警示教育 attended. Never a talk, whoever asks: those who may see them ask
 * `talks.list` for them.
 */
export async function timeline(door: Door, memberId: string): Promise<MemberEvent[]> {
  const events = [
    ...(await statesOf(door, memberId)),
    ...(await datesOf(door, memberId)),
    ...(await postsOf(door, memberId)),
    ...(await meetingsOf(door, memberId)),
    ...(await studiesOf(door, memberId)),
    ...(await honoursOf(door, memberId)),
    ...(await servicesOf(door, memberId)),
    ...(await educationsOf(door, memberId)),
  ]
  return events
    .map((event, place) => ({ event, place }))
    .toSorted((a, b) =>
      a.event.on === b.event.on ? b.place - a.place : a.event.on < b.event.on ? 1 : -1,
    )
    .map(({ event }) => event)
}

async function datesOf(door: Door, memberId: string): Promise<MemberEvent[]> {
  const row = await door.db
    .selectFrom('member')
    .select(['joined_on', 'full_on'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  const w = words[door.language]
  return [
    ...(row?.joined_on ? [event(row.joined_on, 'joined', w.joined)] : []),
    ...(row?.full_on ? [event(row.full_on, 'full', w.full)] : []),
  ]
}

async function postsOf(door: Door, memberId: string): Promise<MemberEvent[]> {
  const { rows } = await sql<{
    post: string
    startedOn: string
    endedOn: string | null
    name: string
  }>`
    select p.post, p.started_on as "startedOn", p.ended_on as "endedOn", o.name
    from post p join organization o on o.id = p.organization_id where p.member_id = ${memberId} order by p.started_on`.execute(
    door.db,
  )
  const w = words[door.language]
  return rows.flatMap(({ post, startedOn, endedOn, name }) => [
    event(startedOn, 'post', w.tookPost(w.post[post] ?? post), name),
    ...(endedOn
      ? [event(addDays(endedOn, 1), 'post', w.leftPost(w.post[post] ?? post), name)]
      : []),
  ])
}

const spoken = {
  awarded: 'honoured',
  expired: 'honourEnded',
  extended: 'honourKept',
  revoked: 'dishonoured',
} as const

interface HonourHappened {
  id: NonNullable<MemberEvent['honourId']>
  on: string
  classCode: string
  post: string | null
  name: string
  kind: keyof typeof spoken
  validTo: string | null
  revokedOn: string | null
  validBefore: string | null
}

/** What the person was given, alone or as one of a crew, what came to its end and what was taken back. */
async function honoursOf(door: Door, memberId: string): Promise<MemberEvent[]> {
  const { rows } = await sql<HonourHappened>`
    select h.id, e.on_day as on, h.class_code as "classCode", case when h.member_id is null then h.subject_name end as post,
      o.name, e.kind, h.valid_to as "validTo", h.revoked_on as "revokedOn", e.valid_before as "validBefore"
    from honour h join honour_event e on e.honour_id = h.id join organization o on o.id = h.organization_id
    where (h.member_id = ${memberId}::uuid or ${memberId}::uuid = any (h.crew)) and e.kind <> 'corrected'
    order by e.on_day, e.id`.execute(door.db)
  if (rows.length === 0) return []
  const named = await classNames(door.db)
  const w = words[door.language]
  const ended = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((events) =>
    events.slice(0, 1).flatMap((honour) =>
      expiries(honour, events, door.today).map((on) => ({
        ...honour,
        on,
        kind: 'expired' as const,
      })),
    ),
  )
  // On one day: expired at its first minute, before anybody decided anything.
  const happened = [...ended, ...rows].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return happened.map((row) => {
    const title = [named(row).className, row.post].filter(Boolean).join(' · ')
    return event(row.on, 'honour', w[spoken[row.kind]](title), row.name, {
      honourId: row.id,
    })
  })
}

/** Meetings are many: the latest few hundred tell enough, the ledger has every year. */
const most = 300

async function meetingsOf(door: Door, memberId: string): Promise<MemberEvent[]> {
  const { rows } = await sql<{
    on: string
    title: string
    name: string
    id: NonNullable<MemberEvent['meetingId']>
    made: boolean
  }>`
    (select g.held_on as on, g.title, o.name, g.id, false as made
      from attendance a join meeting g on g.id = a.meeting_id join organization o on o.id = g.organization_id
      where a.member_id = ${memberId} and a.status = 'present' and g.status in ('signed', 'archived')
      order by g.held_on desc limit ${most})
    union all
    (select k.done_on, g.title, o.name, g.id, true
      from makeup k join meeting g on g.id = k.meeting_id join organization o on o.id = g.organization_id
      where k.member_id = ${memberId} and k.done_on is not null order by k.done_on desc limit ${most})`.execute(
    door.db,
  )
  const w = words[door.language]
  return rows.map(({ on, title, name, id, made }) =>
    event(on, made ? 'makeup' : 'meeting', made ? w.madeUp(title) : title, name, {
      meetingId: id,
    }),
  )
}

/** Closed activities attended anywhere, but for those of a meeting that is told already. */
async function studiesOf(door: Door, memberId: string): Promise<MemberEvent[]> {
  const { rows } = await sql<{
    on: string
    title: string
    name: string
    id: MemberEvent['studyId']
  }>`
    select x.held_on as on, x.title, x.organization_name as name, (select s.id from study s where s.id = x.study_id) as id
    from study_sources(array[${memberId}::uuid], '1949-10-01', '2100-12-31') x
    where x.study_id is not null order by x.held_on desc limit ${most}`.execute(door.db)
  return rows.map(({ on, title, name, id }) => event(on, 'study', title, name, { studyId: id }))
}

/** Services that are confirmed: one that waits, or was returned or withdrawn, has not happened yet. */
async function servicesOf(door: Door, memberId: string): Promise<MemberEvent[]> {
  const { rows } = await sql<{
    on: string
    kind: ServiceKind
    visits: number
    volunteered: boolean
    name: string
    id: NonNullable<MemberEvent['serviceId']>
  }>`
    select s.served_on as on, s.kind, s.visits, s.is_volunteer as volunteered, o.name, s.id
    from service_record s join organization o on o.id = s.organization_id
    where s.member_id = ${memberId} and s.state = 'confirmed' order by s.served_on desc, s.id limit ${most}`.execute(
    door.db,
  )
  const w = words[door.language]
  return rows.map(({ on, kind, visits, volunteered, name, id }) =>
    event(on, 'service', w.served(w.service[kind], visits, volunteered), name, { serviceId: id }),
  )
}

async function educationsOf(door: Door, memberId: string): Promise<MemberEvent[]> {
  const attended = await attendedBy(door, memberId, '1949-10-01', '2100-12-31')
  return attended
    .filter(({ present }) => present)
    .map(({ heldOn, title, organizationName, educationId }) =>
      event(heldOn, 'education', title, organizationName, { educationId }),
    )
}
