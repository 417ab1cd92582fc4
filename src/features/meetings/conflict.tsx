import type { MeetingInput } from '#domain/meetings.ts'
import type { Text } from '#lib/i18n.ts'
import { typeNames } from '#parts/meetingNames.ts'
import type { MergeField, Side } from '#ui/mergeRows.ts'
import type { Sheet } from './sheet.ts'

/** One line of the merge: what is compared and shown, and which parts of the form it carries. */
interface Part {
  key: string
  parts: readonly (keyof Sheet)[]
  label: string
  value: (content: MeetingInput) => unknown
  show?: (content: MeetingInput) => string
}

type Words = Text['meetings']

function partsOf(t: Words, nameOf: (id: string) => string): Part[] {
  const e = t.editor
  const missing = ({ attendance }: MeetingInput) =>
    attendance
      .map(({ memberId, status, reason }) =>
        [nameOf(memberId), t.attendanceWords[status], reason].filter(Boolean).join(' '),
      )
      .join('\n') || t.merge.allPresent
  return [
    {
      key: 'types',
      parts: ['types'],
      label: e.types,
      value: ({ types }) => types,
      show: ({ types }) => typeNames(types, t),
    },
    { key: 'title', parts: ['title'], label: e.title, value: ({ title }) => title },
    { key: 'heldOn', parts: ['heldOn'], label: e.heldOn, value: ({ heldOn }) => heldOn },
    {
      key: 'time',
      parts: ['startedAt', 'endedAt'],
      label: t.merge.time,
      value: ({ startedAt, endedAt }) => [startedAt, endedAt].filter(Boolean).join('–'),
    },
    { key: 'place', parts: ['place'], label: e.place, value: ({ place }) => place },
    {
      key: 'chair',
      parts: ['chair'],
      label: e.chair,
      value: ({ chairId }) => chairId,
      show: ({ chairId }) => nameOf(chairId),
    },
    {
      key: 'recorder',
      parts: ['recorder'],
      label: e.recorder,
      value: ({ recorderId }) => recorderId,
      show: ({ recorderId }) => nameOf(recorderId),
    },
    {
      key: 'assessmentYear',
      parts: ['assessmentYear'],
      label: e.assessmentYear,
      value: ({ assessmentYear }) => assessmentYear,
    },
    {
      key: 'lecture',
      parts: ['lecturer', 'lecturerInvited', 'lectureMinutes'],
      label: t.merge.lecture,
      value: ({ lecturer, lectureMinutes }) =>
        [lecturer, lectureMinutes].filter(Boolean).join(' · '),
    },
    {
      key: 'attendance',
      parts: ['marks'],
      label: t.merge.attendance,
      value: ({ attendance }) => attendance.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1)),
      show: missing,
    },
    {
      key: 'agenda',
      parts: ['agenda'],
      label: e.agenda,
      value: ({ agenda }) => agenda?.join('\n'),
    },
    { key: 'minutes', parts: ['minutes'], label: e.minutes, value: ({ minutes }) => minutes },
    {
      key: 'guests',
      parts: ['guests'],
      label: e.guests,
      value: ({ guests }) =>
        guests
          ?.map(({ name, capacity }) => [name, capacity].filter(Boolean).join(' · '))
          .join('\n'),
    },
    {
      key: 'speeches',
      parts: ['speeches'],
      label: e.speeches,
      value: ({ speeches }) =>
        speeches
          ?.map(
            ({ speaker, text, dissent }) => `${speaker}${dissent ? ` (${e.dissent})` : ''} ${text}`,
          )
          .join('\n'),
    },
    {
      key: 'resolutions',
      parts: ['resolutions'],
      label: e.resolution,
      value: ({ resolutions }) => resolutions,
      show: ({ resolutions = [] }) =>
        resolutions
          .flatMap(({ title, text, yes, no, abstain }) => [
            `${title} · ${t.merge.votes(yes, no, abstain)}`,
            ...(text ? [text] : []),
          ])
          .join('\n'),
    },
  ]
}

interface Versions {
  mine: MeetingInput
  theirs: MeetingInput
  /** What both began with, where it is known. */
  base: MeetingInput | null
}

/** Everything that may differ, for the merge dialog. */
export function mergeFieldsOf(
  { mine, theirs, base }: Versions,
  t: Words,
  nameOf: (id: string) => string,
): MergeField[] {
  return partsOf(t, nameOf).map(({ key, label, value, show }) => {
    const text = (content: MeetingInput) => (show ? show(content) : undefined)
    // `show` gets the value back; the sides are told apart by it.
    const shown = new Map(
      [mine, theirs, ...(base ? [base] : [])].map((content) => [
        JSON.stringify(value(content) ?? null),
        text(content),
      ]),
    )
    return {
      key,
      label,
      mine: value(mine),
      theirs: value(theirs),
      ...(base && { base: value(base) }),
      show: (one: unknown) => (
        <span className="mt-merge">{shown.get(JSON.stringify(one ?? null)) ?? String(one)}</span>
      ),
    }
  })
}

/** Some parts of what was typed, as text to be copied elsewhere. */
export const typedText = (
  typed: MeetingInput,
  keys: readonly string[],
  t: Words,
  nameOf: (id: string) => string,
): string =>
  partsOf(t, nameOf)
    .filter(({ key }) => keys.includes(key))
    .map(({ label, value, show }) => [label, show ? show(typed) : plain(value(typed))].join('\n'))
    .join('\n\n')

/** Parts that need no words of their own are text or a number. */
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : ''

/** Mine, with what was chosen of theirs. What is the same on both sides needs no choice. */
export function merged(mine: Sheet, theirs: Sheet, choice: Record<string, Side>, t: Words): Sheet {
  const taken = partsOf(t, (id) => id)
    .filter(({ key }) => choice[key] === 'theirs')
    .flatMap(({ parts }) => parts)
  return { ...mine, ...Object.fromEntries(taken.map((part) => [part, theirs[part]])) }
}
