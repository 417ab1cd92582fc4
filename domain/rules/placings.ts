/**
 * How an event of a competition is ranked: by a score (points, or a time where less is better), by placings that the
 * jury gave, or by prize grades (一等奖 …) that several share by design.
 */
export const rankings = ['high-score', 'low-score', 'placing', 'grade'] as const
export type Ranking = (typeof rankings)[number]

/** One that competed: a score where the event has scores, a place where the jury placed. */
export interface Competing {
  score: number | null
  place: number | null
}

export type PlacingProblem =
  | { code: 'no-score'; at: number }
  | { code: 'no-place'; at: number }
  /** Nobody has the place before. */
  | { code: 'gap'; at: number; place: number }
  /** Several share a place and nobody said that they tied: the jury's list may have a slip. */
  | { code: 'tie-unsaid'; place: number; count: number }

/**
 * Places by score: equal scores share a place and the next is as far behind as there are people before it (1, 1, 3).
 * Placings and grades stay as given. Null where nothing places an entry.
 */
export function placesOf(ranking: Ranking, entries: readonly Competing[]): (number | null)[] {
  if (ranking === 'placing' || ranking === 'grade') return entries.map(({ place }) => place)
  const ahead = (a: number, b: number) => (ranking === 'high-score' ? a > b : a < b)
  return entries.map(({ score }) =>
    score === null
      ? null
      : 1 + entries.filter((other) => other.score !== null && ahead(other.score, score)).length,
  )
}

/**
 * What must be cleared up before the result can stand. Equal scores are a tie and no question; a place that the jury gave
 * to several is one, unless the tie was said (`tied`). After a tie both 1, 1, 3 and 1, 1, 2 are in use.
 */
export function placingProblems(
  ranking: Ranking,
  entries: readonly Competing[],
  tied: boolean,
): PlacingProblem[] {
  if (ranking === 'high-score' || ranking === 'low-score')
    return entries.flatMap(({ score }, at) =>
      score === null ? [{ code: 'no-score' as const, at }] : [],
    )
  const found: PlacingProblem[] = []
  const places = entries.flatMap(({ place }) => (place === null ? [] : [place]))
  entries.forEach(({ place }, at) => {
    if (place === null) found.push({ code: 'no-place', at })
    else if (
      ranking === 'placing' &&
      place > 1 &&
      !places.some((one) => reaches(one, place, places))
    )
      found.push({ code: 'gap', at, place })
  })
  if (ranking === 'placing' && !tied)
    for (const place of new Set(places)) {
      const count = places.filter((one) => one === place).length
      if (count > 1) found.push({ code: 'tie-unsaid', place, count })
    }
  return found
}

/** Does `place` follow on `before`: the very next, or as far behind as `before` is shared? */
const reaches = (before: number, place: number, places: readonly number[]): boolean =>
  before < place && place <= before + places.filter((one) => one === before).length
