import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as dates from './dates.ts'
import {
  addDays, addMonths, addYears, compare, completedYears, dayInShanghai, daysBetween, firstDay, isDay, lastDay,
  monthOf, monthsBetween, quarterOf, weekday, yearOf,
} from './dates.ts'

const anyDay = fc
  .integer({ min: Date.UTC(1, 0, 1) < 0 ? -700_000 : 0, max: 2_900_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
  .filter((text) => /^\d{4}-/.test(text))

describe('isDay', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '1600-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true)
  })
  it.each([
    '2026-02-29', '1900-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01',
    '2026-1-1', '26-01-01', '2026/01/01', '2026-01-01 ', ' 2026-01-01', '2026-01-01T00:00:00Z', '', '２０２６-01-01',
    '2026-01-01\n', null, undefined, 20260101,
  ])('%s is none', (text) => {
    expect(isDay(text)).toBe(false)
  })
  it('agrees with the calendar of the platform on every day of 400 years', () => {
    for (let n = -135_140, day = '1600-01-01'; n < -135_140 + 146_097; n++) {
      const truth = new Date(n * 86_400_000).toISOString().slice(0, 10)
      if (day !== truth) expect(day).toBe(truth)
      day = addDays(day, 1)
    }
  })
})

describe('arithmetic', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'], ['2026-05-31', 1, '2026-06-30'], ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'], ['2026-08-30', 6, '2027-02-28'], ['2026-08-30', 0, '2026-08-30'],
  ])('addMonths(%s, %i) = %s', (day, n, expected) => expect(addMonths(day, n)).toBe(expected))
  it.each([
    ['2024-02-29', 1, '2025-02-28'], ['2024-02-29', 4, '2028-02-29'], ['1896-02-29', 4, '1900-02-28'], ['2026-07-01', -50, '1976-07-01'],
  ])('addYears(%s, %i) = %s', (day, n, expected) => expect(addYears(day, n)).toBe(expected))
  it.each([
    ['2026-01-01', '2026-01-01', 0], ['2026-01-01', '2027-01-01', 365], ['2024-01-01', '2025-01-01', 366],
    ['2026-03-01', '2026-02-28', -1], ['1899-12-30', '1998-07-01', 35_977], ['1970-01-01', '2000-01-01', 10_957],
  ])('daysBetween(%s, %s) = %i', (a, b, expected) => expect(daysBetween(a, b)).toBe(expected))
  it.each([['2026-11-23', 1], ['2026-11-29', 7], ['1970-01-01', 4], ['1969-12-28', 7], ['2000-02-29', 2], ['0001-01-01', 1]])(
    'weekday(%s) = %i', (day, expected) => expect(weekday(day)).toBe(expected))
  it('adds and subtracts to the same day, and counts what it added', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -150_000, max: 150_000 }), (day, n) => {
      const there = new Date((daysBetween('1970-01-01', day) + n) * 86_400_000)
      if (there.getUTCFullYear() < 1 || there.getUTCFullYear() > 9999) return
      expect(addDays(day, n)).toBe(there.toISOString().slice(0, 10))
      expect(daysBetween(day, addDays(day, n))).toBe(n)
    }))
  })
  it('a month added keeps the day or takes the last of the month', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, n) => {
      if (yearOf(day) < 60 || yearOf(day) > 9900) return
      const later = addMonths(day, n)
      expect(later.slice(8) === day.slice(8) || later === lastDay(monthOf(later))).toBe(true)
    }))
  })
  it('refuses what is no day, and leaves the range with an error', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => daysBetween('', '2026-01-01')).toThrow(RangeError)
    expect(() => firstDay('2026-13')).toThrow(RangeError)
  })
})

