import type { Kysely } from 'kysely'
import type { ParameterKey, ParameterValue } from '#domain/rules/parameters.ts'
import type { Tables } from '#server/db/tables.ts'

/** The bureau decides on a parameter, from a day on. */
export async function decide<K extends ParameterKey>(
  db: Kysely<Tables>,
  key: K,
  value: ParameterValue<K>,
  from = '2026-01-01',
): Promise<void> {
  await db
    .insertInto('parameter')
    .values({
      id: crypto.randomUUID(),
      key,
      value: JSON.stringify(value),
      valid_from: from,
      reason: '机关党委会议决定',
      set_by: crypto.randomUUID(),
      set_at: `${from}T00:00:00Z`,
    })
    .execute()
}
