/** So many parts are read on a wall at once; the next ones come when all pages have stood. */
const PARTS = 16

export interface InRound<T> {
  rows: readonly T[]
  /** Which of all they are, where they are not all. */
  which: { from: number; to: number; total: number } | null
}

/** The parts that stand in a round of the wall's pages; null: nowhere does a page turn, and all of them stand. */
export function inRound<T>(all: readonly T[], round: number | null): InRound<T> {
  const rounds = Math.ceil(all.length / PARTS)
  if (round === null || rounds < 2) return { rows: all, which: null }
  const from = (((round % rounds) + rounds) % rounds) * PARTS
  const rows = all.slice(from, from + PARTS)
  return { rows, which: { from: from + 1, to: from + rows.length, total: all.length } }
}
