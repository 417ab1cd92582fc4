import { expect, test } from 'vitest'
import { countsWritten, marksOf } from './content.ts'
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
