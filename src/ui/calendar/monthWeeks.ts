import { addDays, firstDay, lastDay, weekday, type Day, type Month } from '#domain/dates.ts'

/** Weeks of the month from Monday to Sunday, with the days of the neighbours that fill them. */
export function monthWeeks(month: Month): Day[][] {
  const end = lastDay(month)
  const weeks: Day[][] = []
  let monday = addDays(firstDay(month), 1 - weekday(firstDay(month)))
  while (monday <= end) {
    const start = monday
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((n) => addDays(start, n)))
    monday = addDays(monday, 7)
  }
  return weeks
}
