import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import {
  assessmentYearsOn,
  belongsTo,
  bookedTo,
  cellsOf,
  duties,
  isYearly,
  periodsOf,
} from './duties.ts'

const anyDay = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n))

describe('bookedTo', () => {
  it('puts a meeting into the cells of exactly the periods it belongs to', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...duties),
        fc.constantFrom('month', 'quarter', 'half-year', 'year'),
        anyDay,
        fc.option(fc.integer({ min: 2023, max: 2028 })),
        fc.integer({ min: 2023, max: 2029 }),
        (duty, lectureFrequency, on, assessmentYear, year) => {
          const booked = bookedTo(duty, { on, assessmentYear })
          for (const period of periodsOf(duty, year, { lectureFrequency })) {
            const inCells = booked?.year === year && cellsOf(duty, period).includes(booked.cell)
            const meeting = { on, assessmentYear, duties: [duty], status: 'signed' } as const
            expect(inCells).toBe(belongsTo(meeting, duty, period))
          }
        },
      ),
    )
  })

  it('支部工作条例 第十七条: 组织生活会 held in February is booked to the year before', () => {
    const february = { on: '2026-02-10', assessmentYear: 2025 }
    expect(bookedTo('life-meeting', february)).toEqual({ year: 2025, cell: 1 })
    expect(bookedTo('life-meeting', { on: '2026-04-01', assessmentYear: 2025 })).toBeNull()
    expect(assessmentYearsOn('2026-03-31')).toEqual([2026, 2025])
    expect(assessmentYearsOn('2026-04-01')).toEqual([2026])
    expect(isYearly('review')).toBe(true)
  })
})

describe('a changed frequency of lectures', () => {
  const keys = (
    from: string,
    before: 'month' | 'quarter' | 'half-year',
    after: 'month' | 'quarter',
  ) =>
    periodsOf('party-lecture', 2026, {
      lectureFrequency: (on) => (on < from ? before : after),
    }).map(({ key }) => key.slice(5))

  it.each([
    ['2026-07-01', 'quarter', 'month', ['Q1', 'Q2', '07', '08', '09', '10', '11', '12']],
    ['2026-05-15', 'quarter', 'month', ['Q1', 'Q2', '07', '08', '09', '10', '11', '12']],
    ['2026-02-01', 'month', 'quarter', ['01', '02', '03', 'Q2', 'Q3', 'Q4']],
    ['2026-04-01', 'half-year', 'quarter', ['H1', 'Q3', 'Q4']],
  ] as const)(
    'from %s, %s to %s: a running period is never cut',
    (from, before, after, expected) => {
      expect(keys(from, before, after)).toEqual(expected)
    },
  )
})
