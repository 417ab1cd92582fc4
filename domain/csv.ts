/** A spreadsheet takes a text that begins so for a formula and computes it: also in the full width that a Chinese keyboard types. */
const formula = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠|%]|^[\t\r\n]/

export type Cell = string | number | null

/**
 * A table for a spreadsheet: UTF-8 with its mark (without it WPS and Excel read Chinese as rubbish), comma, CRLF
 * (RFC 4180). A text that a spreadsheet would compute gets an apostrophe before it; numbers are numbers.
 */
export const csvOf = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(written).join(',')).join('\r\n')}\r\n`

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const harmless = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
