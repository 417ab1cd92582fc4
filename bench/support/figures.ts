import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'

/** Options of every bench: `--json`, and its own. */
export function options<
  const O extends Record<string, { type: 'string' | 'boolean'; default?: string | boolean }>,
>(own: O) {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, ...own } })
  return values as unknown as Record<keyof O | 'json', string | boolean | undefined>
}

export const number = (value: string | boolean | undefined, otherwise: number): number =>
  typeof value === 'string' ? Number(value) : otherwise

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
    : (sorted[Math.floor(middle)] ?? Number.NaN)
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** One line of a table; a missed target says so in its last column. */
export type Row = Record<string, string | number | null>

/** Prints the table, or everything as JSON with what the machine was busy with meanwhile. */
export function report(
  title: string,
  rows: readonly Row[],
  { json = false, loadBefore = loadavg()[0] ?? 0 } = {},
): void {
  const machine = {
    at: new Date().toISOString(),
    node: process.version,
    cores: cpus().length,
    load: [round(loadBefore), round(loadavg()[0] ?? 0)],
  }
  if (json) return console.log(JSON.stringify({ title, machine, rows }, null, 2))
  console.log(`\n${title}`)
  console.log(`Node ${machine.node}, ${machine.cores} cores, load ${machine.load.join(' → ')}\n`)
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = [columns, ...rows.map((row) => columns.map((name) => String(row[name] ?? '')))]
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => width(line[at] ?? ''))))
  for (const [index, line] of cells.entries()) {
    const text = line.map((cell, at) => pad(cell, widths[at] ?? 0, index > 0 && isNumber(cell)))
    console.log(`  ${text.join('  ').trimEnd()}`)
  }
}

const isNumber = (cell: string): boolean => /^[\d.,]+$/.test(cell)
/** Chinese characters stand two columns wide. */
const width = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0)
const pad = (text: string, to: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, to - width(text)))
  return right ? space + text : text + space
}

/** What a row says of its target. */
export const verdict = (value: number, most: number): string =>
  value <= most ? `≤ ${most}: kept` : `≤ ${most}: MISSED`
export const reached = (value: number, least: number): string =>
  value >= least ? `≥ ${least}: kept` : `≥ ${least}: MISSED`
