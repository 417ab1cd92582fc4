/**
 * How few is too few to be told apart: a count below this is not said where people could be guessed from
 * it (whom the discipline officer talked to). A decision of this product.
 */
export const fewest = 3

/**
 * Which of the parts of a known total are held back: every part below `fewest`, and with them all parts
 * that hold the smallest other count. Then what is held back together could be exchanged freely, and
 * subtracting what is told from the total gives no part away, also to somebody who knows this rule (the
 * test tries every way). All that are held back look alike: nobody is told which of them is small.
 */
export function heldBack<Key>(parts: ReadonlyMap<Key, number>): Set<Key> {
  const counts = [...parts.values()]
  if (counts.every((count) => count >= fewest)) return new Set()
  const limit = Math.min(...counts.filter((count) => count >= fewest))
  return new Set([...parts].filter(([, count]) => count <= limit).map(([key]) => key))
}

/** Parts of a total by kind: all of them, or, where one is small, none. */
export const splitOrNothing = <Key extends string>(
  parts: Record<Key, number>,
): Record<Key, number> | null =>
  Object.values<number>(parts).every((count) => count >= fewest) ? parts : null
