import { describe, expect, it } from 'vitest'
import { officialYears } from './officialHolidays.ts'
import { enoughWorkdays, holidayTable, isWorkday, workdays } from './workdays.ts'

const table = holidayTable(
  officialYears.map(({ year }) => year),
  officialYears.flatMap(({ days }) => days),
)

describe('working days (公示 ≥ 5 个工作日, 放假安排 of 2025 and 2026)', () => {
  it.each<[string, string, boolean]>([
    ['an ordinary Monday', '2026-11-23', true],
    ['an ordinary Saturday', '2026-11-21', false],
    ['a Saturday worked for the Spring Festival', '2026-02-14', true],
    ['a Sunday worked for National Day', '2026-09-20', true],
    ['a weekday off', '2026-10-01', false],
    ['the last day of the Spring Festival 2025', '2025-02-04', false],
    ['the day after it', '2025-02-05', true],
  ])('%s, %s: %s', (_, day, works) => expect(isWorkday(day, table)).toBe(works))

  it.each<[string, string, number, string]>([
    ['within a week', '2026-11-16', 5, '2026-11-20'],
    ['over a weekend', '2026-11-18', 5, '2026-11-24'],
    ['over National Day, with the working Saturday counted', '2026-09-28', 5, '2026-10-09'],
    ['with the working Sunday before it', '2026-09-17', 5, '2026-09-22'],
    ['over the Spring Festival with its working Saturdays', '2026-02-13', 5, '2026-02-26'],
    ['one day', '2026-11-23', 1, '2026-11-23'],
  ])('%s: from %s %i days end on %s', (_, from, count, to) => {
    expect(workdays(from, count, table)).toMatchObject({
      to,
      first: from,
      verdicts: [{ status: 'met', code: 'workdays.counted' }],
    })
  })

  it('begun on a day off it says so, by name, and counts from the next working day', () => {
    expect(workdays('2026-10-01', 5, table)).toMatchObject({
      first: '2026-10-08',
      to: '2026-10-13',
      verdicts: [
        { status: 'met' },
        {
          status: 'warning',
          code: 'workdays.begun-off',
          facts: { name: '国庆节', first: '2026-10-08' },
        },
      ],
    })
    expect(workdays('2026-11-21', 5, table).verdicts[1]?.facts).toMatchObject({ name: '周末' })
  })

  it('does not guess a year whose table is missing, also when only the end lies in it', () => {
    for (const from of ['2027-03-01', '2026-12-30'])
      expect(workdays(from, 5, table)).toMatchObject({
        to: null,
        first: null,
        verdicts: [{ status: 'unmet', code: 'workdays.missing-year', facts: { year: 2027 } }],
      })
    expect(isWorkday('2027-03-01', table)).toBeNull()
    expect(workdays('2026-12-25', 5, table).to).toBe('2026-12-31')
  })

  it('is counted anew when the table changes after the notice was put up', () => {
    const counted = (days: Parameters<typeof holidayTable>[1]) =>
      enoughWorkdays('2026-11-16', '2026-11-20', 5, holidayTable([2026], days))
    expect(counted([]).status).toBe('met')
    expect(counted([{ day: '2026-11-18', name: '暴雪停工', off: true }])).toMatchObject({
      status: 'unmet',
      code: 'workdays.too-few',
      facts: { count: 4, least: 5 },
    })
  })
})
