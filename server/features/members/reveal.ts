import type { Received, Returned } from '#domain/contract.ts'
import { problem } from '#domain/errors.ts'
import type { membersContract } from '#domain/members.contract.ts'
import type { Door } from '#server/door.ts'

type Contract = typeof membersContract

const columns = { idNumber: 'id_cipher', phone: 'phone_cipher', address: 'address_cipher' } as const

/** One masked field in full. The audit row tells who looked at which field and what for, never the value. */
export async function reveal(
  door: Door,
  { params, body }: Received<Contract['reveal']>,
): Promise<Returned<Contract['reveal']>> {
  const row = await door.db
    .selectFrom('member')
    .select(['organization_id', `${columns[body.field]} as cipher`])
    .where('id', '=', params.id)
    .executeTakeFirst()
  if (!row) throw problem('not_found')
  door.note({
    organizationId: row.organization_id,
    detail: { field: body.field, purpose: body.purpose },
  })
  return { value: row.cipher && (await door.world.secrets.decrypt(row.cipher)) }
}
