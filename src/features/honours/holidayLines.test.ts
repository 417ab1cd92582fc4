import { expect, test } from 'vitest'
import { zh } from '#locales/zh.ts'
import { readDays, writtenDays } from './holidayLines.ts'

const t = zh.honours.set
const text = `2027-01-01 放假 元旦
2027-02-15 至 2027-02-17 放假 春节
2027-02-20 上班 春节调休`

test('days in a row are one line, and come back as they were written', () => {
  const days = readDays(text, t)
  expect(days).toEqual([
    { day: '2027-01-01', off: true, name: '元旦' },
    { day: '2027-02-15', off: true, name: '春节' },
    { day: '2027-02-16', off: true, name: '春节' },
    { day: '2027-02-17', off: true, name: '春节' },
    { day: '2027-02-20', off: false, name: '春节调休' },
  ])
  if (typeof days === 'number') throw new Error('cannot be read')
  expect(writtenDays(days, t)).toBe(text)
})

test.each([
  ['2027-02-15至2027-02-16 放假 春节', 2],
  ['2026-12-31 至 2027-01-01 放假 元旦', 2],
])('%s is read', (line, count) => {
  expect(readDays(line, t)).toHaveLength(count)
})

test.each([
  '2027-02-21 至 2027-02-15 放假 春节',
  '2027-02-15 至 2028-02-21 放假 春节',
  '2027-02-15 至 放假 春节',
  '2027-02-30 放假 春节',
  '2027-02-15 放假',
])('%s is not', (line) => {
  expect(readDays(`2027-01-01 放假 元旦\n${line}`, t)).toBe(2)
})
