import { useEffect } from 'react'
import { Link, useRouteError } from 'react-router'
import { isApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useSession } from '#lib/session.ts'
import { Page } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'

/** Pages that stand for another one: not there, not allowed, failed. */
export function MissingPage() {
  const { frame } = useText()
  return (
    <Page title={frame.missing.title} purpose={frame.missing.text}>
      <StateBlock kind="empty" title={frame.missing.title} action={<Home />} />
    </Page>
  )
}

export function NoPermissionPage() {
  const { frame, entry, ui } = useText()
  const { roles } = useSession()
  const held = [...new Set(roles.map(({ role }) => entry.roles[role]))].join(' · ')
  return (
    <Page title={frame.forbidden.title} purpose={frame.forbidden.text}>
      <StateBlock
        kind="forbidden"
        text={frame.forbidden.roles + ui.colon + (held || '—')}
        action={<Home />}
      />
    </Page>
  )
}

/** After an update of the server the old chunks are gone. */
const isOldChunk = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)

export function PageError() {
  const error = useRouteError()
  const { frame } = useText()
  useReloadOnline()
  if (isApiError(error, 'forbidden')) return <NoPermissionPage />
  if (isApiError(error, 'not_found')) return <MissingPage />
  const reason = isApiError(error) ? error.message : null
  return (
    <Page
      title={frame.error.title}
      purpose={isOldChunk(error) ? frame.error.old : frame.error.text}
    >
      <StateBlock
        kind="error"
        title={reason ?? frame.error.title}
        text={isOldChunk(error) ? frame.error.old : frame.error.text}
        action={
          <>
            <button type="button" className="fr-button" onClick={() => location.reload()}>
              {frame.error.retry}
            </button>
            <Home />
          </>
        }
      />
    </Page>
  )
}

/** What failed for want of a network loads by itself once there is one; nothing is being typed on this page. */
function useReloadOnline() {
  useEffect(() => {
    if (navigator.onLine) return
    const reload = () => location.reload()
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [])
}

function Home() {
  const { frame } = useText()
  return (
    <Link className="fr-button" to={paths.workbench()}>
      {frame.error.home}
    </Link>
  )
}
