import { topicsOf } from '#domain/meetings.complete.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { dayInProse, instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useSession, useView } from '#lib/session.ts'
import { BookRows } from './BookRows.tsx'
import { typeNames, verdictSentence } from './words.ts'
import '#ui/print.css'
import './minuteBook.css'

/** The page of the minute book: every field of a 会议记录, signature lines at the foot. */
export function MinuteBook({ record, printedAt }: { record: MeetingRecord; printedAt: string }) {
  const { meetings: t, ui } = useText()
  const { installation } = useView()
  const { name } = useSession()
  const { attendance } = record
  const join = (names: readonly string[]) => names.join(t.and2) || t.book.none
  const present = attendance
    .filter(({ status }) => status === 'present')
    .map((one) =>
      one.hasVote
        ? one.name
        : t.book.noted(one.name, one.stage === 'full' ? t.noVote : t.stages[one.stage]),
    )
  const missing = attendance
    .filter(({ status }) => status !== 'present')
    .map((one) =>
      t.book.noted(
        one.name,
        [t.attendanceWords[one.status], one.reason].filter(Boolean).join(ui.comma),
      ),
    )
  const head: [string, string][] = [
    [t.book.organ, record.organizationName],
    [t.book.type, typeNames(record.types, t)],
    [t.book.time, t.book.range(dayInProse(record.heldOn), record.startedAt, record.endedAt)],
    [t.book.place, record.place],
    [t.book.chair, record.chairName],
    [t.book.recorder, record.recorderName],
    [t.book.expected, t.book.people(record.expected)],
    [t.book.present, t.book.people(record.present)],
    [t.book.voters, t.book.people(record.voters)],
    [t.book.votersPresent, t.book.people(record.votersPresent)],
  ]
  const signed = record.signedAt && record.signedBy
  return (
    <article className="sc-sheet mb">
      <h1>{t.book.title}</h1>
      <p className="sc-sheet-subtitle">
        {record.title}
        {signed ? null : t.book.status(t.statuses[record.status])}
      </p>
      <table>
        <tbody>
          {Array.from({ length: head.length / 2 }, (_, row) => (
            <tr key={row}>
              {head.slice(row * 2, row * 2 + 2).map(([label, value]) => [
                <th key={label} scope="row">
                  {label}
                </th>,
                <td key={`${label} value`}>{value}</td>,
              ])}
            </tr>
          ))}
          <BookRows
            rows={[
              [t.book.presentNames, join(present)],
              [t.book.missing, join(missing)],
              [
                t.book.guests,
                join(
                  record.guests.map((one) =>
                    one.capacity ? t.book.noted(one.name, one.capacity) : one.name,
                  ),
                ),
              ],
              [t.book.agenda, topicsOf(record).map((item, index) => `${index + 1}. ${item}`)],
              ...(record.lecturer
                ? [
                    [
                      t.book.lecture,
                      t.show.lectureOf(record.lecturer, record.lectureMinutes),
                    ] as const,
                  ]
                : []),
              [t.book.minutes, record.minutes.split(/\n+/)],
              [
                t.book.speeches,
                record.speeches.map(
                  (one) =>
                    (one.dissent ? t.book.noted(one.speaker, t.show.dissent) : one.speaker) +
                    ui.colon +
                    one.text,
                ),
              ],
              [
                t.book.resolutions,
                record.resolutions.flatMap((one, index) => [
                  `${index + 1}. ${one.secretBallot ? t.book.noted(one.title, t.show.secret) : one.title}`,
                  ...(one.text ? [one.text] : []),
                  t.show.votes(one.yes, one.no, one.abstain) +
                    (one.written > 0 ? t.show.writtenVotes(one.written) : ''),
                  ...one.verdicts.map((verdict) => verdictSentence(verdict, t)),
                ]),
              ],
              ...(record.verdicts.length > 0
                ? [
                    [
                      t.book.verdicts,
                      record.verdicts.map((verdict) => verdictSentence(verdict, t)),
                    ] as const,
                  ]
                : []),
              ...(record.corrections.length > 0
                ? [
                    [
                      t.book.corrections,
                      record.corrections.flatMap((one, index) => [
                        `${index + 1}. ${t.correction.fields[one.field]}`,
                        t.show.wrong + ui.colon + one.wrong,
                        t.show.right + ui.colon + one.right,
                        t.show.whyOf(one.reason),
                        t.show.correctionBy(one.by, instantInTable(one.at)),
                      ]),
                    ] as const,
                  ]
                : []),
            ]}
          />
        </tbody>
      </table>
      <div className="mb-signs">
        {[t.book.chairSign, t.book.recorderSign, t.book.secretarySign].map((line) => (
          <p key={line}>
            <span>{line}</span>
            <span className="mb-line" />
            <span>{t.book.dateSign}</span>
          </p>
        ))}
      </div>
      <footer>
        {signed
          ? `${t.book.signedLine(record.signedBy ?? '', instantInTable(record.signedAt))} · `
          : null}
        {t.book.footer(installation.name ?? '', name, instantInTable(printedAt))}
      </footer>
    </article>
  )
}
