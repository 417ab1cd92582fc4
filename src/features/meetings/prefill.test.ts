import { expect, test } from 'vitest'
import { dayFor } from './prefill.ts'

test('a past period is proposed for its last day from Monday to Friday, any other for today', () => {
  const of = (period: string | null) =>
    dayFor({ type: 'theme-day', period, announced: null }, '2026-11-23')
  // The last day of October 2026 is a Saturday, that of May a Sunday, that of September a Wednesday.
  expect(['2026-10', '2026-05', '2026-09'].map(of)).toEqual([
    '2026-10-30',
    '2026-05-29',
    '2026-09-30',
  ])
  expect([of('2026-11'), of(null)]).toEqual(['2026-11-23', '2026-11-23'])
})
