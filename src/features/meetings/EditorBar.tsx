import { useText } from '#lib/i18n.ts'
import type { DraftState } from '#lib/useDraft.ts'
import { Button } from '#ui/Button.tsx'
import { useDraftWords } from '#ui/DraftNote.tsx'
import { Mark } from '#ui/Mark.tsx'
import type { Advance } from './useSave.ts'
import './editorBar.css'

interface EditorBarProps {
  draft: Pick<DraftState, 'state' | 'savedAt'>
  summary: string | null
  busy: Advance | null
  /** The account may sign what this organ held. */
  maySign: boolean
  onSave: (advance: Advance) => void
}

/** Always in view: whether the typing is safe, and the one next step. */
export function EditorBar({ draft, summary, busy, maySign, onSave }: EditorBarProps) {
  const { meetings: t } = useText()
  const status = useDraftWords(draft)

  return (
    <div className="mt-bar">
      <p
        className={draft.state === 'failed' ? 'mt-bar-state mt-error' : 'mt-bar-state'}
        role="status"
      >
        <Mark
          name={
            draft.state === 'failed' || draft.state === 'held'
              ? 'warn'
              : draft.state === 'saved'
                ? 'check'
                : 'dash'
          }
        />
        {status}
      </p>
      {summary ? <p className="mt-bar-summary">{summary}</p> : null}
      <div className="mt-bar-buttons">
        <Button
          disabled={busy !== null}
          busy={busy === 'draft'}
          onClick={() => onSave('draft')}
          title="Ctrl+S"
        >
          {t.save.draft}
        </Button>
        {maySign ? (
          <Button
            disabled={busy !== null}
            busy={busy === 'submit'}
            onClick={() => onSave('submit')}
          >
            {t.save.submit}
          </Button>
        ) : null}
        <Button
          kind="primary"
          disabled={busy !== null && busy !== (maySign ? 'sign' : 'submit')}
          busy={busy === (maySign ? 'sign' : 'submit')}
          onClick={() => onSave(maySign ? 'sign' : 'submit')}
        >
          {maySign ? t.save.sign : t.save.submit}
        </Button>
      </div>
    </div>
  )
}
