import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesOf, placingProblems, type Competing, type Ranking } from './placings.ts'

const scores = (...list: (number | null)[]): Competing[] =>
  list.map((score) => ({ score, place: null }))
const places = (...list: (number | null)[]): Competing[] =>
  list.map((place) => ({ score: null, place }))

describe('places by score', () => {
  it.each<[string, Ranking, Competing[], (number | null)[]]>([
    ['the highest is first', 'high-score', scores(88, 95, 90), [3, 1, 2]],
    ['the shortest time is first', 'low-score', scores(61.5, 48.2, 52), [3, 1, 2]],
    ['two firsts, then a third', 'high-score', scores(95, 95, 90), [1, 1, 3]],
    ['three firsts of equal score', 'high-score', scores(95, 95, 95, 80), [1, 1, 1, 4]],
    ['who has no score has no place', 'high-score', scores(95, null, 90), [1, null, 2]],
    ['the jury’s places stay as given', 'placing', places(2, 1, null), [2, 1, null]],
    ['grades stay as given', 'grade', places(1, 1, 1, 2), [1, 1, 1, 2]],
  ])('%s', (_, ranking, entries, expected) => {
    expect(placesOf(ranking, entries)).toEqual(expected)
  })

  it('never put a lower score before a higher, and start at 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (list) => {
        const found = placesOf('high-score', scores(...list))
        expect(Math.min(...found.map(Number))).toBe(1)
        const order = (a: number | undefined, b: number | undefined) =>
          Math.sign(Number(a) - Number(b))
        list.forEach((a, i) =>
          list.forEach((b, j) => {
            // Places run against the scores, and are equal where those are.
            expect(order(Number(found[i]), Number(found[j])) + order(a, b)).toBe(0)
          }),
        )
      }),
    )
  })
})

describe('what is asked about a result', () => {
  it.each<[string, Ranking, Competing[], boolean, string[]]>([
    ['three firsts by equal scores are a tie', 'high-score', scores(95, 95, 95), false, []],
    ['three firsts that nobody called a tie', 'placing', places(1, 1, 1), false, ['tie-unsaid']],
    ['three firsts said to have tied', 'placing', places(1, 1, 1), true, []],
    ['three first prizes are no tie', 'grade', places(1, 1, 1, 2), false, []],
    ['1, 1, 3', 'placing', places(1, 1, 3), true, []],
    ['1, 1, 2', 'placing', places(1, 1, 2), true, []],
    ['1, 3 leaves a gap', 'placing', places(1, 3), false, ['gap']],
    ['nobody is first', 'placing', places(2, 3), false, ['gap']],
    ['a score is missing', 'low-score', scores(12, null), false, ['no-score']],
    ['a place is missing', 'placing', places(1, null), false, ['no-place']],
    ['a grade is missing', 'grade', places(null), false, ['no-place']],
  ])('%s', (_, ranking, entries, tied, expected) => {
    expect(placingProblems(ranking, entries, tied).map(({ code }) => code)).toEqual(expected)
  })
})
