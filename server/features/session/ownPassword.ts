import { invalid } from '#domain/errors.ts'
import { actorOf, type Door } from '#server/door.ts'
import { countFailure, expectOpen, forgetFailures } from './failures.ts'

/**
 * Whoever is signed in gives the own password once more. A wrong one counts as at the sign-in. The account is locked: its
 * password may be about to change.
 *
 * @returns the hash that it answers to
 * @throws invalid at `field`, locked_out, slow_down
 */
export async function expectOwnPassword(
  door: Door,
  password: string,
  field: string,
): Promise<string> {
  const actor = actorOf(door)
  const { accountId, login } = actor
  await expectOpen(door, login)
  const { password_hash: hash } = await door.db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (hash === null || !(await door.world.hasher.verify(hash, password))) {
    const failure = { login, accountId, action: 'password.refused', by: actor } as const
    const closed = await countFailure(door, failure)
    return door.refuse(closed ?? invalid(field, '当前密码不正确'))
  }
  await forgetFailures(door, login)
  return hash
}
