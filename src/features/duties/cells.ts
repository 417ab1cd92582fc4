import type { z } from 'zod'
import type { dutyCellView, dutyMatrix, dutyRow } from '#domain/duties.ts'
import { dayInTable, percent } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'
import type { HeatCell } from '#ui/heat/HeatMap.tsx'
import type { HeatState } from '#ui/heat/HeatSwatch.tsx'

type Words = Text['duties']
export type CellView = z.infer<typeof dutyCellView>
export type MatrixRow = z.infer<typeof dutyRow>
export type Matrix = z.infer<typeof dutyMatrix>

/** The state as the screen tells it: a late entry is kept, and said to be late. */
export type ShownState = keyof Words['states']

export const shownState = ({ state, late }: Pick<CellView, 'state' | 'late'>): ShownState =>
  state === 'kept' && late ? 'late' : state

const heat: Record<ShownState, HeatState> = {
  kept: 'good',
  late: 'good',
  'awaiting-signature': 'partial',
  missing: 'bad',
  due: 'pending',
  upcoming: 'empty',
  exempt: 'excluded',
  none: 'empty',
}

export const legendStates = [
  'good',
  'partial',
  'bad',
  'pending',
  'excluded',
  'empty',
] as const satisfies readonly HeatState[]

export function heatCell(cell: CellView, t: Words): HeatCell {
  const state = shownState(cell)
  const held = cell.state === 'kept' ? Math.max(cell.held, cell.required) : cell.held
  const label = t.cellSpoken(t.states[state], held, cell.required, dayInTable(cell.dueBy))
  const text = t.cellWords[state] || undefined
  return { state: heat[state], label, ...(text && { text }) }
}

/** Kept and past periods of a row, as its rate counts them. */
export function tally(
  row: Pick<MatrixRow, 'cells'>,
  today: string,
): { kept: number; past: number } {
  const past = row.cells.filter(
    ({ state, dueBy }) => state !== 'exempt' && state !== 'none' && today > dueBy,
  )
  // Not by what the organ held itself: its groups may have held it.
  return { past: past.length, kept: past.filter(({ state }) => state === 'kept').length }
}

/** The rate of a row as a cell of its own: a number, no state. */
export function rateCell(row: MatrixRow, today: string, t: Words): HeatCell {
  if (row.rate === null) return { state: 'empty', text: '—', label: t.ratePending }
  const { kept, past } = tally(row, today)
  const rate = percent(row.rate)
  return { state: 'empty', text: rate, label: t.rateSpoken(rate, kept, past) }
}
