import { expect, it } from 'vitest'
import { newId } from './ids.ts'

it('are UUIDv7 in the order in which they are made, each with random bits of its own', () => {
  const before = Date.now()
  const ids = Array.from({ length: 2000 }, () => newId())
  const form = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
  expect(ids.filter((id) => !form.test(id))).toEqual([])
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids.map((id) => id.slice(19))).size).toBe(ids.length)
  const [first = ''] = ids
  const time = Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16)
  // Many made in one millisecond are some ahead of the clock.
  expect(time).toBeGreaterThanOrEqual(before)
  expect(time).toBeLessThan(before + 1000)
})
