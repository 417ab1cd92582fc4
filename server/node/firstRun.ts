import type { Kysely } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import { randomToken, sha256 } from '#server/digest.ts'
import type { Secrets } from '#server/world.ts'

export interface FirstRun {
  demo: boolean
  /** Whether the demo bureau was loaded just now: the planner knows nothing of it yet. */
  loaded: boolean
  /** The one-time code of an installation that nobody has set up; a new one with each start until then. */
  setupCode: string | null
}

/**
 * Decides what a new store becomes: the demo bureau, or an empty installation that waits for its
 * administrators. A store that has been decided stays what it is.
 */
export async function firstRun(
  db: Kysely<Tables>,
  secrets: Secrets,
  empty: boolean,
): Promise<FirstRun> {
  const stored = await db.selectFrom('installation').selectAll().executeTakeFirst()
  if (stored?.demo) return { demo: true, loaded: false, setupCode: null }
  if (stored?.set_up_at) return { demo: false, loaded: false, setupCode: null }
  if (!stored && !empty) {
    const { seedDemo } = await import('#mocks/seed/seedDemo.ts')
    await seedDemo(db, { secrets })
    return { demo: true, loaded: true, setupCode: null }
  }
  const setupCode = randomToken(9)
  const hash = await sha256(setupCode)
  if (stored) await db.updateTable('installation').set({ setup_code_hash: hash }).execute()
  else await db.insertInto('installation').values({ setup_code_hash: hash }).execute()
  return { demo: false, loaded: false, setupCode }
}
