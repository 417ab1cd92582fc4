import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '#domain/dates.ts'
import { checkExtension, termEnd, termLadder } from './terms.ts'

describe('the ladder', () => {
  it.each([
    ['2023-11-24', 3, '2026-11-23'],
    ['2024-01-01', 3, '2026-12-31'],
    ['2021-03-01', 3, '2024-02-29'],
    ['2024-02-29', 3, '2027-02-28'],
    ['2024-02-29', 5, '2029-02-28'],
  ])('a term from %s of %i years ends on %s', (startedOn, years, end) =>
    expect(termEnd(startedOn, years)).toBe(end),
  )

  const startedOn = '2024-01-01' // ends 2026-12-31
  it.each<[string, string, string, number, string]>([
    ['2026-07-03', 'calm', 'met', 181, '支部工作条例 第二十一条: within the term'],
    ['2026-07-04', 'd180', 'warning', 180, '惯例: six months before'],
    ['2026-09-01', 'd180', 'warning', 121, 'ladder'],
    ['2026-09-02', 'd120', 'warning', 120, 'ladder'],
    ['2026-11-01', 'd60', 'warning', 60, 'ladder'],
    ['2026-11-30', 'd60', 'warning', 31, 'ladder'],
    ['2026-12-01', 'd30', 'warning', 30, 'ladder'],
    ['2026-12-30', 'd30', 'warning', 1, 'ladder'],
    ['2026-12-31', 'due', 'warning', 0, '选举工作条例 第三条: the last day'],
    ['2027-01-01', 'overdue', 'unmet', -1, '选举工作条例 第三条: past the end'],
    ['2023-12-01', 'calm', 'met', 1126, 'before it begins'],
  ])('on %s: %s, %s, %i days left (%s)', (today, stage, status, daysLeft) => {
    const ladder = termLadder({ startedOn, years: 3 }, today)
    expect(ladder).toMatchObject({
      endsOn: '2026-12-31',
      effectiveEnd: '2026-12-31',
      stage,
      daysLeft,
      verdict: { status, code: `term.${stage}` },
    })
  })
  it('never grows calmer as days pass', () => {
    const order = ['calm', 'd180', 'd120', 'd60', 'd30', 'due', 'overdue']
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 1500 }), (n) => {
        const today = addDays(startedOn, n)
        const [now, next] = [today, addDays(today, 1)].map((day) =>
          order.indexOf(termLadder({ startedOn, years: 3 }, day).stage),
        )
        expect(now).toBeLessThanOrEqual(next ?? -1)
      }),
    )
  })
})

describe('选举工作条例 第三条: extension', () => {
  const endsOn = '2026-12-31'
  it.each<[string, { until: string; documentNumber?: string | null }, string]>([
    [
      'approved, a day',
      { until: '2027-01-01', documentNumber: '市直工委〔2026〕8号' },
      'extension.met',
    ],
    [
      'approved, a year',
      { until: '2027-12-31', documentNumber: '市直工委〔2026〕8号' },
      'extension.met',
    ],
    [
      'a year and a day',
      { until: '2028-01-01', documentNumber: '市直工委〔2026〕8号' },
      'extension.over-a-year',
    ],
    [
      'not later than the end',
      { until: '2026-12-31', documentNumber: '市直工委〔2026〕8号' },
      'extension.not-later',
    ],
    ['no document', { until: '2027-06-30' }, 'extension.no-document'],
    ['null document', { until: '2027-06-30', documentNumber: null }, 'extension.no-document'],
    ['blank document', { until: '2027-06-30', documentNumber: '　' }, 'extension.no-document'],
  ])('%s', (_name, extension, code) =>
    expect(checkExtension({ endsOn, ...extension }).code).toBe(code),
  )

  it('moves the ladder when valid, and only then', () => {
    const term = { startedOn: '2024-01-01', years: 3 }
    const good = termLadder(
      { ...term, extension: { until: '2027-06-30', documentNumber: '8号' } },
      '2027-01-15',
    )
    expect(good).toMatchObject({
      endsOn,
      effectiveEnd: '2027-06-30',
      stage: 'd180',
      daysLeft: daysBetween('2027-01-15', '2027-06-30'),
    })
    expect(good.verdict.facts.documentNumber).toBe('8号')
    const bad = termLadder(
      { ...term, extension: { until: '2028-06-30', documentNumber: '8号' } },
      '2027-01-15',
    )
    expect(bad).toMatchObject({ effectiveEnd: endsOn, stage: 'overdue' })
    expect(termLadder({ ...term, extension: null }, '2027-01-15').stage).toBe('overdue')
  })
})
