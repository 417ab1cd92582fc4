import type { Transaction } from 'kysely'
import type { Day } from '#domain/dates.ts'
import { parameterAt, type ParameterKey, type ParameterValue } from '#domain/rules/parameters.ts'
import type { Tables } from '#server/db/tables.ts'

/** The bureau's value of a parameter on a day. */
export const parameterOn = async <K extends ParameterKey>(
  db: Transaction<Tables>,
  key: K,
  day: Day,
): Promise<ParameterValue<K>> => (await parameterOver(db, key))(day)

/** The same for many days, read once. */
export async function parameterOver<K extends ParameterKey>(
  db: Transaction<Tables>,
  key: K,
): Promise<(day: Day) => ParameterValue<K>> {
  const rows = await db
    .selectFrom('parameter')
    .select(['key', 'value', 'valid_from as from'])
    .where('key', '=', key)
    .orderBy('valid_from')
    .orderBy('set_at')
    .orderBy('id')
    .execute()
  return (day) => parameterAt(rows, key, day)
}
