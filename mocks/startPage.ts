import { Kysely } from 'kysely'
import { key, url, version } from 'virtual:demo-snapshot'
import { createApp } from '#server/app.ts'
import { fold } from '#server/counts/fold.ts'
import { singleSessionDialect } from '#server/db/singleSession.ts'
import type { Tables } from '#server/db/tables.ts'
import { features } from '#server/features/all.ts'
import { sealAudit } from '#server/features/audit/seal.ts'
import type { World } from '#server/world.ts'
import type { Answerer } from './bridge.ts'
import { openWorkerSession } from './database/workerSession.ts'
import { pageWorld } from './pageWorld.ts'

const KEPT = 'six-chains.demo'
export const storeName = `six-chains-demo-${key}`

export interface DemoPage {
  answer: Answerer
  /** Ends the database; it stays as it is. */
  close(): Promise<void>
}

/** Opens the kept demo store, or a new one from the snapshot, and the API over it. */
export async function openDemo(progress: (share: number) => void): Promise<DemoPage> {
  const session = await openWorkerSession(
    { name: storeName, snapshot: new URL(url, location.href).href, known: isKept() },
    progress,
  )
  remember(storeName)
  const db = new Kysely<Tables>({ dialect: singleSessionDialect(session) })
  const world = await pageWorld(db, version)
  const app = createApp(world, features)
  const stop = workInBackground(world)
  return {
    answer: async (request) => app.fetch(request),
    async close() {
      stop()
      await db.destroy()
    },
  }
}

const everyMs = 4_000

/** Folds and seals, as a server does. */
function workInBackground(world: World): () => void {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    void fold(world.db)
      .then(() => sealAudit(world.db))
      .catch((error: unknown) => world.log.warn({ error: String(error) }, 'background work failed'))
      .finally(() => {
        busy = false
      })
  }, everyMs)
  return () => clearInterval(timer)
}

function isKept(): boolean {
  try {
    return localStorage.getItem(KEPT) === storeName
  } catch {
    return false
  }
}

function remember(name: string | null): void {
  try {
    if (name === null) localStorage.removeItem(KEPT)
    else localStorage.setItem(KEPT, name)
  } catch {
    // Blocked storage: the next visit begins anew.
  }
}

/** The next start begins from the snapshot. */
export const forgetDemo = (): void => remember(null)
