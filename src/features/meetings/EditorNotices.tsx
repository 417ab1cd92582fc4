import { Link } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { DraftNote } from '#ui/DraftNote.tsx'
import { Mark } from '#ui/Mark.tsx'
import type { Trouble } from './useSave.ts'

interface EditorNoticesProps {
  restoredAt: string | null
  onDiscard: () => void
  otherWindow: boolean
  trouble: Trouble | null
  /** Sentences of fields that the form does not show. */
  lost: readonly string[]
  errorCount: number
  onAnew: () => void
  /** Saves what was typed over a deleted record as another. */
  onAsNew: () => void
}

/** What the person should know of the form as a whole, above it. */
export function EditorNotices({
  restoredAt,
  onDiscard,
  otherWindow,
  trouble,
  lost,
  errorCount,
  onAnew,
  onAsNew,
}: EditorNoticesProps) {
  const { meetings: t } = useText()
  return (
    <>
      <DraftNote restoredAt={restoredAt} onDiscard={onDiscard} otherWindow={otherWindow} />
      {/* Always there, so that a screen reader hears the change. */}
      <div role="alert">
        {trouble || errorCount > 0 ? (
          <div className="mt-notice mt-wrong">
            <Mark name="alert" />
            <div>
              {trouble ? (
                <p>
                  {trouble.kind === 'message' ? trouble.text : <TroubleText trouble={trouble} />}
                </p>
              ) : null}
              {errorCount > 0 ? <p>{t.save.fields(errorCount)}</p> : null}
              {lost.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {trouble?.kind === 'reused' ? (
                <p className="mt-chips">
                  <Link to={paths.meetings()}>{t.save.toList}</Link>
                  <button type="button" className="sc-link" onClick={onAnew}>
                    {t.save.anew}
                  </button>
                </p>
              ) : null}
              {trouble?.kind === 'deleted' ? (
                <p className="mt-chips">
                  <button type="button" className="sc-link" onClick={onAsNew}>
                    {t.save.asNew}
                  </button>
                </p>
              ) : null}
              {trouble?.record ? (
                <Link to={paths.meeting(trouble.record.id)}>{t.save.open}</Link>
              ) : null}
            </div>
          </div>
        ) : null}
      </div>
    </>
  )
}

function TroubleText({ trouble }: { trouble: Trouble }) {
  const { meetings: t } = useText()
  if (trouble.kind === 'network') return t.save.network
  if (trouble.kind === 'reused') return t.save.reused
  if (trouble.kind === 'deleted') return t.save.deleted
  return trouble.record ? t.save.gone(t.statuses[trouble.record.status]) : trouble.text
}
