import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { MeetingRecord } from '#domain/meetings.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { KeyValue } from '#ui/KeyValue.tsx'
import { StatusTag, Tag } from '#ui/Tags.tsx'
import { CorrectionNotes } from './CorrectionNotes.tsx'
import { statusTones } from './listColumns.tsx'
import { Verdicts } from './Verdicts.tsx'

/** What, when, where, who led, how many came, and what the rules say of it. */
export function DocumentHead({ record, margin }: { record: MeetingRecord; margin: ReactNode }) {
  const { meetings: t, announcements } = useText()
  const keep = useKeepScope()
  const { startedAt, endedAt, lecturer, lectureMinutes, assessmentYear, verdicts } = record
  const { announcementId } = record
  const corrections = record.corrections.filter(
    ({ field }) => field === 'title' || field === 'time' || field === 'place',
  )
  const time = `${dayInProse(record.heldOn)} ${[startedAt, endedAt].filter(Boolean).join('–')}`

  return (
    <header className="md-part">
      <div className="md-text">
        <p className="md-tags">
          <StatusTag tone={statusTones[record.status]}>{t.statuses[record.status]}</StatusTag>
          {record.types.map((type) => (
            <Tag key={type}>{t.types[type]}</Tag>
          ))}
          {record.enteredLate ? <Tag>{t.late}</Tag> : null}
        </p>
        <KeyValue
          columns={2}
          items={[
            { label: t.editor.organ, value: record.organizationName },
            { label: t.show.time, value: time },
            { label: t.show.chair, value: record.chairName },
            { label: t.show.recorder, value: record.recorderName },
            { label: t.show.place, value: record.place },
            ...(assessmentYear === null
              ? []
              : [{ label: t.show.year, value: t.periods.year(assessmentYear) }]),
            ...(lecturer === null
              ? []
              : [{ label: t.show.lecture, value: t.show.lectureOf(lecturer, lectureMinutes) }]),
            ...(announcementId === null
              ? []
              : [
                  {
                    label: announcements.title,
                    value: (
                      <Link className="sc-link" to={keep(paths.announcement(announcementId))}>
                        {announcements.recordForm.back}
                      </Link>
                    ),
                  },
                ]),
            { label: t.show.counts, value: t.show.countsOf(record), wide: true },
          ]}
        />
        {verdicts.length > 0 ? (
          <div className="md-verdicts">
            <Verdicts verdicts={verdicts} />
          </div>
        ) : null}
      </div>
      <div className="md-side">
        {corrections.length > 0 ? <CorrectionNotes corrections={corrections} /> : null}
        {margin}
      </div>
    </header>
  )
}
