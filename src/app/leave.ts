import { sessionContract } from '#domain/session.contract.ts'
import { call } from '#lib/api.ts'
import { wipeDrafts } from '#lib/drafts.ts'
import { setToken } from '#lib/http.ts'
import { queryClient } from '#lib/queryClient.ts'
import { setView } from '#lib/session.ts'
import { dropRouter } from './router.ts'

/**
 * Signs out: the session ends, drafts and everything in memory go, the sign-in page stands. `ended`:
 * the session is over already, and the drafts stay for the next sign-in of the same account (nobody
 * else can read them).
 */
export async function leave({ ended = false }: { ended?: boolean } = {}): Promise<void> {
  if (!ended) {
    // Whatever the server answers, this machine forgets.
    await wipeDrafts().catch(() => undefined)
    await call(sessionContract.end).catch(() => undefined)
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
