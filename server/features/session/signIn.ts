import { problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import type { Door } from '#server/door.ts'
import { isPasswordOld } from './passwordPolicy.ts'

/** A hash of nothing in particular: checking against it takes as long as against a real one. */
const decoy =
  '$argon2id$v=19$m=19456,t=2,p=1$c2l4LWNoYWlucy1kZWNveQ$Wm3wNRHGPmCCIRzeSHlrPtHPAJOsO2Tvhmd0qJcTzQE'

/**
 * Checks login and password. Unknown, disabled and invited accounts get the same answer after the
 * same work as a wrong password; failures are kept although the request is refused, per login and address,
 * known or not (等保 8.1.4.1 b: so many failures, then so many minutes, as the bureau has decided).
 *
 * @throws sign_in_failed, locked_out (with the time it ends)
 */
export async function signIn(
  door: Door,
  rawLogin: string,
  password: string,
): Promise<{ id: string; name: string }> {
  const login = rawLogin.toLowerCase()
  const address = door.address ?? 'unknown'
  const failure = await door.db
    .selectFrom('sign_in_failure')
    .selectAll()
    .where('login', '=', login)
    .where('address', '=', address)
    .forUpdate()
    .executeTakeFirst()
  const lockedUntil = failure?.locked_until ? new Date(failure.locked_until) : null
  if (lockedUntil && lockedUntil > door.now) throw lockedOut(lockedUntil, door.now)
  const account = await door.db
    .selectFrom('account')
    .select(['id', 'name', 'password_hash', 'password_set_at'])
    .where('login', '=', login)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  const matches = await door.world.hasher.verify(account?.password_hash ?? decoy, password)
  if (account?.password_hash && matches) {
    await door.db
      .deleteFrom('sign_in_failure')
      .where('login', '=', login)
      .where('address', '=', address)
      .execute()
    if (await isPasswordOld(door, account.password_set_at))
      await door.db
        .updateTable('account')
        .set({ must_change: true })
        .where('id', '=', account.id)
        .execute()
    return { id: account.id, name: account.name }
  }
  const expired = lockedUntil !== null && lockedUntil <= door.now
  const failures = (expired ? 0 : (failure?.failures ?? 0)) + 1
  const most = await parameterOn(door.db, 'login.lockFailures', door.today)
  const minutes = await parameterOn(door.db, 'login.lockMinutes', door.today)
  const until = failures >= most ? new Date(door.now.getTime() + minutes * 60_000) : null
  await door.db
    .insertInto('sign_in_failure')
    .values({ login, address, failures, locked_until: until, last_at: door.now })
    .onConflict((conflict) =>
      conflict
        .columns(['login', 'address'])
        .doUpdateSet({ failures, locked_until: until, last_at: door.now }),
    )
    .execute()
  await door.db
    .insertInto('audit_entry')
    .values({
      id: newId(),
      at: door.now.toISOString(),
      account_id: null,
      actor: login,
      action: 'session.refused',
      target_kind: 'account',
      target_id: account?.id ?? null,
      organization_id: null,
      detail: JSON.stringify({ failures }),
      request_id: door.requestId,
      address: door.address,
    })
    .execute()
  return door.refuse(until ? lockedOut(until, door.now) : problem('sign_in_failed'))
}

const lockedOut = (until: Date, now: Date) => {
  const shanghai = new Date(until.getTime() + 8 * 3_600_000).toISOString()
  return problem('locked_out', {
    params: { until: shanghai.slice(11, 16) },
    retryAfter: Math.ceil((until.getTime() - now.getTime()) / 1000),
  })
}
