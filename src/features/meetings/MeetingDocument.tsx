import type { CorrectedField } from './correctedText.ts'
import type { ReactNode } from 'react'
import { topicsOf } from '#domain/meetings.complete.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { Tag } from '#ui/Tags.tsx'
import { useMedia, WIDE } from '#ui/useMedia.ts'
import { AttendanceLists } from './AttendanceLists.tsx'
import { CorrectionNotes } from './CorrectionNotes.tsx'
import { DocumentHead } from './DocumentHead.tsx'
import { History } from './History.tsx'
import { MakeupList } from './MakeupList.tsx'
import { ResolutionList } from './ResolutionList.tsx'

interface MeetingDocumentProps {
  record: MeetingRecord
  aside: boolean
}

/** The minutes as a document: what stood stays, corrections stand beside the text they correct. */
export function MeetingDocument({ record, aside }: MeetingDocumentProps) {
  const { meetings: t } = useText()
  const part = (field: CorrectedField | null, title: string, content: ReactNode) => {
    const corrections = record.corrections.filter((one) => one.field === field)
    return (
      <section className="md-part" aria-label={title}>
        <div className="md-text">
          <h2>{title}</h2>
          {content}
        </div>
        {corrections.length > 0 ? <CorrectionNotes corrections={corrections} /> : null}
      </section>
    )
  }
  // Where there is room the course of the record stands beside its head.
  const wide = useMedia(WIDE) && !aside
  const topics = topicsOf(record)
  const others = record.corrections.filter(({ field }) => field === 'other')

  return (
    <article className="md" data-aside={aside}>
      <DocumentHead record={record} margin={wide ? <History record={record} /> : null} />
      {part('attendance', t.show.attendance, <AttendanceLists record={record} />)}
      {topics.length > 0 || record.corrections.some(({ field }) => field === 'agenda')
        ? part(
            'agenda',
            t.show.agenda,
            <ol className="md-agenda">
              {topics.map((item, index) => (
                <li key={`${index} ${item}`}>{item}</li>
              ))}
            </ol>,
          )
        : null}
      {part(
        'minutes',
        t.show.minutes,
        record.minutes ? (
          <Prose text={record.minutes} />
        ) : (
          <p className="mt-hint">{t.show.noMinutes}</p>
        ),
      )}
      {record.speeches.length > 0
        ? part(
            'speeches',
            t.show.speeches,
            record.speeches.map(({ speaker, text, dissent }, index) => (
              <div key={`${index} ${speaker}`} className="md-speech">
                <h3>
                  {speaker} {dissent ? <Tag>{t.show.dissent}</Tag> : null}
                </h3>
                <Prose text={text} />
              </div>
            )),
          )
        : null}
      {record.resolutions.length > 0
        ? part(
            'resolutions',
            t.show.resolutions,
            <ResolutionList resolutions={record.resolutions} />,
          )
        : null}
      {record.makeups.length > 0
        ? part(null, t.show.makeups, <MakeupList makeups={record.makeups} />)
        : null}
      {others.length > 0 ? part('other', t.show.corrections, null) : null}
      {wide ? null : part(null, t.show.history, <History record={record} />)}
    </article>
  )
}

/** Paragraphs as they were typed. */
function Prose({ text }: { text: string }) {
  return (
    <div className="md-prose">
      {text
        .split(/\n+/)
        .filter((line) => line.trim())
        .map((line, index) => (
          <p key={`${index} ${line.slice(0, 12)}`}>{line}</p>
        ))}
    </div>
  )
}
