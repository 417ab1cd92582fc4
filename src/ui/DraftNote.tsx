import { instantInTable, timeOf } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { canSeal } from '#lib/pageDrafts.ts'
import type { DraftState as State } from '#lib/useDraft.ts'
import type { Kept } from '#lib/useKept.ts'
import { Mark } from './Mark.tsx'
import { toast } from './toasts.ts'
import './draftNote.css'

interface DraftNoteProps {
  /** When the draft that the form begins with was kept; null when it began anew. */
  restoredAt: string | null
  onDiscard: () => void
  otherWindow: boolean
}

/** Above a form: that it begins with a draft, which can be given up, and that another window writes the same. */
export function DraftNote({ restoredAt, onDiscard, otherWindow }: DraftNoteProps) {
  const t = useText().ui.draft
  return (
    <>
      {restoredAt ? (
        <p className="sc-draft" role="status">
          <Mark name="info" />
          <span>{t.restored(instantInTable(restoredAt))}</span>
          <button type="button" className="sc-link" onClick={onDiscard}>
            {t.discard}
          </button>
        </p>
      ) : null}
      {otherWindow ? (
        <p className="sc-draft sc-draft-warn" role="status">
          <Mark name="warn" />
          {t.otherWindow}
        </p>
      ) : null}
    </>
  )
}

/** Whether what is typed is safe, in words. */
export function useDraftWords({ state, savedAt }: Pick<State, 'state' | 'savedAt'>): string {
  const t = useText().ui.draft
  return {
    none: canSeal() ? t.untouched : t.held,
    saving: t.keeping,
    saved: savedAt ? t.kept(timeOf(savedAt)) : t.keeping,
    held: t.held,
    failed: t.failed,
  }[state]
}

/** Gives a draft up: it can be taken back while the notice stands. */
export function useDiscard<T>(restart: () => Promise<T>, put: (before: T) => void): () => void {
  const t = useText().ui.draft
  return () =>
    void restart().then((before) =>
      toast.info(t.discarded, { label: t.undo, run: () => put(before) }),
    )
}

/** The same below the fields of a page. */
export function DraftState({ draft, dirty }: Pick<Kept<unknown>, 'draft' | 'dirty'>) {
  const words = useDraftWords(draft)
  return (
    <p className="sc-draft-state" role="status">
      {dirty ? words : '\u00a0'}
    </p>
  )
}
