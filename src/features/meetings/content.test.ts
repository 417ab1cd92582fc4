import { expect, test } from 'vitest'
import { zh } from '#locales/zh.ts'
import { merged } from './conflict.tsx'
import { contentOf, countsWritten, marksOf, problemsOf } from './content.ts'
import { blankResolution, blankSheet } from './sheet.ts'

test('a written opinion counts only where a vote on somebody’s development stands (2026 细则 Art. 20)', () => {
  const mark = { status: 'leave' as const, reason: '出差', writtenOpinion: true }
  const of = (...kinds: ('ordinary' | 'development' | 'election')[]) => ({
    ...blankSheet('2026-11-23'),
    marks: { someone: mark },
    resolutions: kinds.map((kind) => blankResolution(kind)),
  })
  const cases = [
    [of(), false],
    [of('ordinary', 'election'), false],
    [of('ordinary', 'development'), true],
  ] as const
  for (const [sheet, counts] of cases) {
    expect(countsWritten(sheet)).toBe(counts)
    // Marked before the vote was taken out, it is not sent either.
    expect(marksOf(sheet, undefined)[0]?.writtenOpinion).toBe(counts)
  }
})

test('all in favour of a list that is not here is no number, and nothing is sent', () => {
  const row = { ...blankResolution('ordinary'), title: '评优', text: '同意', unanimous: true }
  const sheet = { ...blankSheet('2026-11-23'), resolutions: [row] }
  const facts = { organizationId: 'x', title: '党员大会' }
  const words = {
    said: (sentence: string) => sentence,
    required: '',
    votes: '',
    uncounted: '稍候',
    parts: zh.meetings.missing.sentences,
  }
  const errorsWith = (entries: [] | undefined) =>
    problemsOf(sheet, contentOf(sheet, { ...facts, entries }), false, words)
  expect(errorsWith(undefined)).toMatchObject({ [`resolutions.${row.id}.yes`]: '稍候' })
  expect(Object.keys(errorsWith([]))).not.toContain(`resolutions.${row.id}.yes`)
})

test('a lecture taken from the other side brings with it whether its lecturer was invited', () => {
  const mine = blankSheet('2026-11-23')
  const theirs = { ...mine, lecturer: '陈教授', lecturerInvited: true, lectureMinutes: '60' }
  expect(merged(mine, theirs, { lecture: 'theirs' }, zh.meetings)).toEqual(theirs)
})
