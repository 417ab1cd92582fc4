import type { Kysely } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import { paperCode, sha256 } from '#server/digest.ts'
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
 *
 * @throws when it is the demo and an empty one was asked for: what real people enter must not stand among invented ones
 */
export async function firstRun(
  db: Kysely<Tables>,
  secrets: Secrets,
  empty: boolean,
): Promise<FirstRun> {
  const stored = await db.selectFrom('installation').selectAll().executeTakeFirst()
  if (stored?.demo && empty)
    throw new Error(
      'This store is the demo bureau and cannot become a real installation: start with --empty in another DATA_DIR, or move this folder away (with DATABASE_URL: name another database) / 此数据目录是演示库，不能改作正式环境；请换一个 DATA_DIR 或移走它再用 --empty 启动（接 PostgreSQL 的请换一个数据库）',
    )
  if (stored?.demo) return { demo: true, loaded: false, setupCode: null }
  if (stored?.set_up_at) return { demo: false, loaded: false, setupCode: null }
  if (!stored && !empty) {
    const { seedDemo } = await import('#mocks/seed/seedDemo.ts')
    await seedDemo(db, { secrets })
    return { demo: true, loaded: true, setupCode: null }
  }
  const setupCode = paperCode()
  const hash = await sha256(setupCode)
  if (stored) await db.updateTable('installation').set({ setup_code_hash: hash }).execute()
  else await db.insertInto('installation').values({ setup_code_hash: hash }).execute()
  return { demo: false, loaded: false, setupCode }
}
