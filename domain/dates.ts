/**
 * Calendar arithmetic on text. A business day has no zone, so nothing here reads the machine's zone:
 * days are turned into a count of days since 1970-01-01 by integer arithmetic and back.
 * Malformed days are a bug of the caller and throw RangeError; text from outside is asked with `isDay` first.
 */

/** A calendar day 'YYYY-MM-DD', years 0001–9999. */
export type Day = string
/** A calendar month 'YYYY-MM'. */
export type Month = string
/** A calendar quarter 'YYYY-Qn'. */
export type Quarter = string

type Civil = { year: number; month: number; day: number }

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/
const monthForm = /^(\d{4})-(\d{2})$/

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function readDay(text: unknown): Civil | null {
  const found = typeof text === 'string' ? dayForm.exec(text) : null
  if (!found) return null
  const civil = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
  if (civil.year < 1 || civil.month < 1 || civil.month > 12 || civil.day < 1) return null
  return civil.day <= monthLength(civil.year, civil.month) ? civil : null
}

function needDay(text: Day): Civil {
  const civil = readDay(text)
  if (!civil) throw new RangeError(`not a day: ${text}`)
  return civil
}

function needMonth(text: Month): { year: number; month: number } {
  const found = monthForm.exec(text)
  const month = Number(found?.[2])
  const year = Number(found?.[1])
  if (!found || year < 1 || month < 1 || month > 12) throw new RangeError(`not a month: ${text}`)
  return { year, month }
}

function writeDay({ year, month, day }: Civil): Day {
  if (year < 1 || year > 9999) throw new RangeError(`year out of range: ${year}`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

// Days since 1970-01-01 in the proleptic Gregorian calendar; the year is counted from 1 March,
// so that the leap day is the last of its year and needs no case.
function toNumber({ year, month, day }: Civil): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function fromNumber(count: number): Civil {
  const z0 = count + 719_468
  const era = Math.floor(z0 / 146_097)
  const dayOfEra = z0 - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Is this text a day that exists ('2026-02-30' does not)? */
export const isDay = (text: unknown): text is Day => readDay(text) !== null

/** Add n days (n may be negative). */
export const addDays = (day: Day, n: number): Day =>
  writeDay(fromNumber(toNumber(needDay(day)) + n))

/** Add n months; a day the month does not have becomes its last day: 2026-01-31 + 1 = 2026-02-28. */
export function addMonths(day: Day, n: number): Day {
  const from = needDay(day)
  const count = from.year * 12 + from.month - 1 + n
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  return writeDay({ year, month, day: Math.min(from.day, monthLength(year, month)) })
}

/** Add n years; 29 February becomes the 28th where the year has none. */
export const addYears = (day: Day, n: number): Day => addMonths(day, n * 12)

/** Days from a to b: 0 for the same day, negative when b is earlier. */
export const daysBetween = (a: Day, b: Day): number => toNumber(needDay(b)) - toNumber(needDay(a))

/** Order of two days or months: -1, 0 or 1; fits Array.sort. */
export const compare = (a: Day, b: Day): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** The calendar year of a day or month. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The month of a day. */
export const monthOf = (day: Day): Month => {
  needDay(day)
  return day.slice(0, 7)
}

/** The first day of a month. */
export const firstDay = (month: Month): Day => writeDay({ ...needMonth(month), day: 1 })

/** The last day of a month. */
export function lastDay(month: Month): Day {
  const { year, month: m } = needMonth(month)
  return writeDay({ year, month: m, day: monthLength(year, m) })
}

/** All months from one day or month to another, both included; empty when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const end = to.slice(0, 7)
  needMonth(end)
  const months: Month[] = []
  for (let day = firstDay(from.slice(0, 7)); day.slice(0, 7) <= end; day = addMonths(day, 1)) {
    months.push(day.slice(0, 7))
    if (day >= '9999-12-01') break
  }
  return months
}

/** The calendar quarter of a day, 'YYYY-Qn'. */
export const quarterOf = (day: Day): Quarter =>
  `${day.slice(0, 4)}-Q${Math.ceil(needDay(day).month / 3)}`

/** 1 Monday … 7 Sunday (ISO 8601, GB/T 7408). */
export const weekday = (day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 => {
  const fromMonday = (((toNumber(needDay(day)) + 3) % 7) + 7) % 7
  return (fromMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

/**
 * Completed years from one day to another; 0 when `to` is earlier.
 * A year is complete when the corresponding day has come; from 29 February, in a year without one, on 1 March.
 */
export function completedYears(from: Day, to: Day): number {
  const a = needDay(from)
  const b = needDay(to)
  const reached = b.month > a.month || (b.month === a.month && b.day >= a.day)
  return Math.max(0, b.year - a.year - (reached ? 0 : 1))
}

/**
 * The day it is in Shanghai at an instant, at the fixed offset +08:00.
 * China kept summer time in 1986–1991 and local times before 1949; for instants of those years between
 * 23:00 and 24:00 (+08:00) the wall calendar was a day ahead. No instant of this system is that old.
 * Text must carry its zone ('Z', '+08:00', PostgreSQL's '+00'): without one it would be read in the machine's zone.
 */
export function dayInShanghai(instant: Date | string): Day {
  const ms = typeof instant === 'string' ? readInstant(instant) : instant.getTime()
  if (!Number.isFinite(ms)) throw new RangeError(`not an instant: ${String(instant)}`)
  return writeDay(fromNumber(Math.floor((ms + 8 * 3_600_000) / 86_400_000)))
}

/** The time of day, HH:MM, that it is in Shanghai at an instant; as {@link dayInShanghai}. */
export const timeInShanghai = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)

function readInstant(text: string): number {
  const found =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:(Z)|([+-]\d{2}):?(\d{2})?)$/i.exec(
      text,
    )
  if (!found || !isDay(found[1])) return Number.NaN
  return Date.parse(`${found[1]}T${found[2]}${found[3] ? 'Z' : `${found[4]}:${found[5] ?? '00'}`}`)
}
