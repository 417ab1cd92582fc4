import { expect, test } from 'vitest'
import {
  dayInProse,
  headline,
  instantInTable,
  instantToSecond,
  monthInProse,
  number,
} from './format.ts'

test('days and months in prose carry no leading zeros and no zone', () => {
  expect(dayInProse('2026-01-05')).toBe('2026年1月5日')
  expect(monthInProse('2026-11')).toBe('2026年11月')
})

test('instants are shown in Shanghai, on the next day there if it is', () => {
  expect(instantInTable('2026-11-30T16:30:00Z')).toBe('2026-12-01 00:30')
  expect(instantToSecond('2026-11-30T16:30:05Z')).toBe('2026-12-01 00:30:05')
})

test('amounts: 2.6万 in headlines, 26,000 in tables', () => {
  expect([headline(9999), headline(26_000), headline(10_000), headline(99_996_000)]).toEqual([
    '9,999',
    '2.6万',
    '1万',
    '1亿',
  ])
  expect([0, 999, 26_000, 1_234_567, -26_000, 1234.5, 0.1 + 0.2].map(number)).toEqual([
    '0',
    '999',
    '26,000',
    '1,234,567',
    '-26,000',
    '1,234.5',
    '0.3',
  ])
})
