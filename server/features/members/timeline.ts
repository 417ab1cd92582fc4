import { sql } from 'kysely'
import { addDays } from '#domain/dates.ts'
import type { Language } from '#domain/errors.ts'
import type { MemberEvent } from '#domain/memberBook.ts'
import type { MemberStatus } from '#domain/members.ts'
import type { ServiceKind } from '#domain/services.ts'
import { isGone, isInTransit, isOverdue } from '#domain/rules/membership.ts'
import type { Door } from '#server/door.ts'
import { classNames } from '#server/features/honours/classes.ts'
import { expiries } from '#server/features/honours/expiry.ts'
import { attendedBy } from './integrity.ts'
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

const event = (
  on: string,
  kind: MemberEvent['kind'],
  text: string,
  organizationName: string | null = null,
  opens: Opens = {},
): MemberEvent => ({
  on,
  kind,
  text,
  organizationName,
  meetingId: null,
  studyId: null,
  serviceId: null,
  honourId: null,
  educationId: null,
  ...opens,
})

/** The record that an event leads to. */
type Opens = Partial<
  Pick<MemberEvent, 'meetingId' | 'studyId' | 'serviceId' | 'honourId' | 'educationId'>
>

type StateRow = MemberStatus & {
  on: string
  organizationName: string
  organizationId: string
  reason: string | null
  letter: string | null
  other: string | null
  issuedOn: string | null
  validUntil: string | null
  receiptOn: string | null
  probationUntil: string | null
}

async function statesOf(door: Door, memberId: string): Promise<MemberEvent[]> {
  const { rows } = await sql<StateRow>`
    select s.valid_from as on, s.organization_id as "organizationId", o.name as "organizationName", s.reason,
      s.stage, s.standing, s.rights, s.relation, s.mobile, s.lost, s.letter_number as letter, s.letter_other as other,
      s.letter_issued_on as "issuedOn", s.letter_valid_until as "validUntil", s.receipt_on as "receiptOn",
      s.probation_until as "probationUntil"
    from member_state s join organization o on o.id = s.organization_id
    where s.member_id = ${memberId} order by s.valid_from`.execute(door.db)
  const w = words[door.language]
  const events = rows.flatMap((row, at) => {
    const before = rows[at - 1]
    const { on, organizationName: name } = row
    const because = row.reason ? `（${row.reason}）` : ''
    const found: MemberEvent[] = []
    if (!before) found.push(event(on, 'entered', w.stage[row.stage], name))
    else if (row.organizationId !== before.organizationId)
      found.push(event(on, 'moved', `${before.organizationName} → ${name}${because}`, name))
    const changed = [
      ...(before ? changesOf(before, row, door.language) : []),
      ...decidedOf(before, row, door.language),
    ]
    if (changed.length > 0) found.push(event(on, 'status', `${changed.join('，')}${because}`, name))
    return found
  })
  const last = rows.at(-1)
  if (last?.validUntil && isInTransit(last.relation) && isOverdue(last.validUntil, door.today))
    events.push(event(addDays(last.validUntil, 1), 'status', w.overdue, last.organizationName))
  return events
}

/** What a change decided beside the axes: probation extended; 介绍信 issued, corrected or renewed; 回执. */
function decidedOf(before: StateRow | undefined, row: StateRow, language: Language): string[] {
  const w = words[language]
  const { letter, other, issuedOn, validUntil, receiptOn, probationUntil } = row
  const isKnown =
    before?.letter === letter && before?.other === other && before?.validUntil === validUntil
  const isTold = !isKnown || before?.issuedOn !== issuedOn
  return [
    ...(probationUntil && probationUntil !== before?.probationUntil
      ? [w.extended(probationUntil)]
      : []),
    ...(letter && other && issuedOn && validUntil && isTold
      ? [w.letter(letter, other, issuedOn, validUntil)]
      : []),
    ...(receiptOn && receiptOn !== before?.receiptOn ? [w.receipt(receiptOn)] : []),
  ]
}

function changesOf(before: MemberStatus, after: MemberStatus, language: Language): string[] {
  const w = words[language]
  const found: string[] = []
  if (before.stage !== after.stage) found.push(w.stage[after.stage])
  if (before.standing !== after.standing) found.push(w.standing[after.standing])
  if (before.rights !== after.rights) found.push(w.rights[after.rights])
  // With the roster whatever was on the way ends.
  if (before.relation !== after.relation && !isGone(after.standing))
    found.push(
      before.relation === 'moving-out' && after.relation === 'registered'
        ? w.returned
        : w.relation[after.relation],
    )
  if (before.mobile !== after.mobile) found.push(after.mobile ? w.mobile : w.notMobile)
  if (before.lost !== after.lost) found.push(after.lost ? w.lost : w.notLost)
  return found
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
