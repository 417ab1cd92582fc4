import type { Kysely } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { Tables } from '#server/db/tables.ts'
import { todayOf } from '#server/door.ts'

/** The bureau's today, for work that nobody asked for. */
export async function businessDay(db: Kysely<Tables>, now: Date): Promise<Day> {
  const found = await db.selectFrom('installation').select('demo_today').executeTakeFirst()
  return todayOf(now, found?.demo_today ?? null)
}
