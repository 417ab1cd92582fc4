import type { MeetingRecord } from '#domain/meetings.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'

/** Corrections in the margin of the text they correct: what stood, what is right, why, by whom. */
export function CorrectionNotes({ corrections }: { corrections: MeetingRecord['corrections'] }) {
  const { meetings: t } = useText()
  return (
    <aside className="md-margin" aria-label={t.show.corrections}>
      {corrections.map(({ id, field, wrong, right, reason, by, at }) => (
        <dl key={id}>
          <dt>{`${t.show.corrections} · ${t.correction.fields[field]}`}</dt>
          <dd>
            <del>
              <span className="sc-sr">{t.show.wrong}</span>
              {wrong}
            </del>
          </dd>
          <dd>
            <ins>
              <span className="sc-sr">{t.show.right}</span>
              {right}
            </ins>
          </dd>
          <dd className="mt-hint">{t.show.whyOf(reason)}</dd>
          <dd className="mt-hint">{t.show.correctionBy(by, instantInTable(at))}</dd>
        </dl>
      ))}
    </aside>
  )
}
