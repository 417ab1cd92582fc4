import { newId } from '#domain/ids.ts'
import { ahead } from '#server/db/ahead.ts'
import type { AuditNote, Door } from '#server/door.ts'

/**
 * The audit row of a write, in its transaction: a write that cannot be told is not made. The target is
 * what the handler noted, else the id of the path, else of the answer.
 */
export async function writeAudit(
  door: Pick<Door, 'db' | 'now' | 'actor' | 'requestId' | 'address'>,
  note: AuditNote,
  action: string,
  answer: unknown,
  params: unknown,
): Promise<void> {
  const id = note.target?.id ?? idOf(params) ?? idOf(answer)
  const actor = note.actor ?? door.actor
  await door.db
    .insertInto('audit_entry')
    .values({
      id: newId(),
      at: door.now.toISOString(),
      account_id: actor?.accountId ?? null,
      actor: actor?.name ?? '—',
      action,
      target_kind: note.target?.kind ?? action.split('.')[0] ?? null,
      target_id: id ?? null,
      organization_id: note.organizationId ?? organizationOf(answer),
      detail: JSON.stringify(note.detail ?? {}),
      request_id: door.requestId,
      address: door.address,
      session_id: note.session ?? door.actor?.sessionId ?? null,
    })
    .modifyEnd(ahead)
    .execute()
}

const field = (value: unknown, key: string): string | null => {
  const found =
    typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)[key]
      : undefined
  return typeof found === 'string' ? found : null
}
const idOf = (value: unknown) => field(value, 'id')
const organizationOf = (value: unknown) => field(value, 'organizationId')
