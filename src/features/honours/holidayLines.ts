import { addDays, daysBetween, isDay } from '#domain/dates.ts'
import type { HolidayYear } from '#domain/holidays.ts'
import type { Text } from '#lib/i18n.ts'

type Day = HolidayYear['days'][number]
type Words = Pick<Text['honours']['set'], 'off' | 'on' | 'until'>

/** No notice gives more days off in a row: a year that was mistyped does not become a thousand lines. */
const LONGEST = 31

/** Line by line as the notice has them: days that follow one another as one line. */
export function writtenDays(days: readonly Day[], t: Words): string {
  const spans: { from: string; to: string; off: boolean; name: string }[] = []
  for (const { day, off, name } of days) {
    const last = spans.at(-1)
    if (last && last.off === off && last.name === name && addDays(last.to, 1) === day) last.to = day
    else spans.push({ from: day, to: day, off, name })
  }
  return spans
    .map(({ from, to, off, name }) =>
      [...(from === to ? [from] : [from, t.until, to]), off ? t.off : t.on, name].join(' '),
    )
    .join('\n')
}

/** One day a line, or the first and the last of several; the number of the first line that cannot be read. */
export function readDays(text: string, t: Words): Day[] | number {
  const days: Day[] = []
  const shape = new RegExp(
    `^(\\S{10})(?:\\s*${t.until}\\s*(\\S{10}))?\\s+(${t.off}|${t.on})\\s+(.+)$`,
  )
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, from = '', to = from, what, name = ''] = shape.exec(line.trim()) ?? []
    if (!isDay(from) || !isDay(to)) return index + 1
    const count = daysBetween(from, to) + 1
    if (count < 1 || count > LONGEST) return index + 1
    for (let n = 0; n < count; n++) days.push({ day: addDays(from, n), off: what === t.off, name })
  }
  return days
}
