import { afterEach, describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  completedYears,
  dayInShanghai,
  daysBetween,
  monthsBetween,
  quarterOf,
  weekday,
} from './dates.ts'

describe('dayInShanghai', () => {
  it.each([
    ['2026-11-30T15:59:59.999Z', '2026-11-30'],
    ['2026-11-30T16:00:00Z', '2026-12-01'],
    ['2026-11-30 16:30:00Z', '2026-12-01'],
    ['2026-12-01T00:00:00+08:00', '2026-12-01'],
    ['2026-11-30T23:00:00-05:00', '2026-12-01'],
    ['1969-12-31T15:59:59Z', '1969-12-31'],
    ['2024-02-28T16:00:00z', '2024-02-29'],
    ['2026-12-31T16:00Z', '2027-01-01'],
  ])('%s is %s', (instant, day) => {
    expect(dayInShanghai(instant)).toBe(day)
    expect(dayInShanghai(new Date(instant))).toBe(day)
  })
  it.each(['2026-11-30T16:00:00', '2026-11-30', '2026-02-30T00:00:00Z', 'now', ''])(
    'refuses %s: no zone or no instant',
    (text) => {
      expect(() => dayInShanghai(text)).toThrow(RangeError)
    },
  )
  it('reads the zone as PostgreSQL writes it', () => {
    expect(dayInShanghai('2026-11-30 16:30:00+00')).toBe('2026-12-01')
    expect(dayInShanghai('2026-11-30 16:30:00.123456+0530')).toBe('2026-11-30')
  })
  it('refuses an invalid Date', () =>
    expect(() => dayInShanghai(new Date(Number.NaN))).toThrow(RangeError))
})

describe('on machines of other zones', () => {
  const home = process.env.TZ
  afterEach(() => {
    if (home === undefined) delete process.env.TZ
    else process.env.TZ = home
  })
  it.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/New_York', 300],
    ['Pacific/Kiritimati', -840],
  ])('%s gives the same days', (zone, offset) => {
    process.env.TZ = zone
    // The zone took effect, else this test shows nothing.
    expect(new Date('2026-01-01T00:00').getTimezoneOffset()).toBe(offset)
    expect([
      addDays('2026-03-08', 1),
      addMonths('2026-10-31', 1),
      weekday('2026-11-01'),
      daysBetween('1986-05-04', '1991-09-15'),
      dayInShanghai('2026-11-30T16:00:00Z'),
      dayInShanghai(new Date('2026-11-30T15:59:59Z')),
      completedYears('1949-10-01', '2026-10-01'),
      quarterOf('2026-04-01'),
      monthsBetween('2026-01', '2026-12').length,
    ]).toEqual(['2026-03-09', '2026-11-30', 7, 1960, '2026-12-01', '2026-11-30', 77, '2026-Q2', 12])
  })
})
