import { expect, test } from 'vitest'
import { mix, steps, type ChartLook } from './look.ts'

test('a mixed colour lies between the two, also where the style sheet was shortened', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
  expect(mix('#2f7048', '#fff', 1)).toBe('#2f7048')
  expect(mix('#2f7048', '#fff', 0)).toBe('#ffffff')
})

test('the steps of a hue begin with it and are all different', () => {
  const look = { paper: '#fff', chain: () => '#2f6db5' } as unknown as ChartLook
  const made = steps(look, 'capability', 7)
  expect(made[0]).toBe('#2f6db5')
  expect(new Set(made).size).toBe(7)
})
