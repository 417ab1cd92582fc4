import { sql } from 'kysely'
import { dayInShanghai, timeInShanghai } from '#domain/dates.ts'
import { problem, type Problem } from '#domain/errors.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import type { Door } from '#server/door.ts'
import { writeAudit } from '#server/http/auditRow.ts'

/**
 * A whole office may stand behind one address: of three hundred people who come at nine, one in five may mistype and
 * nobody waits. Whoever tries four passwords on each of their accounts is at it for five hours.
 */
const fromOneAddress = 60
/** After this long one failure of an address is forgotten, ms: all of them in a quarter of an hour. */
const forgotAfter = 15_000

const addressOf = (door: Door): string => door.address ?? 'unknown'

/**
 * A wrong password is counted twice: per login and address, known or not (等保 8.1.4.1 b: so many failures, then so
 * many minutes, as the bureau has decided), and per address, whatever the login.
 *
 * @throws locked_out, slow_down
 */
export async function expectOpen(door: Door, login: string): Promise<void> {
  const { rows } = await sql<{ locked_until: string | null; forgotten_at: string | null }>`
    select
      (select locked_until from sign_in_failure where login = ${login} and address = ${addressOf(door)}) as locked_until,
      (select forgotten_at from address_failure where address = ${addressOf(door)}) as forgotten_at`.execute(
    door.db,
  )
  const now = door.now.getTime()
  const lockedUntil = rows[0]?.locked_until ? Date.parse(rows[0].locked_until) : now
  if (lockedUntil > now) throw lockedOut(lockedUntil, now)
  const forgottenAt = rows[0]?.forgotten_at ? Date.parse(rows[0].forgotten_at) : now
  const room = forgottenAt - (fromOneAddress - 1) * forgotAfter
  if (room > now) throw problem('slow_down', { retryAfter: seconds(room - now) })
}

interface Failure {
  login: string
  /** The account of this login, if there is one. */
  accountId: string | null
  action: 'session.refused' | 'password.refused'
  /** Who is signed in. */
  by?: { accountId: string; name: string }
}

/**
 * Counts a wrong password and writes it to the log. In the statement that writes it: of many guesses at once each is
 * one.
 *
 * @returns locked_out where sign-in closes with it, else null
 */
export async function countFailure(
  door: Door,
  { login, accountId, action, by }: Failure,
): Promise<Problem | null> {
  const address = addressOf(door)
  const now = door.now.toISOString()
  const most = await parameterOn(door.db, 'login.lockFailures', door.today)
  const minutes = await parameterOn(door.db, 'login.lockMinutes', door.today)
  const until = new Date(door.now.getTime() + minutes * 60_000).toISOString()
  const counted = sql`case when f.locked_until <= ${now}::timestamptz then 1 else f.failures + 1 end`
  const lockedAt = (failures: typeof counted) =>
    sql`case when ${failures} >= ${most}::int then ${until}::timestamptz end`
  const { rows } = await sql<{ failures: number; locked_until: string | null }>`
    insert into "sign_in_failure" as f (login, address, failures, locked_until, last_at)
    values (${login}, ${address}, 1, ${lockedAt(sql`1`)}, ${now})
    on conflict (login, address) do update
      set failures = ${counted}, locked_until = ${lockedAt(counted)}, last_at = ${now}
    returning failures, locked_until`.execute(door.db)
  const note = {
    target: { kind: 'account', id: accountId },
    actor: by ?? { accountId: null, name: login },
    detail: { failures: rows[0]?.failures },
  }
  await writeAudit(door, note, action, null, null)
  // Last: others from this address wait for the row until this is committed.
  await sql`
    insert into "address_failure" as f (address, forgotten_at)
    values (${address}, ${now}::timestamptz + ${forgotAfter} * interval '1 millisecond')
    on conflict (address) do update
      set forgotten_at = greatest(f.forgotten_at, ${now}::timestamptz) + ${forgotAfter} * interval '1 millisecond'`.execute(
    door.db,
  )
  return rows[0]?.locked_until
    ? lockedOut(Date.parse(rows[0].locked_until), door.now.getTime())
    : null
}

/**
 * The password was right. What an address has failed with is not forgotten by it: who guesses may have an account of
 * their own.
 *
 * @throws locked_out when others who guessed at the same moment have closed it
 */
export async function forgetFailures(door: Door, login: string): Promise<void> {
  await expectOpen(door, login)
  await door.db
    .deleteFrom('sign_in_failure')
    .where('login', '=', login)
    .where('address', '=', addressOf(door))
    .execute()
}

const seconds = (ms: number): number => Math.ceil(ms / 1000)

/** A bureau may close it for a day: then the time alone would be the present one. */
function lockedOut(until: number, now: number): Problem {
  const end = new Date(until)
  const day = dayInShanghai(end)
  const time = timeInShanghai(end)
  return problem('locked_out', {
    params: { until: day === dayInShanghai(new Date(now)) ? time : `${day} ${time}` },
    retryAfter: seconds(until - now),
  })
}
