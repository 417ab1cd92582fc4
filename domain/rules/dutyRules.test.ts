import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { duties, dutyRules, periodsOf } from './duties.ts'
import type { Duty } from './duties.ts'

describe('dutyRules', () => {
  it.each<[string, Duty, string]>([
    ['支部工作条例 第十一条', 'general-meeting', 'quarter'],
    ['支部工作条例 第十二条', 'committee-meeting', 'month'],
    ['支部工作条例 第十三条', 'group-meeting', 'month'],
    ['本单位参数', 'party-lecture', 'quarter'],
    ['支部工作条例 第十六条', 'theme-day', 'month'],
    ['支部工作条例 第十七条', 'life-meeting', 'year'],
    ['支部工作条例 第十八条', 'review', 'year'],
    ['民主生活会若干规定', 'democratic-life', 'year'],
  ])('%s: one %s a %s', (_article, duty, frequency) => {
    expect(dutyRules('2026-01-01').find((rule) => rule.duty === duty)).toMatchObject({
      frequency,
      required: 1,
    })
  })
  it('takes the frequency of lectures from the parameter', () => {
    expect(
      dutyRules('2026-01-01', { lectureFrequency: 'half-year' }).find(
        ({ duty }) => duty === 'party-lecture',
      )?.frequency,
    ).toBe('half-year')
    expect(
      periodsOf('party-lecture', 2026, { lectureFrequency: 'half-year' }).map(({ key }) => key),
    ).toEqual(['2026-H1', '2026-H2'])
    expect(periodsOf('party-lecture', 2026, { lectureFrequency: 'month' })).toHaveLength(12)
    expect(
      periodsOf('party-lecture', 2026, { lectureFrequency: 'year' }).map(({ dueBy }) => dueBy),
    ).toEqual(['2026-12-31'])
  })
  it('judges nothing of a branch before the regulation of 2018', () => {
    expect(dutyRules('2018-10-27').map(({ duty }) => duty)).toEqual(['democratic-life'])
    expect(dutyRules('2016-12-22')).toEqual([])
    expect(dutyRules('2018-10-28')).toHaveLength(duties.length)
    expect(periodsOf('theme-day', 2018).map(({ key, counts }) => [key, counts])).toEqual([
      ['2018-10', false],
      ['2018-11', true],
      ['2018-12', true],
    ])
  })
})

describe('periodsOf', () => {
  it('民主生活会 is of the calendar year, in general in its fourth quarter', () => {
    expect(periodsOf('democratic-life', 2026)).toEqual([
      {
        key: '2026',
        start: '2026-01-01',
        end: '2026-12-31',
        opensOn: '2026-10-01',
        dueBy: '2026-12-31',
        counts: true,
      },
    ])
  })
  it('quarters and months are of the calendar', () => {
    expect(
      periodsOf('general-meeting', 2026).map(({ key, start, end }) => `${key} ${start} ${end}`),
    ).toEqual([
      '2026-Q1 2026-01-01 2026-03-31',
      '2026-Q2 2026-04-01 2026-06-30',
      '2026-Q3 2026-07-01 2026-09-30',
      '2026-Q4 2026-10-01 2026-12-31',
    ])
    expect(periodsOf('theme-day', 2024)[1]).toEqual({
      key: '2024-02',
      start: '2024-02-01',
      end: '2024-02-29',
      opensOn: '2024-02-01',
      dueBy: '2024-02-29',
      counts: true,
    })
  })
  it.each<Duty>(['life-meeting', 'review'])(
    '支部工作条例 第十七、十八条: %s opens in the fourth quarter and may be held until March',
    (duty) => {
      expect(periodsOf(duty, 2026)).toEqual([
        {
          key: '2026',
          start: '2026-01-01',
          end: '2026-12-31',
          opensOn: '2026-10-01',
          dueBy: '2027-03-31',
          counts: true,
        },
      ])
    },
  )
  it.each<[string, { from?: string; to?: string | null }, string]>([
    ['founded on the first day', { from: '2026-04-01' }, 'Q2+ Q3+ Q4+'],
    ['founded a day later: shown, not due', { from: '2026-04-02' }, 'Q2- Q3+ Q4+'],
    ['closed on the last day', { to: '2026-06-30' }, 'Q1+ Q2+'],
    ['closed a day earlier: shown, not due', { to: '2026-06-29' }, 'Q1+ Q2-'],
    ['still open', { from: '2020-01-01', to: null }, 'Q1+ Q2+ Q3+ Q4+'],
    ['founded later', { from: '2027-01-01' }, ''],
    ['closed before', { to: '2025-12-31' }, ''],
    ['founded and closed in one quarter', { from: '2026-05-01', to: '2026-05-31' }, 'Q2-'],
  ])('§12: %s', (_name, life, expected) => {
    expect(
      periodsOf('general-meeting', 2026, life)
        .map(({ key, counts }) => key.slice(5) + (counts ? '+' : '-'))
        .join(' '),
    ).toBe(expected)
  })
  it('cuts every year into periods without a gap or an overlap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...duties),
        fc.integer({ min: 2019, max: 2199 }),
        (duty, year) => {
          const periods = periodsOf(duty, year)
          expect([periods[0]?.start, periods.at(-1)?.end]).toEqual([
            `${year}-01-01`,
            `${year}-12-31`,
          ])
          for (const [i, next] of periods.slice(1).entries())
            expect(next.start).toBe(addDays(periods[i]?.end ?? '', 1))
          expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length)
        },
      ),
    )
  })
})
