import type { Updateable } from 'kysely'
import type { HonourEvent, HonourRecord } from '#domain/honours.ts'
import { problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { pathInScope } from '#domain/permissions.ts'
import type { Tables } from '#server/db/tables.ts'
import { pathOf } from '#server/db/tree.ts'
import { actorOf, type Door } from '#server/door.ts'
import { readHonour } from './queries.ts'

type Written = Pick<HonourEvent, 'on' | 'reason' | 'documentNumber'> &
  (
    | { kind: 'awarded' | 'revoked' }
    /** The last day before and after. */
    | { kind: 'extended'; validBefore: string; validTo: string }
    /** What stood there before, of what was corrected. */
    | { kind: 'corrected'; citationBefore: string | null; documentBefore: string | null }
  )

/** Changes an honour in the version that was read. @throws version_conflict with the current record */
export async function putHonour(
  door: Door,
  { id, version }: Pick<HonourRecord, 'id' | 'version'>,
  columns: Updateable<Tables['honour']>,
): Promise<void> {
  const changed = await door.db
    .updateTable('honour')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    throw problem('version_conflict', { detail: await readHonour(door, id) })
}

/** One thing that happened to an honour, by whoever acts. */
export async function writeEvent(
  door: Door,
  honour: { id: string; organizationId: string },
  event: Written,
): Promise<void> {
  const { accountId, name } = actorOf(door)
  const { on, kind, reason, documentNumber } = event
  await door.db
    .insertInto('honour_event')
    .values({
      id: newId(),
      honour_id: honour.id,
      organization_id: honour.organizationId,
      on_day: on,
      kind,
      reason,
      document_number: documentNumber,
      by_account: accountId,
      by_name: name,
      at: door.now,
      valid_before: event.kind === 'extended' ? event.validBefore : null,
      valid_to: event.kind === 'extended' ? event.validTo : null,
      citation_before: event.kind === 'corrected' ? event.citationBefore : null,
      document_before: event.kind === 'corrected' ? event.documentBefore : null,
    })
    .execute()
}

/** What was decided is changed by the organ that decided it. @throws state */
export async function expectDecider(
  door: Door,
  { awardedById, awardedBy }: Pick<HonourRecord, 'awardedById' | 'awardedBy'>,
  verb: string,
): Promise<void> {
  if (!pathInScope(door.scope, await pathOf(door, awardedById)))
    throw problem('state', { params: { reason: `须由作出决定的${awardedBy}${verb}` } })
}
