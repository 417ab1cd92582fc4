import type { AnnouncementRecord } from '#domain/announcements.ts'
import type { Day } from '#domain/dates.ts'
import { addDays, weekday, yearOf } from '#domain/dates.ts'
import type { MeetingRecord, MeetingType, RosterEntry } from '#domain/meetings.ts'
import { periodOf, typesOf } from '#domain/meetings.rules.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { isYearly } from '#domain/rules/duties.ts'
import type { OrganizationKind } from '#domain/rules/structure.ts'
import { blankSheet, fitted, type Person, type Sheet } from './sheet.ts'

export interface Asked {
  type: MeetingType | null
  period: string | null
  /** The announcement that the meeting was called by. */
  announced: AnnouncementRecord | null
}

/** The announced day; else today, or the last day from Monday to Friday on which a past period could be kept. */
export function dayFor({ type, period: key, announced }: Asked, today: Day): Day {
  if (announced && announced.heldOn <= today) return announced.heldOn
  const period = type && key ? periodOf(type, key) : null
  if (!period || period.dueBy >= today) return today
  return addDays(period.dueBy, -Math.max(0, weekday(period.dueBy) - 5))
}

/** 组织生活会 and 民主评议 of January to March belong to the year before, unless the duty says another. */
export function assessmentYearFor(
  { type, period }: Pick<Asked, 'type' | 'period'>,
  heldOn: Day,
): number | null {
  if (!type || !isYearly(type)) return null
  if (period) return Number(period.slice(0, 4))
  return heldOn.slice(5, 7) <= '03' ? yearOf(heldOn) - 1 : yearOf(heldOn)
}

export interface Known {
  card: OrganizationCard
  last: MeetingRecord | null
  entries: readonly RosterEntry[]
  /** The member behind the account. */
  self: Person | null
  today: Day
}

/** Everything a new record can know before anybody types. */
export function prefill(asked: Asked, { card, last, entries, self, today }: Known): Sheet {
  const heldOn = dayFor(asked, today)
  const { announced } = asked
  const types = announced?.types ?? (asked.type ? [asked.type] : onlyTypeOf(card.kind))
  const marks = leaveOf(announced)
  // Whoever asked for leave neither chairs nor keeps the minutes.
  const present = entries.filter(({ memberId }) => !marks[memberId])
  const listed = new Map<string, string>(present.map(({ memberId, name }) => [memberId, name]))
  const known = (person: Person | null | undefined): Person | null =>
    person && (listed.size === 0 || listed.has(person.id)) ? person : null
  const first = present[0] ? { id: present[0].memberId, name: present[0].name } : null

  const head = card.kind === 'group' ? 'group-leader' : 'secretary'
  const holder = card.posts.find(({ post, endedOn }) => post === head && endedOn === null)
  const lastChair = last && { id: last.chairId, name: last.chairName }
  const chair =
    known(holder && { id: holder.memberId, name: holder.memberName }) ?? known(lastChair) ?? first
  const lastRecorder = known(last && { id: last.recorderId, name: last.recorderName })
  const recorders = [
    known(self),
    lastRecorder,
    ...present.map(({ memberId, name }) => ({ id: memberId, name })),
  ]
  const recorder = recorders.find((person) => person && person.id !== chair?.id) ?? chair

  return fitted({
    ...blankSheet(heldOn),
    types,
    title: announced?.title ?? null,
    startedAt: announced?.startedAt ?? last?.startedAt ?? '09:00',
    // When it ended was not announced.
    endedAt: announced ? '' : (last?.endedAt ?? ''),
    place: announced?.place ?? last?.place ?? '',
    agenda: announced?.agenda.join('\n') ?? '',
    marks,
    chair,
    recorder,
    assessmentYear: assessmentYearFor(
      { type: types.find(isYearly) ?? null, period: asked.period },
      heldOn,
    ),
  })
}

/** Where an organ holds one kind of meeting only, it is that. */
function onlyTypeOf(kind: OrganizationKind): MeetingType[] {
  const types = Object.keys(typesOf[kind]) as MeetingType[]
  return types.length === 1 ? types : []
}

/** Who asked for leave stands as on leave, with what they said; the record says in the end how it was. */
function leaveOf(announced: AnnouncementRecord | null): Sheet['marks'] {
  const leaving = announced?.roster.filter(({ answer }) => answer === 'leave') ?? []
  return Object.fromEntries(
    leaving.map(({ memberId, reason }) => [
      memberId,
      { status: 'leave' as const, reason: reason ?? '', writtenOpinion: false },
    ]),
  )
}
