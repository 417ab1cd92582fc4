import type { EventRecord } from '#domain/studies.ts'
import { number } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'

/** Minutes as hours of the clock, to a hundredth: 90 → 1.5; or as 学时 of another length. */
export const hoursOf = (minutes: number, hourMinutes = 60): string =>
  number(Math.round((minutes / hourMinutes) * 100) / 100)

/** A place of an event in words: 第 1 名, 一等奖. */
export function placeWords(
  { ranking }: Pick<EventRecord, 'ranking'>,
  place: number | null,
  t: Text['studies']['results'],
): string {
  if (place === null) return '—'
  return ranking === 'grade' ? t.grade(place) : t.first(place)
}
