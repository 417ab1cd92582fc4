import type { MeetingRecord } from '#domain/meetings.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { Timeline, type TimelineItem } from '#ui/Timeline.tsx'

/** From entry to archive: who and when. */
export function History({ record }: { record: MeetingRecord }) {
  const { meetings: t } = useText()
  const {
    createdBy,
    createdAt,
    submittedAt,
    signedBy,
    signedAt,
    archivedAt,
    returnReason,
    enteredLate,
    corrections,
  } = record
  const step = (
    key: string,
    at: string | null,
    title: string,
    text?: string | null,
  ): TimelineItem[] => (at ? [{ key, when: instantInTable(at), title, ...(text && { text }) }] : [])
  const items = [
    ...step(
      'created',
      createdAt,
      t.show.created,
      [createdBy, enteredLate ? t.show.late : null].filter(Boolean).join(' · '),
    ),
    ...step('submitted', submittedAt, t.show.submitted),
    ...step('signed', signedAt, t.show.signed, signedBy),
    ...step('archived', archivedAt, t.show.archived),
    ...corrections.map(({ id, at, by, field, reason }) => ({
      key: id,
      when: instantInTable(at),
      title: `${t.show.corrections} · ${t.correction.fields[field]}`,
      text: `${by} · ${reason}`,
    })),
  ]
  return (
    <>
      <Timeline items={items} label={t.show.history} />
      {returnReason ? <p className="mt-note">{t.show.returnedNote(returnReason)}</p> : null}
    </>
  )
}
