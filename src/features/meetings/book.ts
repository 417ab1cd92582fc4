import { topicsOf } from '#domain/meetings.complete.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { dayInProse, instantInTable } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'
import { typeNames } from '#parts/meetingNames.ts'
import { saidOr, type Book } from '#parts/PaperBook.tsx'
import { verdictSentence } from './words.ts'

/** Types as paper names them. */
const inFull = (t: Text['meetings']): Text['meetings'] => ({
  ...t,
  types: { ...t.types, 'committee-meeting': t.book.committeeMeeting },
})

/** Every field that minutes must record (党支部工作条例 and 细则 Art. 21, see domain.md §3.3); `taken`: by whom, when. */
export function bookOf(
  record: MeetingRecord,
  { meetings: t, ui }: Pick<Text, 'meetings' | 'ui'>,
  taken: string,
): Book {
  const { attendance } = record
  const join = (names: readonly string[]) => [names.join(t.and2)]
  const noted = (name: string, note: string | null) => (note ? t.book.noted(name, note) : name)
  const present = attendance.filter(({ status }) => status === 'present')
  const missing = attendance.filter(({ status }) => status !== 'present')
  const signed =
    record.signedAt && record.signedBy
      ? `${t.book.signedLine(record.signedBy, instantInTable(record.signedAt))} · `
      : ''
  const rows: [string, string[]][] = [
    [
      t.book.presentNames,
      join(
        present.map(({ name, hasVote, stage }) =>
          noted(name, hasVote ? null : stage === 'full' ? t.noVote : t.stages[stage]),
        ),
      ),
    ],
    [
      t.book.missing,
      join(
        missing.map(({ name, status, reason }) =>
          noted(name, [t.attendanceWords[status], reason].filter(Boolean).join(ui.comma)),
        ),
      ),
    ],
    [t.book.guests, join(record.guests.map(({ name, capacity }) => noted(name, capacity)))],
    [t.book.agenda, topicsOf(record).map((item, index) => `${index + 1}. ${item}`)],
    ...section(
      t.book.lecture,
      record.lecturer ? [t.show.lectureOf(record.lecturer, record.lectureMinutes)] : [],
    ),
    [t.book.minutes, record.minutes.split(/\n+/)],
    [
      t.book.speeches,
      record.speeches.map(
        ({ speaker, dissent, text }) =>
          noted(speaker, dissent ? t.show.dissent : null) + ui.colon + text,
      ),
    ],
    [
      t.book.resolutions,
      record.resolutions.flatMap((one, index) => [
        `${index + 1}. ${noted(one.title, one.secretBallot ? t.show.secret : null)}`,
        ...(one.subjectName ? [t.editor.subject + ui.colon + one.subjectName] : []),
        ...one.text.split(/\n+/),
        t.show.votes(one.yes, one.no, one.abstain) +
          (one.written > 0 ? t.show.writtenVotes(one.written) : ''),
        ...one.verdicts.map((verdict) => verdictSentence(verdict, t)),
      ]),
    ],
    ...section(
      t.book.verdicts,
      record.verdicts.map((verdict) => verdictSentence(verdict, t)),
    ),
    ...section(
      t.book.corrections,
      record.corrections.flatMap((one, index) => [
        `${index + 1}. ${t.correction.fields[one.field]}`,
        t.show.wrong + ui.colon + one.wrong,
        t.show.right + ui.colon + one.right,
        t.show.whyOf(one.reason),
        t.show.correctionBy(one.by, instantInTable(one.at)),
      ]),
    ),
  ]
  return {
    title: t.book.title,
    subtitle: record.title + (signed ? '' : t.book.status(t.statuses[record.status])),
    head: [
      [t.book.organ, record.organizationName],
      [t.book.type, typeNames(record.types, inFull(t))],
      [t.book.time, t.book.range(dayInProse(record.heldOn), record.startedAt, record.endedAt)],
      [t.book.place, record.place],
      [t.book.chair, record.chairName],
      [t.book.recorder, record.recorderName],
      [t.book.expected, t.book.people(record.expected)],
      [t.book.present, t.book.people(record.present)],
      [t.book.voters, t.book.people(record.voters)],
      [t.book.votersPresent, t.book.people(record.votersPresent)],
    ],
    rows: saidOr(t.book.none, rows),
    signs: [t.book.chairSign, t.book.recorderSign, t.book.secretarySign],
    date: t.book.dateSign,
    foot: signed + taken,
  }
}

/** A part that is left out when there is nothing to say. */
const section = (label: string, lines: string[]): [string, string[]][] =>
  lines.length > 0 ? [[label, lines]] : []
