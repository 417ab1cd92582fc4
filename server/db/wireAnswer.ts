import type { SqlErrorFields } from './failures.ts'
import { parserOf } from './values.ts'
import type { Parser } from './values.ts'

/** A result as columns and plain rows: half the size of objects on the way between two threads. */
export interface SqlTable {
  columns: string[]
  rows: unknown[][]
  affected: number
}

export interface Answer {
  table: SqlTable
  /** The first word of the command tag, undefined when the statement did not come to its end. */
  command: string | undefined
  error: SqlErrorFields | undefined
  /** The statement was parsed, so its name is taken. */
  parsed: boolean
  /** 'I' outside a transaction, 'T' inside, 'E' inside a failed one; undefined when the engine fell silent. */
  status: string | undefined
}

const decoder = new TextDecoder()

/** Reads all that came back for one statement. */
export function readAnswer(bytes: Uint8Array): Answer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const answer: Answer = {
    table: { columns: [], rows: [], affected: 0 },
    command: undefined,
    error: undefined,
    parsed: false,
    status: undefined,
  }
  let parsers: (Parser | undefined)[] = []
  for (let at = 0; at < bytes.length; at += 1 + view.getInt32(at + 1)) {
    const body = at + 5
    switch (String.fromCharCode(view.getUint8(at))) {
      case '1':
        answer.parsed = true
        break
      case 'T':
        parsers = readColumns(bytes, view, body, answer.table.columns)
        break
      case 'D':
        answer.table.rows.push(readRow(bytes, view, body, parsers))
        break
      case 'C':
        readTag(textAt(bytes, body), answer)
        break
      case 'E':
        answer.error ??= readError(bytes, body)
        break
      case 'I':
        // An empty statement comes to its end without a tag.
        answer.command = ''
        break
      case 'Z':
        answer.status = String.fromCharCode(view.getUint8(body))
        break
      default:
    }
  }
  return answer
}

function readColumns(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  columns: string[],
): (Parser | undefined)[] {
  const parsers: (Parser | undefined)[] = []
  let at = start + 2
  for (let left = view.getInt16(start); left > 0; left--) {
    const end = bytes.indexOf(0, at)
    columns.push(decode(bytes, at, end))
    parsers.push(parserOf(view.getUint32(end + 7)))
    at = end + 19
  }
  return parsers
}

function readRow(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  parsers: readonly (Parser | undefined)[],
): unknown[] {
  const row: unknown[] = []
  let at = start + 2
  for (let column = 0; column < view.getInt16(start); column++) {
    const length = view.getInt32(at)
    at += 4
    if (length < 0) row.push(null)
    else {
      const text = decode(bytes, at, at + length)
      const parse = parsers[column]
      row.push(parse ? parse(text) : text)
      at += length
    }
  }
  return row
}

/** 'INSERT 0 3', 'UPDATE 2', 'SELECT 5', 'COMMIT' */
function readTag(tag: string, answer: Answer): void {
  answer.command = tag.split(' ', 1)[0]
  if (/^(?:INSERT|UPDATE|DELETE|MERGE|COPY) /.test(tag))
    answer.table.affected = Number(tag.slice(tag.lastIndexOf(' ') + 1))
}

const FIELDS: Readonly<Record<string, keyof SqlErrorFields>> = {
  M: 'message',
  C: 'code',
  V: 'severity',
  D: 'detail',
  H: 'hint',
  s: 'schema',
  t: 'table',
  c: 'column',
  d: 'dataType',
  n: 'constraint',
  P: 'position',
  W: 'where',
  R: 'routine',
}

function readError(bytes: Uint8Array, start: number): SqlErrorFields {
  const fields: SqlErrorFields = { message: '', code: 'XX000' }
  for (let at = start; bytes[at] !== 0 && at < bytes.length;) {
    const field = FIELDS[String.fromCharCode(bytes[at] ?? 0)]
    const end = bytes.indexOf(0, at + 1)
    if (field) fields[field] = decode(bytes, at + 1, end)
    at = end + 1
  }
  return fields
}

function textAt(bytes: Uint8Array, at: number): string {
  return decode(bytes, at, bytes.indexOf(0, at))
}

/** Short ASCII, which most fields are, without the cost of a TextDecoder. */
function decode(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 40) return decoder.decode(bytes.subarray(start, end))
  let text = ''
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0
    if (code > 127) return decoder.decode(bytes.subarray(start, end))
    text += String.fromCharCode(code)
  }
  return text
}
