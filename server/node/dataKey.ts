import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import type { Secrets } from '#server/world.ts'

interface KeyPlace {
  dataDir: string
  /** DATA_KEY. */
  given: string | undefined
  /** Only for a store that nothing was written to yet: a new key reads nothing of an older one. */
  mayMake: boolean
}

/**
 * The key that id numbers, phones and addresses are encrypted with: DATA_KEY, or a file of the data
 * folder that only its owner may read, made on the first start. Lost key, lost values: back it up.
 *
 * @throws when there is none and none may be made
 */
export function dataKey({ dataDir, given, mayMake }: KeyPlace): Uint8Array<ArrayBuffer> {
  if (given) return new Uint8Array(Buffer.from(given, 'hex'))
  const file = path.join(dataDir, 'data.key')
  try {
    return parse(fs.readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  if (!mayMake)
    throw new Error(
      `The data key of this store is missing: put the saved copy back as ${file}, or set DATA_KEY, and start again / 缺少本库的数据密钥，请把另存的密钥放回 ${file}（或设置 DATA_KEY）后再启动；换一把新密钥读不出已加密的内容`,
    )
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const text = randomBytes(32).toString('hex')
  const descriptor = fs.openSync(file, 'wx', 0o600)
  fs.writeSync(descriptor, `${text}\n`)
  fs.fsyncSync(descriptor)
  fs.closeSync(descriptor)
  return new Uint8Array(Buffer.from(text, 'hex'))
}

function parse(text: string, file: string): Uint8Array<ArrayBuffer> {
  const hex = text.trim()
  if (!/^[0-9a-f]{64}$/i.test(hex))
    throw new Error(`${file} does not hold a key of 64 hexadecimal digits.`)
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

/**
 * Makes sure that the store was written with this key. One that no server has asked yet takes it for its own.
 *
 * @throws when the store was written with another
 */
export async function expectKey(db: Kysely<Tables>, secrets: Secrets): Promise<void> {
  const check = await secrets.mac('the data key of this installation')
  // Of two servers that start at once with two keys the second is told.
  await db
    .updateTable('installation')
    .set({ key_check: check })
    .where('key_check', 'is', null)
    .execute()
  const stored = await db.selectFrom('installation').select('key_check').executeTakeFirst()
  if (stored && stored.key_check !== check)
    throw new Error(
      'The data key is not the one that this store was written with: put the saved data.key (or DATA_KEY) of this store back and start again / 数据密钥与本库不符，请换回本库另存的 data.key（或 DATA_KEY）后再启动',
    )
}
