import type { World } from '#server/world.ts'

const day = 86_400_000

/** What need not be kept: submissions and marks of refusals after 48 hours, ended sessions and failures after 180 days, an address's at their end. */
export async function forgetOld({ db, clock }: World): Promise<void> {
  const ago = (days: number) => new Date(clock().getTime() - days * day)
  await db.deleteFrom('idempotency').where('created_at', '<', ago(2).toISOString()).execute()
  await db.deleteFrom('access_refusal').where('told_at', '<', ago(2).toISOString()).execute()
  await db.deleteFrom('session').where('ends_at', '<', ago(180).toISOString()).execute()
  await db.deleteFrom('sign_in_failure').where('last_at', '<', ago(180).toISOString()).execute()
  await db.deleteFrom('address_failure').where('forgotten_at', '<', ago(0).toISOString()).execute()
}
