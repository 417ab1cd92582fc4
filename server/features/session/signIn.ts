import { problem } from '#domain/errors.ts'
import type { Door } from '#server/door.ts'
import { countFailure, expectOpen, forgetFailures } from './failures.ts'
import { isPasswordOld } from './passwordPolicy.ts'

/** A hash of nothing in particular: checking against it takes as long as against a real one. */
const decoy =
  '$argon2id$v=19$m=19456,t=2,p=1$c2l4LWNoYWlucy1kZWNveQ$Wm3wNRHGPmCCIRzeSHlrPtHPAJOsO2Tvhmd0qJcTzQE'

/**
 * Checks login and password. Unknown, disabled and invited accounts get the same answer after the
 * same work as a wrong password; failures are kept although the request is refused.
 *
 * @throws sign_in_failed, locked_out (with the time it ends), slow_down
 */
export async function signIn(
  door: Door,
  rawLogin: string,
  password: string,
): Promise<{ id: string; name: string }> {
  const login = rawLogin.toLowerCase()
  await expectOpen(door, login)
  const account = await door.db
    .selectFrom('account')
    .select(['id', 'name', 'password_hash', 'password_set_at'])
    .where('login', '=', login)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  const matches = await door.world.hasher.verify(account?.password_hash ?? decoy, password)
  if (account?.password_hash && matches) {
    await forgetFailures(door, login)
    if (await isPasswordOld(door, account.password_set_at))
      await door.db
        .updateTable('account')
        .set({ must_change: true })
        .where('id', '=', account.id)
        .execute()
    return { id: account.id, name: account.name }
  }
  const failure = { login, accountId: account?.id ?? null, action: 'session.refused' } as const
  return door.refuse((await countFailure(door, failure)) ?? problem('sign_in_failed'))
}
