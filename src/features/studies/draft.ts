import type { Given } from '#domain/contract.ts'
import { newId, type MemberId } from '#domain/ids.ts'
import type { studiesContract } from '#domain/studies.contract.ts'
import type {
  AudienceMember,
  CompetitionEvent,
  StudyAdvance,
  StudyKind,
  StudyRecord,
} from '#domain/studies.ts'
import type { Text } from '#lib/i18n.ts'

export interface Person {
  id: string
  name: string
}

/** One of the audience, with the minutes of a part as typed; empty: all of it. */
export interface Invited extends Omit<AudienceMember, 'minutes'> {
  part: string
}

export interface EntryDraft {
  key: string
  name: string
  members: Person[]
  /** Score or place, as typed. */
  figure: string
}

export interface EventDraft extends Pick<CompetitionEvent, 'name' | 'form' | 'ranking' | 'tied'> {
  key: string
  entries: EntryDraft[]
}

/** What stands in the form, as typed. */
export interface Draft {
  organization: Person | null
  kind: StudyKind
  series: string
  topic: string
  heldOn: string
  endsOn: string
  minutes: string
  place: string
  lecturer: Person | null
  lecturerName: string
  meetingId: string
  summary: string
  audience: Invited[]
  guests: string
  /** Minutes of the guests who came for part of it, as typed, by what stands of them; a draft kept before has none. */
  guestParts?: Record<string, string>
  events: EventDraft[]
  advance: StudyAdvance
}

/** A key for a row that has none of its own; no other row has it, nor one of a draft kept before. */
export const rowKey = (): string => newId()

export const newEntry = (): EntryDraft => ({ key: rowKey(), name: '', members: [], figure: '' })

export const newEvent = (): EventDraft => ({
  key: rowKey(),
  name: '',
  form: 'individual',
  ranking: 'high-score',
  tied: false,
  entries: [newEntry(), newEntry(), newEntry()],
})

export const emptyDraft = (organization: Person | null, today: string): Draft => ({
  organization,
  kind: 'lecture',
  series: '',
  topic: '',
  heldOn: today,
  endsOn: '',
  minutes: '60',
  place: '',
  lecturer: null,
  lecturerName: '',
  meetingId: '',
  summary: '',
  audience: [],
  guests: '',
  events: [],
  advance: 'close',
})

export const scored = ({ ranking }: Pick<EventDraft, 'ranking'>): boolean =>
  ranking === 'high-score' || ranking === 'low-score'

/** A record as it opens in the form. Of a plan whose day has come everybody invited is taken to have come. */
export function draftOf(
  record: StudyRecord,
  today: string,
  { studies: t, ui }: Pick<Text, 'studies' | 'ui'>,
): Draft {
  const planned = record.status === 'planned'
  const due = record.heldOn <= today
  return {
    organization: { id: record.organizationId, name: record.organizationName },
    kind: record.kind,
    series: record.series ?? '',
    topic: record.topic,
    heldOn: record.heldOn,
    endsOn: record.endsOn ?? '',
    minutes: String(record.minutes),
    place: record.place ?? '',
    lecturer: record.lecturerId ? { id: record.lecturerId, name: record.lecturer ?? '' } : null,
    lecturerName: record.lecturerName ?? '',
    meetingId: record.meetingId ?? '',
    summary: record.summary,
    audience: record.audience.map((one) => ({
      ...one,
      present: planned || one.present,
      part: one.minutes === null ? '' : String(one.minutes),
    })),
    guests: record.guests
      .map(({ name, capacity }) => (capacity ? t.guestOf(name, capacity) : name))
      .join(ui.and),
    guestParts: Object.fromEntries(
      record.guests.flatMap((one) =>
        one.minutes === null ? [] : [[guestName(one), String(one.minutes)]],
      ),
    ),
    events: record.events.map((event) => ({
      ...event,
      key: rowKey(),
      entries: event.entries.map(({ name, memberIds, memberNames, score, place }) => ({
        key: rowKey(),
        name: event.form === 'individual' && memberIds.length > 0 ? '' : name,
        members: memberIds.map((id, at) => ({ id, name: memberNames[at] ?? '' })),
        figure: String((scored(event) ? score : place) ?? ''),
      })),
    })),
    advance: planned ? (due ? 'close' : 'plan') : 'hold',
  }
}

const orNull = (text: string): string | null => text.trim() || null

/** A figure, also in full-width signs. What is none goes as it was typed and is refused: it must not pass for nothing. */
const numberOf = (text: string): number | null => {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return null
  const value = Number(typed)
  return Number.isNaN(value) ? (typed as unknown as number) : value
}

/** The name of a guest's part in the draft, whatever the language: no word of the screen. */
export const guestName = ({ name, capacity }: { name: string; capacity: string | null }): string =>
  capacity ? `${name}（${capacity}）` : name

/** 李老师（市委党校）、王工 → names with where they come from. */
export const guestsOf = (text: string) =>
  text
    .split(/[、，,；;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const found = /^(.+?)[（(](.+)[）)]$/.exec(part)
      return { name: found?.[1]?.trim() ?? part, capacity: found?.[2]?.trim() ?? null }
    })

type Body = NonNullable<Given<typeof studiesContract.create>['body']>

/** What is sent; rows of results that are quite empty are left out. */
export function bodyOf(draft: Draft): Body {
  const { organization, minutes } = draft
  return {
    organizationId: organization?.id ?? '',
    kind: draft.kind,
    series: orNull(draft.series),
    topic: draft.topic.trim(),
    heldOn: draft.heldOn,
    endsOn: orNull(draft.endsOn),
    minutes: numberOf(minutes) ?? 0,
    place: orNull(draft.place),
    lecturerId: draft.lecturer?.id ?? null,
    lecturerName: orNull(draft.lecturerName),
    meetingId: draft.meetingId || null,
    summary: draft.summary.trim(),
    audience: draft.audience.map(({ memberId, present, part }) => ({
      memberId,
      present,
      minutes: draft.advance !== 'plan' && present ? numberOf(part) : null,
    })),
    guests: guestsOf(draft.guests).map((one) => ({
      ...one,
      minutes: draft.advance === 'plan' ? null : numberOf(draft.guestParts?.[guestName(one)] ?? ''),
    })),
    events: draft.kind === 'competition' ? draft.events.map(eventOf) : [],
    advance: draft.advance,
  }
}

const eventOf = (event: EventDraft) => ({
  name: event.name.trim(),
  form: event.form,
  ranking: event.ranking,
  tied: event.ranking === 'placing' && event.tied,
  entries: filled(event).map(({ name, members, figure }) => ({
    name: orNull(name),
    memberIds: members.map(({ id }) => id as MemberId),
    score: scored(event) ? numberOf(figure) : null,
    place: scored(event) ? null : numberOf(figure),
  })),
})

/** Rows in which something stands: their number is the one in the server's field names. */
export const filled = ({ entries }: EventDraft): EntryDraft[] =>
  entries.filter(({ name, members, figure }) => name.trim() || members.length > 0 || figure.trim())
