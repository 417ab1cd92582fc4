import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  compare,
  completedYears,
  daysBetween,
  firstDay,
  isDay,
  lastDay,
  monthOf,
  monthsBetween,
  quarterOf,
  weekday,
  yearOf,
} from './dates.ts'

const dayOf = (count: number) => new Date(count * 86_400_000).toISOString().slice(0, 10)
/** 0100-01-01 to 9899-12-31, as days since 1970-01-01. */
const anyCount = fc.integer({ min: -683_003, max: 2_896_000 })

describe('isDay', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '1600-02-29', '0001-01-01', '9999-12-31'])(
    '%s is a day',
    (text) => {
      expect(isDay(text)).toBe(true)
    },
  )
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '2026-01-01 ',
    ' 2026-01-01',
    '2026-01-01T00:00:00Z',
    '',
    '２０２６-01-01',
    '2026-01-01\n',
    null,
    undefined,
    20260101,
  ])('%s is none', (text) => {
    expect(isDay(text)).toBe(false)
  })
  it('agrees with the calendar of the platform on every day of 400 years', () => {
    const different: string[] = []
    for (let n = -135_140, day = '1600-01-01'; n < -135_140 + 146_097; n++, day = addDays(day, 1)) {
      if (day !== dayOf(n)) different.push(day)
    }
    expect(different).toEqual([])
  })
})

describe('arithmetic', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-08-30', 6, '2027-02-28'],
    ['2026-08-30', 0, '2026-08-30'],
  ])('addMonths(%s, %i) = %s', (day, n, expected) => expect(addMonths(day, n)).toBe(expected))
  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['1896-02-29', 4, '1900-02-28'],
    ['2026-07-01', -50, '1976-07-01'],
  ])('addYears(%s, %i) = %s', (day, n, expected) => expect(addYears(day, n)).toBe(expected))
  it.each([
    ['2026-01-01', '2026-01-01', 0],
    ['2026-01-01', '2027-01-01', 365],
    ['2024-01-01', '2025-01-01', 366],
    ['2026-03-01', '2026-02-28', -1],
    ['1899-12-30', '1998-07-01', 35_977],
    ['1970-01-01', '2000-01-01', 10_957],
  ])('daysBetween(%s, %s) = %i', (a, b, expected) => expect(daysBetween(a, b)).toBe(expected))
  it.each([
    ['2026-11-23', 1],
    ['2026-11-29', 7],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
    ['2000-02-29', 2],
    ['0001-01-01', 1],
  ])('weekday(%s) = %i', (day, expected) => expect(weekday(day)).toBe(expected))
  it('adds days as the platform counts them, and counts what it added', () => {
    fc.assert(
      fc.property(anyCount, fc.integer({ min: -30_000, max: 30_000 }), (count, n) => {
        expect(addDays(dayOf(count), n)).toBe(dayOf(count + n))
        expect(daysBetween(dayOf(count), dayOf(count + n))).toBe(n)
      }),
    )
  })
  it('a month added keeps the day or takes the last of the month', () => {
    fc.assert(
      fc.property(anyCount, fc.integer({ min: -1100, max: 1100 }), (count, n) => {
        const day = dayOf(count)
        const later = addMonths(day, n)
        expect([day.slice(8), lastDay(monthOf(later)).slice(8)]).toContain(later.slice(8))
        expect(
          yearOf(later) * 12 +
            Number(later.slice(5, 7)) -
            yearOf(day) * 12 -
            Number(day.slice(5, 7)),
        ).toBe(n)
      }),
    )
  })
  it('refuses what is no day, and leaves the range with an error', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => daysBetween('', '2026-01-01')).toThrow(RangeError)
    expect(() => firstDay('2026-13')).toThrow(RangeError)
  })
})

describe('months and quarters', () => {
  it.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s runs from %s to %s', (month, first, last) => {
    expect(firstDay(month)).toBe(first)
    expect(lastDay(month)).toBe(last)
  })
  it.each([
    ['2026-11-30', '2027-02-01', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['2026-03', '2026-03', ['2026-03']],
    ['2026-04-01', '2026-03-31', []],
    ['9999-11', '9999-12', ['9999-11', '9999-12']],
  ])('monthsBetween(%s, %s)', (from, to, expected) =>
    expect(monthsBetween(from, to)).toEqual(expected),
  )
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-09-30', '2026-Q3'],
    ['2026-10-01', '2026-Q4'],
    ['2026-12-31', '2026-Q4'],
  ])('%s lies in %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter))
  it('orders text as time', () => {
    expect(['2026-10-01', '2026-09-30', '1999-12-31'].toSorted(compare)).toEqual([
      '1999-12-31',
      '2026-09-30',
      '2026-10-01',
    ])
  })
})

describe('completedYears', () => {
  it.each([
    ['1976-07-01', '2026-06-30', 49],
    ['1976-07-01', '2026-07-01', 50],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2024-02-29', '2028-02-29', 4],
    ['2026-01-01', '2025-01-01', 0],
    ['2026-01-01', '2026-01-01', 0],
  ])('%s to %s is %i', (from, to, years) => expect(completedYears(from, to)).toBe(years))
})
