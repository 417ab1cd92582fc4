import { problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { Door } from '#server/door.ts'
import { checkPassword } from './passwordPolicy.ts'

/** The present password and the four before it. */
const remembered = 5

interface Whose {
  id: string
  login: string
  name: string
  /** Of the present password; null before the first. */
  hash: string | null
}

/**
 * Puts a new password in the place of an account's, which is locked by whoever calls. The old one is kept as a hash, so
 * that it does not come round again before four others.
 *
 * @throws password_policy at `field`
 */
export async function replacePassword(
  door: Door,
  { id, hash, ...person }: Whose,
  password: string,
  field: string,
): Promise<void> {
  const { db, now, world } = door
  await checkPassword(door, password, person, field)
  const used = await db
    .selectFrom('password_used')
    .select(['id', 'password_hash'])
    .where('account_id', '=', id)
    .orderBy('replaced_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const known = [hash, ...used.map((one) => one.password_hash)].filter((one) => one !== null)
  // One after the other: each takes as much memory as a sign-in.
  for (const one of known.slice(0, remembered))
    if (await world.hasher.verify(one, password)) {
      const reason = '最近五次用过的密码不能再用'
      throw problem('password_policy', { params: { reason }, fields: { [field]: reason } })
    }
  await db
    .updateTable('account')
    .set({
      password_hash: await world.hasher.hash(password),
      password_set_at: now,
      must_change: false,
    })
    .where('id', '=', id)
    .execute()
  if (hash === null) return
  await db
    .insertInto('password_used')
    .values({ id: newId(), account_id: id, password_hash: hash, replaced_at: now })
    .execute()
  const beyond = used.slice(remembered - 2).map((one) => one.id)
  if (beyond.length > 0) await db.deleteFrom('password_used').where('id', 'in', beyond).execute()
}
