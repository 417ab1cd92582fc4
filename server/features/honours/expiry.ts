import { addDays, type Day } from '#domain/dates.ts'

interface Extended {
  on: Day
  /** The last day before, of an extension. */
  validBefore: Day | null
}

/**
 * The days on which an honour was no longer valid, one after each last day that came before it was extended or
 * revoked. Nobody writes that a day has come: the calendar tells it.
 */
export function expiries(
  { validTo, revokedOn }: { validTo: Day | null; revokedOn: Day | null },
  events: readonly Extended[],
  today: Day,
): Day[] {
  const ends = events.flatMap(({ validBefore, on }) =>
    validBefore !== null && validBefore < on ? [validBefore] : [],
  )
  if (validTo && validTo < today && !(revokedOn && revokedOn <= validTo)) ends.push(validTo)
  return ends.map((end) => addDays(end, 1))
}
