import type { z } from 'zod'
import type { correctedField, MeetingRecord } from '#domain/meetings.ts'
import type { Text } from '#lib/i18n.ts'

export type CorrectedField = z.infer<typeof correctedField>

/** At most this much of a text is copied; the contract takes no more. */
const LIMIT = 20_000

/** What stands in one part of the record, copied so that nobody types it again. */
export function correctedText(
  field: CorrectedField,
  record: MeetingRecord,
  t: Text['meetings'],
): string {
  const texts: Record<CorrectedField, () => string> = {
    title: () => record.title,
    time: () => `${record.heldOn} ${[record.startedAt, record.endedAt].filter(Boolean).join('–')}`,
    place: () => record.place,
    agenda: () => record.agenda.join('\n'),
    minutes: () => record.minutes,
    attendance: () =>
      record.attendance
        .map(({ name, status, reason }) =>
          [name, t.attendanceWords[status], reason].filter(Boolean).join(' '),
        )
        .join('\n'),
    speeches: () => record.speeches.map(({ speaker, text }) => `${speaker}\n${text}`).join('\n'),
    resolutions: () =>
      record.resolutions
        .map(({ title, text, yes, no, abstain }) =>
          [title, text, t.show.votes(yes, no, abstain)].filter(Boolean).join('\n'),
        )
        .join('\n'),
    other: () => '',
  }
  return texts[field]().slice(0, LIMIT)
}
