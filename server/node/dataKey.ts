import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * The key that id numbers, phones and addresses are encrypted with: DATA_KEY, or a file of the data
 * folder that only its owner may read, made on the first start. Lost key, lost values: back it up.
 */
export function dataKey(dataDir: string, given: string | undefined): Uint8Array<ArrayBuffer> {
  if (given) return new Uint8Array(Buffer.from(given, 'hex'))
  const file = path.join(dataDir, 'data.key')
  try {
    return parse(fs.readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
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