describe('months and quarters', () => {
  it.each([['2026-02', '2026-02-01', '2026-02-28'], ['2024-02', '2024-02-01', '2024-02-29'], ['1900-02', '1900-02-01', '1900-02-28'], ['2026-12', '2026-12-01', '2026-12-31']])(
    '%s runs from %s to %s', (month, first, last) => {
      expect(firstDay(month)).toBe(first)
      expect(lastDay(month)).toBe(last)
    })
  it.each([
    ['2026-11-30', '2027-02-01', ['2026-11', '2026-12', '2027-01', '2027-02']], ['2026-03', '2026-03', ['2026-03']],
    ['2026-04-01', '2026-03-31', []], ['9999-11', '9999-12', ['9999-11', '9999-12']],
  ])('monthsBetween(%s, %s)', (from, to, expected) => expect(monthsBetween(from, to)).toEqual(expected))
  it.each([['2026-01-01', '2026-Q1'], ['2026-03-31', '2026-Q1'], ['2026-04-01', '2026-Q2'], ['2026-09-30', '2026-Q3'], ['2026-10-01', '2026-Q4'], ['2026-12-31', '2026-Q4']])(
    '%s lies in %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter))
  it('orders text as time', () => {
    expect(['2026-10-01', '2026-09-30', '1999-12-31'].sort(compare)).toEqual(['1999-12-31', '2026-09-30', '2026-10-01'])
  })
})

describe('completedYears', () => {
  it.each([
    ['1976-07-01', '2026-06-30', 49], ['1976-07-01', '2026-07-01', 50], ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1], ['2024-02-29', '2028-02-29', 4], ['2026-01-01', '2025-01-01', 0], ['2026-01-01', '2026-01-01', 0],
  ])('%s to %s is %i', (from, to, years) => expect(completedYears(from, to)).toBe(years))
})

describe('dayInShanghai', () => {
  it.each([
    ['2026-11-30T15:59:59.999Z', '2026-11-30'], ['2026-11-30T16:00:00Z', '2026-12-01'], ['2026-11-30 16:30:00+00', '2026-12-01'],
    ['2026-12-01T00:00:00+08:00', '2026-12-01'], ['2026-11-30T23:00:00-0500', '2026-12-01'], ['1969-12-31T15:59:59Z', '1969-12-31'],
    ['2024-02-28T16:00:00z', '2024-02-29'], ['2026-12-31T16:00Z', '2027-01-01'],
  ])('%s is %s', (instant, day) => {
    expect(dayInShanghai(instant)).toBe(day)
    if (instant.includes('T')) expect(dayInShanghai(new Date(instant))).toBe(day)
  })
  it.each(['2026-11-30T16:00:00', '2026-11-30', '2026-02-30T00:00:00Z', 'now', ''])('refuses %s: no zone or no instant', (text) => {
    expect(() => dayInShanghai(text)).toThrow(RangeError)
  })
  it('refuses an invalid Date', () => expect(() => dayInShanghai(new Date(Number.NaN))).toThrow(RangeError))
})

describe('zones', () => {
  it('gives the same answers on machines of three zones', () => {
    const url = new URL('./dates.ts', import.meta.url).href
    const code = `import * as d from ${JSON.stringify(url)}
      console.log(JSON.stringify([d.addDays('2026-03-08',1), d.addMonths('2026-10-31',1), d.weekday('2026-11-01'), d.daysBetween('1986-05-04','1991-09-15'),
        d.dayInShanghai('2026-11-30T16:00:00Z'), d.dayInShanghai(new Date(1.8e12)), d.completedYears('1949-10-01','2026-10-01'), d.monthsBetween('2026-01','2026-12').length]))`
    const here = process.execPath
    const answers = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((TZ) =>
      execFileSync(here, ['--input-type=module', '-e', code], { env: { ...process.env, TZ }, cwd: fileURLToPath(new URL('.', import.meta.url)), encoding: 'utf8' }))
    expect(new Set(answers).size).toBe(1)
    expect(JSON.parse(answers[0] ?? '')).toEqual([
      '2026-03-09', '2026-11-30', 7, 1960, '2026-12-01', dates.dayInShanghai(new Date(1.8e12)), 77, 12,
    ])
  }, 20_000)
})
