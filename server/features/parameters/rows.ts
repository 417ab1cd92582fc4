import type { Transaction } from 'kysely'
import type { ParameterKey, ParameterRow } from '#domain/rules/parameters.ts'
import type { Tables } from '#server/db/tables.ts'

/** Every decision on some parameters, in the order in which `parameterAt` wants them: the last written of equal days wins. */
export function parameterRows(
  db: Transaction<Tables>,
  keys: readonly ParameterKey[],
): Promise<ParameterRow[]> {
  return db
    .selectFrom('parameter')
    .select(['key', 'value', 'valid_from as from'])
    .where('key', 'in', [...keys])
    .orderBy('valid_from')
    .orderBy('set_at')
    .orderBy('id')
    .execute()
}
