import { describe, expect, it } from 'vitest'
import { isAllowed, parameterAt, parameterKeys, parameters } from './parameters.ts'
import type { ParameterKey } from './parameters.ts'

describe('the registry', () => {
  it.each(parameterKeys)('%s has a label, a source and an allowed default', (key) => {
    expect(parameters[key].labelZh).toMatch(/\p{Script=Han}/u)
    expect(parameters[key].labelEn).not.toBe('')
    expect(parameters[key].source).not.toBe('')
    // Names of regulations stay Chinese.
    expect(parameters[key].sourceEn.replaceAll(/\p{Script=Han}+(条例|细则)/gu, '')).toMatch(
      /^[^\p{Script=Han}]+$/u,
    )
    expect(isAllowed(key, parameters[key].default)).toBe(true)
    expect(isAllowed(key, 'nonsense')).toBe(false)
    expect(isAllowed(key, null)).toBe(false)
  })
  it.each<[ParameterKey, unknown, boolean]>([
    ['lecture.frequency', 'half-year', true],
    ['lecture.frequency', 'week', false],
    ['session.idleMinutes', 30, true],
    ['session.idleMinutes', 4, false],
    ['session.idleMinutes', 30.5, false],
    ['session.idleMinutes', '30', false],
    ['login.lockFailures', 0, false],
    ['volunteer.starHours', [30, 60, 100, 200, 300], true],
    ['volunteer.starHours', [100, 100], false],
    ['volunteer.starHours', [300, 100], false],
    ['volunteer.starHours', [], false],
  ])('%s = %j: %o', (key, value, allowed) => expect(isAllowed(key, value)).toBe(allowed))
})

describe('parameterAt', () => {
  const rows = [
    { key: 'lecture.frequency', value: 'year', from: '2027-01-01' },
    { key: 'lecture.frequency', value: 'half-year', from: '2026-01-01' },
    { key: 'login.lockMinutes', value: 30, from: '2026-01-01' },
    { key: 'lecture.frequency', value: 'month', from: '2027-01-01' },
  ]
  it.each([
    ['2025-12-31', 'quarter', 'the default before the first decision'],
    ['2026-01-01', 'half-year', 'the first day'],
    ['2026-12-31', 'half-year', 'the last day'],
    ['2027-01-01', 'month', 'the last written of one day'],
  ])('on %s lectures are one per %s: %s', (day, value) =>
    expect(parameterAt(rows, 'lecture.frequency', day)).toBe(value),
  )
  it('keeps the defaults of §15', () => {
    const at = <K extends ParameterKey>(key: K) => parameterAt([], key, '2026-11-23')
    expect([
      at('session.idleMinutes'),
      at('session.absoluteHours'),
      at('login.lockFailures'),
      at('login.lockMinutes'),
      at('makeup.days'),
    ]).toEqual([30, 12, 5, 15, 3])
    expect([at('election.basis'), at('volunteer.starHours')]).toEqual([
      'present',
      [100, 300, 600, 1000, 1500],
    ])
  })
  it('throws for a stored value that is not allowed: a silent default would hide it', () => {
    expect(() =>
      parameterAt(
        [{ key: 'login.lockMinutes', value: -1, from: '2026-01-01' }],
        'login.lockMinutes',
        '2026-02-01',
      ),
    ).toThrow('expected number to be >=5')
  })
})
