import { SqlError } from './failures.ts'

/**
 * How values cross the border between TypeScript and PostgreSQL, once for every engine, so that the
 * embedded store, the demo page and a real server give the same rows for the same statement.
 */

/** PostgreSQL's text of a value → our value, by type oid. A type that is not listed stays text (uuid, numeric, interval, date…). */
const rowParsers: Readonly<Record<number, Parser>> = {
  16: (text) => text === 't',
  17: bytes,
  20: safeInteger,
  21: Number,
  23: Number,
  26: Number,
  700: Number,
  701: Number,
  114: JSON.parse,
  3802: JSON.parse,
  // An engine's own parser makes a Date of these, and a Date of a day is a day early east of Greenwich.
  1082: (text) => text,
  1114: instant,
  1184: instant,
  1186: (text) => text,
}

/** oid of the array type → oid of its element, for the types we use. */
const arrayTypes: Readonly<Record<number, number>> = {
  199: 114,
  1000: 16,
  1001: 17,
  1003: 19,
  1005: 21,
  1007: 23,
  1009: 25,
  1014: 1042,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1028: 26,
  1115: 1114,
  1182: 1082,
  1183: 1083,
  1185: 1184,
  1187: 1186,
  1231: 1700,
  2951: 2950,
  3807: 3802,
}

export type Parser = (text: string) => unknown

/** How to read a value of this type; undefined when its text is the value. */
export function parserOf(oid: number): Parser | undefined {
  const element = arrayTypes[oid]
  if (element === undefined) return rowParsers[oid]
  const parse = rowParsers[element]
  return (text) => readArray(text, parse)
}

/** PostgreSQL's text of an array, of any depth. */
function readArray(text: string, parse: Parser = (item) => item): unknown[] {
  const open: unknown[][] = [[]]
  const put = (value: unknown): void => void open.at(-1)?.push(value)
  // Bounds other than 1 stand before the braces: [0:1]={a,b}
  for (let at = text.indexOf('{'); at < text.length; at++) {
    const sign = text[at]
    if (sign === '{') open.push([])
    else if (sign === '}') put(open.pop())
    else if (sign === '"') {
      let item = ''
      for (at++; text[at] !== '"'; at++) item += text[text[at] === '\\' ? ++at : at] ?? ''
      put(parse(item))
    } else if (sign !== ',') {
      const start = at
      while (!/[,}]/.test(text[at + 1] ?? '}')) at++
      const item = text.slice(start, at + 1)
      put(item === 'NULL' ? null : parse(item))
    }
  }
  return open[0]?.[0] as unknown[]
}

/**
 * A parameter as text. Instants are sent in UTC, objects as JSON, arrays as PostgreSQL arrays: an array
 * that is meant as JSON must be stringified by the caller, on every engine alike.
 */
export function toParameter(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array)
    return `\\x${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
  if (Array.isArray(value)) return arrayLiteral(value)
  if (typeof value === 'object') return JSON.stringify(value)
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  throw new TypeError(`a ${typeof value} cannot be a parameter`)
}

function arrayLiteral(values: readonly unknown[]): string {
  const items = values.map((value) => {
    if (Array.isArray(value)) return arrayLiteral(value)
    const text = toParameter(value)
    return text === null ? 'NULL' : `"${text.replace(/[\\"]/g, '\\$&')}"`
  })
  return `{${items.join(',')}}`
}

/** int8 as a number. Throws when it is beyond 2^53, where a number would silently be another one. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new SqlError({
      code: '22003',
      message: `int8 value ${text} is too large for a number: select it as text`,
    })
  return value
}

const TIMESTAMP =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?(?:([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?)?$/

/** timestamptz, and timestamp taken as UTC, as 'YYYY-MM-DDTHH:mm:ss.sssZ' (cut, not rounded). 'infinity' and years beyond 9999 stay text. */
function instant(text: string): string {
  // What a session in UTC gives for nearly every value, without a regular expression.
  if (text[4] === '-' && text[10] === ' ' && text.endsWith('+00')) {
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`
  }
  const match = TIMESTAMP.exec(text)
  if (!match) return text
  const [, date, time, fraction = '', sign, hours = '0', minutes = '0', seconds = '0'] = match
  const iso = `${date}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  if (offset === 0) return iso
  return new Date(Date.parse(iso) - (sign === '-' ? -offset : offset)).toISOString()
}

function bytes(text: string): Uint8Array {
  const found = new Uint8Array((text.length - 2) / 2)
  for (let at = 0; at < found.length; at++)
    found[at] = Number.parseInt(text.slice(2 + at * 2, 4 + at * 2), 16)
  return found
}
