import { describe, expect, it } from 'vitest'
import { judgeService, overlap, servedMinutes, starOf, toNextStar } from './services.rules.ts'
import { serviceEntry, visits, type ServiceInput } from './services.ts'
import { serviceState, type ServiceState } from './services.ts'
import type { MemberId } from './ids.ts'
import { whyNot, whyNotConfirmTogether, whyNotJudge, type ServiceMove } from './services.states.ts'

const entry = (given: Partial<ServiceInput> = {}) =>
  serviceEntry.parse({ kind: 'assisted', servedOn: '2026-11-20', visits: 1, ...given })
const around = { today: '2026-11-23', beside: [], themeDays: [] }
const codes = (...args: Parameters<typeof judgeService>) =>
  judgeService(...args).map(({ code, article }) => [code, article])

describe('guards of a service record (handbook §8; 67号令 Art. 3)', () => {
  const morning = entry({ from: '09:00', to: '11:00' })
  it.each([
    ['today', entry({ servedOn: '2026-11-23' }), [], 'service.fine'],
    ['tomorrow', entry({ servedOn: '2026-11-24' }), [], 'service.future'],
    [
      'as long as its times',
      entry({ from: '09:00', to: '10:00', minutes: 60 }),
      [],
      'service.fine',
    ],
    [
      'longer than its times',
      entry({ from: '09:00', to: '10:00', minutes: 61 }),
      [],
      'service.longer',
    ],
    [
      'beginning when another ends',
      entry({ from: '11:00', to: '12:00' }),
      [morning],
      'service.fine',
    ],
    [
      'ending when another begins',
      entry({ from: '08:00', to: '09:00' }),
      [morning],
      'service.fine',
    ],
    [
      'sharing the last minute',
      entry({ from: '10:59', to: '12:00' }),
      [morning],
      'service.overlap',
    ],
    ['around another', entry({ from: '08:00', to: '12:00' }), [morning], 'service.overlap'],
    ['the same again', entry({ item: ' 换证' }), [entry({ item: '换证' })], 'service.double'],
    ['the same for others', entry({ beneficiary: 'enterprise' }), [entry()], 'service.fine'],
    ['filling 24 hours', entry({ minutes: 1_320 }), [morning], 'service.fine'],
    ['a minute over 24 hours', entry({ minutes: 1_321 }), [morning], 'service.over-day'],
  ] as const)('%s', (_, given, beside, code) => {
    expect(codes(given, { ...around, beside })).toEqual([[code, 'volunteer-3']])
  })

  it.each([
    ['at the same time', { from: '15:30', to: '17:00' }, true],
    ['after it', { from: '16:00', to: '17:00' }, false],
    ['without times, on its day', {}, true],
  ] as const)('a theme day %s is said, not refused (支部工作条例 Art. 16)', (_, given, said) => {
    const themeDays = [{ title: '主题党日', from: '15:00', to: '16:00' }]
    expect(codes(entry(given), { ...around, themeDays })).toEqual(
      said ? [['service.theme-day', 'branch-16']] : [['service.fine', 'volunteer-3']],
    )
  })

  it('a record counts what it says, else what its times say, else no minutes', () => {
    expect(servedMinutes({ from: '09:00', to: '10:30', minutes: 45 })).toBe(45)
    expect(servedMinutes({ from: '09:00', to: '10:30', minutes: null })).toBe(90)
    expect(servedMinutes({ from: null, to: null, minutes: null })).toBeNull()
    expect(overlap({ from: null, to: null }, { from: '00:00', to: '23:59' })).toBe(false)
  })

  it.each([1, 9_999])('%i visits can be', (n) => expect(visits.safeParse(n).success).toBe(true))
  it.each([-1, 0, 10_000, 1e9, 1.5, Number.NaN])('%d visits cannot', (n) => {
    expect(visits.safeParse(n).error?.issues[0]?.message).toMatch(/人次/)
  })
})

describe('stars (parameter volunteer.starHours, 100/300/600/1000/1500 h)', () => {
  const ladder = [100, 300, 600, 1_000, 1_500]
  it.each([
    [0, 0, 6_000],
    [5_999, 0, 1],
    [6_000, 1, 12_000],
    [35_999, 2, 1],
    [60_000, 4, 30_000],
    [90_000, 5, null],
  ])('%i minutes: %i stars', (minutes, star, next) => {
    expect(starOf(minutes, ladder)).toBe(star)
    expect(toNextStar(minutes, ladder)).toBe(next)
  })
})

describe('the life of a record', () => {
  const moves: Record<ServiceMove, readonly string[]> = {
    change: ['logged', 'returned'],
    confirm: ['logged', 'appealed'],
    sendBack: ['logged', 'confirmed', 'appealed'],
    appeal: ['returned'],
    withdraw: ['logged', 'confirmed', 'returned', 'appealed'],
  }
  it.each(Object.entries(moves))('%s is possible from %j only', (move, from) => {
    const possible = serviceState.options.filter(
      (state) => whyNot(move as ServiceMove, state) === null,
    )
    expect(possible).toEqual(from)
  })

  const record = (state: ServiceState, mayDecide = true) => ({
    state,
    memberId: 'a' as MemberId,
    mayDecide,
  })

  it('an appeal is decided by those who may (handbook §8; see appeals.test.ts)', () => {
    for (const move of ['confirm', 'sendBack'] as const) {
      expect(whyNotJudge(move, record('appealed', false), 'b')).toMatch(/退回人以外/)
      expect(whyNotJudge(move, record('appealed'), 'b')).toBeNull()
      expect(whyNotJudge(move, record('withdrawn', false), 'b')).toBe('记录已撤回')
    }
  })

  it('nobody confirms the own one (67号令: 谁组织谁记录)', () => {
    expect(whyNotJudge('confirm', record('logged'), 'a')).toMatch(/本人/)
    expect(whyNotJudge('sendBack', record('confirmed'), 'a')).toMatch(/本人/)
    expect(whyNotJudge('confirm', record('logged'), 'b')).toBeNull()
    expect(whyNotJudge('confirm', record('logged'), null)).toBeNull()
  })

  it('an appeal is answered by itself, not with a page (67号令: it is verified)', () => {
    const together = serviceState.options.filter(
      (state) => whyNotConfirmTogether(record(state), 'b') === null,
    )
    expect(together).toEqual(['logged'])
    expect(whyNotConfirmTogether(record('logged'), 'a')).toMatch(/本人/)
  })
})
