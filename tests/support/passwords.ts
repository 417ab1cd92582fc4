import type { World } from '#server/world.ts'
import { addAccount } from './bureau.ts'

/** An account without a role that signs in with this password; answers its id and an open session. */
export async function withPassword(
  { db, hasher }: Pick<World, 'db' | 'hasher'>,
  login: string,
  password: string,
  setAt: string | null = null,
) {
  const account = await addAccount(db, { login, roles: [] })
  await db
    .updateTable('account')
    .set({ password_hash: await hasher.hash(password), password_set_at: setAt })
    .where('id', '=', account.id)
    .execute()
  return account
}
