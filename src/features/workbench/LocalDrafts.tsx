import { Link } from 'react-router'
import { draftPlace } from '#lib/draftPlaces.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import type { OwnDrafts } from '#lib/useOwnDrafts.ts'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { toast } from '#ui/toasts.ts'

/**
 * What was typed here and never sent; it is on no other machine, and signing out takes it. What was typed over a
 * version that stands no longer, no form takes up any more: it can be given up here.
 */
export function LocalDrafts({ drafts, giveUp }: OwnDrafts) {
  const { workbench: t, frame, ui } = useText()
  const keep = useKeepScope()
  if (drafts === null || drafts.length === 0) return null
  return (
    <section className="wb-group" aria-labelledby="wb-local">
      <header>
        <h2 id="wb-local">
          {t.local}
          <b>{drafts.length}</b>
        </h2>
        <small>{t.localHint}</small>
      </header>
      <ul className="wb-rows">
        {drafts.map(({ draft, savedAt }) => {
          const { kind, to } = draftPlace(draft)
          const when = instantInTable(savedAt)
          return (
            <li key={draft}>
              <Link className="wb-what" to={keep(to)}>
                {frame.draftKinds[kind]}
              </Link>
              <span className="wb-note">{t.localNote}</span>
              <span className="wb-when">{when}</span>
              <div className="wb-acts">
                <ConfirmButton
                  label={t.giveUp}
                  title={t.giveUpTitle}
                  hits={[frame.account.draft(frame.draftKinds[kind], when)]}
                  consequence={t.giveUpText}
                  onConfirm={async () => {
                    await giveUp(draft)
                    toast.info(ui.draft.discarded)
                  }}
                />
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
