import { describe, expect, it } from 'vitest'
import { dutyCell, periodsOf } from './duties.ts'
import type { Duty, MeetingRef, Period } from './duties.ts'

const period = (duty: Duty, key: string, life: { from?: string; to?: string } = {}): Period => {
  const found = periodsOf(duty, Number(key.slice(0, 4)), life).find((one) => one.key === key)
  if (!found) throw new Error(`no period ${key}`)
  return found
}
const meeting = (on: string, more: Partial<MeetingRef> = {}): MeetingRef => ({
  on,
  duties: ['theme-day'],
  status: 'archived',
  ...more,
})
const march = period('theme-day', '2026-03')

describe('dutyCell', () => {
  const cell = (
    held: MeetingRef[],
    today: string,
    more: { exempt?: boolean; period?: Period; lateAfterDays?: number } = {},
  ) => dutyCell({ duty: 'theme-day', period: march, held, today, ...more })

  it.each<[string, MeetingRef[], string, string, number]>([
    ['kept by archived minutes', [meeting('2026-03-05')], '2026-04-10', 'kept', 1],
    [
      'kept by signed minutes, in the running month',
      [meeting('2026-03-05', { status: 'signed' })],
      '2026-03-06',
      'kept',
      1,
    ],
    ['on the first day', [meeting('2026-03-01')], '2026-04-10', 'kept', 1],
    ['on the last day', [meeting('2026-03-31')], '2026-04-10', 'kept', 1],
    ['a day early', [meeting('2026-02-28')], '2026-04-10', 'missing', 0],
    ['a day late', [meeting('2026-04-01')], '2026-04-10', 'missing', 0],
    [
      'a meeting of another kind',
      [meeting('2026-03-05', { duties: ['party-lecture'] })],
      '2026-04-10',
      'missing',
      0,
    ],
    [
      'a combined record serves this duty too',
      [meeting('2026-03-05', { duties: ['party-lecture', 'theme-day'] })],
      '2026-04-10',
      'kept',
      1,
    ],
    [
      'two meetings are two, required one',
      [meeting('2026-03-05'), meeting('2026-03-20')],
      '2026-04-10',
      'kept',
      2,
    ],
    [
      'a draft waits for its signature',
      [meeting('2026-03-05', { status: 'draft' })],
      '2026-03-10',
      'awaiting-signature',
      0,
    ],
    [
      'a submitted one too, even past the end',
      [meeting('2026-03-05', { status: 'submitted' })],
      '2026-04-10',
      'awaiting-signature',
      0,
    ],
    [
      'entered on the 7th day after',
      [meeting('2026-03-30', { enteredOn: '2026-04-06' })],
      '2026-04-10',
      'kept',
      1,
    ],
    [
      '补录: entered on the 8th day after',
      [meeting('2026-03-30', { enteredOn: '2026-04-07' })],
      '2026-04-10',
      'late-entry',
      1,
    ],
    [
      'one prompt record is enough',
      [
        meeting('2026-03-05', { enteredOn: '2026-12-01' }),
        meeting('2026-03-30', { enteredOn: '2026-03-30' }),
      ],
      '2026-12-10',
      'kept',
      2,
    ],
    ['upcoming on the day before', [], '2026-02-28', 'upcoming', 0],
    ['due from the first day', [], '2026-03-01', 'due', 0],
    ['due on the last day', [], '2026-03-31', 'due', 0],
    ['missing on the day after', [], '2026-04-01', 'missing', 0],
  ])('%s', (_name, held, today, state, count) => {
    expect(cell(held, today)).toMatchObject({
      state,
      held: count,
      required: 1,
      dueBy: '2026-03-31',
    })
  })
  it('an exemption wins, and what was held is still told', () => {
    expect(cell([meeting('2026-03-05')], '2026-04-10', { exempt: true })).toMatchObject({
      state: 'exempt',
      held: 1,
    })
  })
  it('§12: in the period of founding nothing is missed, and what was held is told', () => {
    const founding = period('theme-day', '2026-03', { from: '2026-03-02' })
    expect(cell([], '2026-04-10', { period: founding })).toMatchObject({ state: 'none', held: 0 })
    expect(cell([meeting('2026-03-05')], '2026-04-10', { period: founding })).toMatchObject({
      state: 'none',
      held: 1,
    })
  })
  it('takes the days of late entry from the parameter', () => {
    expect(
      cell([meeting('2026-03-05', { enteredOn: '2026-03-08' })], '2026-04-10', { lateAfterDays: 2 })
        .state,
    ).toBe('late-entry')
  })

  const life = (held: Partial<MeetingRef>[], today: string) =>
    dutyCell({
      duty: 'life-meeting',
      period: period('life-meeting', '2025'),
      today,
      held: held.map((one) => meeting('2025-12-20', { duties: ['life-meeting'], ...one })),
    }).state
  it.each<[string, Partial<MeetingRef>[], string, string]>([
    ['not yet its season', [], '2025-09-30', 'upcoming'],
    ['the fourth quarter', [], '2025-10-01', 'due'],
    ['still due in the new year', [], '2026-03-31', 'due'],
    ['missed after March', [], '2026-04-01', 'missing'],
    ['held in December', [{}], '2026-01-05', 'kept'],
    ['2025年度, held in March', [{ on: '2026-03-08', assessmentYear: 2025 }], '2026-03-10', 'kept'],
    ['held in March and not booked: of its own year', [{ on: '2026-03-08' }], '2026-03-10', 'due'],
    [
      '2025年度, held in April: too late',
      [{ on: '2026-04-02', assessmentYear: 2025 }],
      '2026-04-10',
      'missing',
    ],
    [
      '2024年度, held in January 2025',
      [{ on: '2025-01-15', assessmentYear: 2024 }],
      '2026-04-10',
      'missing',
    ],
  ])('支部工作条例 第十七条, 年度 2025: %s', (_name, held, today, state) =>
    expect(life(held, today)).toBe(state),
  )
  it('does not keep two years by one meeting', () => {
    const held = [meeting('2026-03-08', { duties: ['life-meeting'], assessmentYear: 2025 })]
    const states = ['2025', '2026'].map(
      (key) =>
        dutyCell({
          duty: 'life-meeting',
          period: period('life-meeting', key),
          held,
          today: '2027-04-01',
        }).state,
    )
    expect(states).toEqual(['kept', 'missing'])
  })
})
