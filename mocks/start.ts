import { setupWorker } from 'msw/browser'
import { bridge } from './bridge.ts'
import type { Answerer } from './bridge.ts'
import { faultHandler, faultsOf, faultSwitch } from './faults.ts'
import type { FaultSwitch } from './faults.ts'
import { forgetDemo, openDemo, storeName } from './startPage.ts'
import type { DemoPage } from './startPage.ts'
import { askOtherTab, browserChannel, serveTabs } from './tabs/sharing.ts'
import type { Channel } from './tabs/sharing.ts'

export type Progress = (text: string, share: number) => void

export interface DemoControl {
  faults: FaultSwitch
  /** Throws away what was changed, in all tabs, and begins anew. */
  reset(): void
}

declare global {
  interface Window {
    /** Only in the demo: for the journeys, for development, and for the button that begins anew. */
    sixChainsDemo?: DemoControl
  }
}

const texts = {
  zh: { download: '正在准备演示数据…', open: '正在启动数据库…', ready: '就绪' },
  en: { download: 'Preparing the demo data…', open: 'Starting the database…', ready: 'Ready' },
}
const text = () => texts[document.documentElement.lang.startsWith('en') ? 'en' : 'zh']

/**
 * Starts the whole system in the page: the database in a worker, the API over it, and MSW, which hands
 * it every request to `/api`. Resolves when the first request can be sent.
 */
export async function startDemo(onProgress: Progress = () => undefined): Promise<void> {
  onProgress(text().open, 0)
  const channel = browserChannel(storeName)
  const answer = await firstAnswerer(channel, (share) => onProgress(text().download, share * 0.8))
  const faults = faultSwitch(storage())
  const asked = faultsOf(location.search)
  if (asked) faults.set(asked)
  await setupWorker(faultHandler(faults), bridge(answer, bearer)).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  })
  window.sixChainsDemo = { faults, reset: () => resetEverywhere(channel) }
  channel.listen((message) => {
    if (message.kind === 'reload') location.reload()
    if (message.kind === 'reset' && mine) void resetMine(channel)
  })
  onProgress(text().ready, 1)
}

/** Where src/lib/http.ts keeps the session's token, in the demo alone. */
function bearer(): string | null {
  try {
    return sessionStorage.getItem('six-chains.token')
  } catch {
    return null
  }
}

/** The demo, where this tab has it. */
let mine: DemoPage | undefined

/**
 * The tab that holds the lock has the database. The others ask it, and one of them takes over when it
 * is closed.
 */
function firstAnswerer(channel: Channel, progress: (share: number) => void): Promise<Answerer> {
  return new Promise((resolve, reject) => {
    const own = async (): Promise<Answerer> => {
      mine = await openDemo(progress)
      serveTabs(channel, mine.answer)
      return mine.answer
    }
    const untilClosed = () => new Promise<never>(() => undefined)
    void navigator.locks.request(storeName, { ifAvailable: true }, async (lock) => {
      if (lock) {
        await own().then(resolve, reject)
        return untilClosed()
      }
      const other = askOtherTab(channel)
      resolve(other.answer)
      void navigator.locks.request(storeName, async () => {
        other.become(await own())
        return untilClosed()
      })
      return undefined
    })
  })
}

function resetEverywhere(channel: Channel): void {
  if (mine) void resetMine(channel)
  else channel.post({ kind: 'reset' })
}

async function resetMine(channel: Channel): Promise<void> {
  forgetDemo()
  await mine?.close()
  channel.post({ kind: 'reload' })
  location.reload()
}

function storage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
