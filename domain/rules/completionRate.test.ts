import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionRate, dutyCell, periodsOf } from './duties.ts'
import type { DutyCell, MeetingRef } from './duties.ts'

const meeting = (on: string, more: Partial<MeetingRef> = {}): MeetingRef => ({
  on,
  duties: ['theme-day'],
  status: 'archived',
  ...more,
})

describe('completionRate (§12)', () => {
  const cells = (held: number[], today = '2027-01-10', more: { exempt?: number[] } = {}) =>
    periodsOf('theme-day', 2026).map((one, i) =>
      dutyCell({
        duty: 'theme-day',
        period: one,
        today,
        exempt: more.exempt?.includes(i) ?? false,
        held: Array.from({ length: held[i] ?? 0 }, (_, n) =>
          meeting(`${one.key}-${String(n + 1).padStart(2, '0')}`),
        ),
      }),
    )
  it.each<[string, number[], string, number | null]>([
    ['every month', Array<number>(12).fill(1), '2027-01-10', 1],
    [
      'a second meeting never repays a missed month',
      [2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0],
      '2027-01-10',
      0.5,
    ],
    ['twelve in January', [12], '2027-01-10', 1 / 12],
    ['only past months: the running one does not count yet', [1, 1, 0, 1], '2026-04-10', 2 / 3],
    ['on the last day of March it is not past', [1, 1, 0], '2026-03-31', 1],
    ['none past is no number', [1], '2026-01-31', null],
    ['nothing held', [], '2027-01-10', 0],
  ])('%s', (_name, held, today, rate) => expect(completionRate(cells(held, today))).toBe(rate))
  it('leaves exempt periods out of both sums', () => {
    expect(
      completionRate(cells([1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1], '2027-01-10', { exempt: [1, 2] })),
    ).toBe(1)
    expect(
      completionRate(cells([], '2027-01-10', { exempt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] })),
    ).toBeNull()
  })
  it('does not count unsigned minutes, and counts late ones', () => {
    const march = periodsOf('theme-day', 2026).filter(({ key }) => key === '2026-03')
    const one = (held: MeetingRef): DutyCell[] =>
      march.map((period) =>
        dutyCell({ duty: 'theme-day', period, held: [held], today: '2026-05-01' }),
      )
    expect(completionRate(one(meeting('2026-03-05', { status: 'submitted' })))).toBe(0)
    expect(completionRate(one(meeting('2026-03-05', { enteredOn: '2026-04-20' })))).toBe(1)
  })
  it('lies between 0 and 1, and equals the share of past months with a meeting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (held, past) => {
          const today = past === 12 ? '2027-01-01' : `2026-${String(past + 1).padStart(2, '0')}-01`
          expect(completionRate(cells(held, today))).toBeCloseTo(
            held.slice(0, past).filter((n) => n > 0).length / past,
          )
        },
      ),
    )
  })
})
