import { sessionContract } from '#domain/session.contract.ts'
import { call } from '#lib/api.ts'
import { isApiError } from '#lib/apiError.ts'
import { wipeDrafts } from '#lib/drafts.ts'
import { send, setToken } from '#lib/http.ts'
import { queryClient } from '#lib/queryClient.ts'
import { PREFERENCES } from '#lib/preferences.ts'
import { setView } from '#lib/session.ts'
import { dropRouter } from './router.ts'

/**
 * How people like the screen on this machine (`preferences.ts`, `useStored.ts`): nothing personal, so it outlasts the
 * session, whose end has the browser clear its storage.
 *
 * @returns puts it back
 */
function keepLooks(): () => void {
  try {
    const looks = Object.entries(localStorage).filter(
      ([name]) => name === PREFERENCES || name.startsWith('sc.'),
    )
    return () => {
      for (const [name, value] of looks) localStorage.setItem(name, value)
    }
  } catch {
    // Blocked storage keeps nothing anyway.
    return () => undefined
  }
}

/**
 * Signs out: the session ends, drafts and everything in memory go, the sign-in page stands. `ended`:
 * the session is over already, and the drafts stay for the next sign-in of the same account (nobody
 * else can read them).
 *
 * @throws ApiError where the server did not end the session: its cookie would let the next one in, so
 * the page stays as it is, drafts and all, and must say so
 */
export async function leave({ ended = false }: { ended?: boolean } = {}): Promise<void> {
  if (!ended) {
    const { method, path } = sessionContract.end
    const putBack = keepLooks()
    await send({ method, path, asks: false }).catch((cause: unknown) => {
      if (!isApiError(cause, 'not_signed_in')) throw cause
    })
    putBack()
    await wipeDrafts().catch(() => undefined)
  }
  setToken(null)
  try {
    const view = await call(sessionContract.show)
    await queryClient.cancelQueries()
    history.replaceState(null, '', import.meta.env.BASE_URL)
    setView({ ...view, session: null })
    dropRouter()
    queryClient.clear()
  } catch {
    location.assign(import.meta.env.BASE_URL)
  }
}
