import { expect, test } from 'vitest'
import {
  dayInProse,
  headline,
  instantInTable,
  instantToSecond,
  monthInProse,
  number,
  sentenceInProse,
} from './format.ts'

test('days and months in prose carry no leading zeros and no zone', () => {
  expect(dayInProse('2026-01-05')).toBe('2026年1月5日')
  expect(monthInProse('2026-11')).toBe('2026年11月')
})

test('days in a sentence of the server are prose, and an example of how to write one is not', () => {
  expect(sentenceInProse('该组织已于 2026-11-05 撤销，日期不能早于 2026-01-31（成立）')).toBe(
    '该组织已于2026年11月5日撤销，日期不能早于2026年1月31日（成立）',
  )
  expect(sentenceInProse('请在 2026-11-05 09:15 后再试')).toBe('请在2026年11月5日 09:15 后再试')
  expect(sentenceInProse('请填写有效日期，如 2026-11-23')).toBe('请填写有效日期，如 2026-11-23')
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
