import { describe, expect, it } from 'vitest'
import { fewest, heldBack, splitOrNothing } from './suppression.ts'

/** What the public is told of parts: the total unless it is small, and the parts that are not held back. */
function published(counts: readonly number[]): string {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total < fewest) return 'few'
  const held = heldBack(new Map(counts.map((count, index) => [index, count])))
  return `${total}: ${counts.map((count, index) => (held.has(index) ? '·' : count)).join(' ')}`
}

/** Every way in which `parts` cells can hold 0 to `most`. */
function everyWay(parts: number, most: number): number[][] {
  if (parts === 0) return [[]]
  return everyWay(parts - 1, most).flatMap((before) =>
    Array.from({ length: most + 1 }, (_, count) => [...before, count]),
  )
}

describe('counts that are too small to be told', () => {
  it.each([
    [
      [5, 4, 3],
      [5, 4, 3],
    ],
    [
      [5, 4, 2],
      [5, null, null],
    ],
    [
      [9, 3, 1, 0],
      [9, null, null, null],
    ],
    [
      [9, 3, 3, 0],
      [9, null, null, null],
    ],
    [
      [6, 0],
      [null, null],
    ],
    [
      [2, 1],
      [null, null],
    ],
  ])('of %j tells %j', (counts, told) => {
    const held = heldBack(new Map(counts.map((count, index) => [index, count])))
    expect(counts.map((count, index) => (held.has(index) ? null : count))).toEqual(told)
  })

  it.each([2, 3, 4])(
    'cannot be found by subtraction among %i parts, whatever they hold',
    (parts) => {
      const seen = new Map<string, number[][]>()
      for (const way of everyWay(parts, 7)) {
        const told = published(way)
        seen.set(told, [...(seen.get(told) ?? []), way])
      }
      const found: string[] = []
      for (const [told, ways] of seen) {
        for (let part = 0; part < parts; part++) {
          const values = new Set(ways.map((way) => way[part]))
          const [only] = values
          if (values.size === 1 && (only ?? 0) < fewest)
            found.push(`${told} part ${part} is ${only}`)
        }
      }
      expect(found).toEqual([])
    },
  )

  it('splits by kind only where every kind can be told', () => {
    expect(splitOrNothing({ a: 3, b: 4 })).toEqual({ a: 3, b: 4 })
    expect(splitOrNothing({ a: 2, b: 9 })).toBeNull()
    expect(splitOrNothing({ a: 0, b: 9 })).toBeNull()
  })
})
