import { Link } from 'react-router'
import { draftPlace } from '#lib/draftPlaces.ts'
import type { OwnDraft } from '#lib/drafts.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'

/** What was typed here and never sent; it is on no other machine, and signing out takes it. */
export function LocalDrafts({ drafts }: { drafts: readonly OwnDraft[] }) {
  const { workbench: t, frame } = useText()
  const keep = useKeepScope()
  if (drafts.length === 0) return null
  return (
    <section className="wb-group" aria-labelledby="wb-local">
      <header>
        <h2 id="wb-local">
          {t.local}
          <b>{drafts.length}</b>
        </h2>
        <small>{t.localHint}</small>
      </header>
      <ul className="wb-rows" data-still="">
        {drafts.map(({ draft, savedAt }) => {
          const { kind, to } = draftPlace(draft)
          return (
            <li key={draft}>
              <Link className="wb-what" to={keep(to)}>
                {frame.draftKinds[kind]}
              </Link>
              <span className="wb-note">{t.localNote}</span>
              <span className="wb-when">{instantInTable(savedAt)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
