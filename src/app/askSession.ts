import type { SessionView } from '#domain/session.ts'
import { ApiError } from '#lib/apiError.ts'
import { readAnswer, send } from '#lib/http.ts'
import { entryText } from '#lib/i18n.ts'

declare global {
  interface Window {
    /** The question that public/early.js has already sent. */
    sixChainsSession?: Promise<Response>
  }
}

async function once(): Promise<SessionView> {
  const early = window.sixChainsSession
  delete window.sixChainsSession
  if (early) {
    const answer = await early.then(readAnswer, () => null)
    if (answer && !(answer instanceof ApiError)) return answer.json as SessionView
  }
  return (await send({ method: 'GET', path: '/session' })) as SessionView
}

/** Who is signed in. Asks again until there is an answer, and says so in the outline meanwhile. */
export async function askSession(): Promise<SessionView> {
  for (let wait = 1; ; wait = Math.min(wait * 2, 8)) {
    try {
      return await once()
    } catch (error) {
      // The outline of the frame has no room for a sentence; that of the sign-in page has.
      delete document.documentElement.dataset.known
      const progress = document.getElementById('progress')
      if (progress)
        progress.textContent =
          error instanceof ApiError && error.status > 0
            ? error.message
            : entryText().failures.startText
      await new Promise((resolve) => setTimeout(resolve, wait * 1000))
    }
  }
}
