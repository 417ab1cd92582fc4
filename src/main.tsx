import '#app/nonce.ts'
import '#app/zodWithoutEval.ts'
import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { SessionView } from '#domain/session.ts'
import { Entry } from '#app/Entry.tsx'
import { askSession } from '#app/askSession.ts'
import { loadApp } from '#app/loadApp.ts'
import { fetchPage } from '#app/pages.ts'
import { entryText, setEntryText } from '#lib/i18n.ts'
import { preferences } from '#lib/preferences.ts'
import { setView } from '#lib/session.ts'

/**
 * First the session, then what belongs to it: the sign-in form at once (it travels with this file),
 * the application by its own chunk. The outline of index.html stands until then.
 */
const container = document.getElementById('root')

async function start(root: HTMLElement): Promise<void> {
  if (preferences().language === 'en') setEntryText((await import('#locales/en/entry.ts')).entry)
  document.title = entryText().title
  if (import.meta.env.VITE_DEMO) {
    const progress = document.getElementById('progress')
    if (progress) progress.textContent = entryText().loadingDemo
    const { startDemo } = await import('#mocks/start.ts')
    await startDemo()
  }
  // Somebody was signed in here last time: their chunk, and the page's beside it, can travel while the session is asked.
  if ('known' in document.documentElement.dataset) {
    void loadApp()
    fetchPage(location.pathname)
  }
  const view: SessionView = await askSession()
  setView(view)
  // The outline stays until the application's chunk is here; then both change in one paint.
  const app = view.session ? await loadApp() : null
  app?.openRoutes()
  // As a transition it is rendered in slices of 5 ms, between which the page hears what is pressed.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <Entry App={app?.App ?? null} />
      </StrictMode>,
    ),
  )
}

// Not from the module's own evaluation: whoever asks where a request came from (DevTools does) would have the engine
// read the whole of it again.
if (container) queueMicrotask(() => void start(container))
