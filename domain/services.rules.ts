import type { Day } from './dates.ts'
import { met, unmet, warning, type Verdict } from './rules/verdict.ts'
import type { ServiceEntry } from './services.ts'

/** What is asked of one's other records of that day (withdrawn ones are none). */
export type Beside = Pick<
  ServiceEntry,
  'kind' | 'from' | 'to' | 'visits' | 'minutes' | 'channel' | 'item' | 'beneficiary'
>

/** A meeting that the member attended that day. */
export interface Attended {
  title: string
  from: string
  /** Null where the minutes do not say. */
  to: string | null
}

const dayMinutes = 1_440

export const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The minutes that a record counts: as given, else between from and to; null: unknown. */
export const servedMinutes = ({
  from,
  to,
  minutes,
}: Pick<ServiceEntry, 'from' | 'to' | 'minutes'>): number | null =>
  minutes ?? (from !== null && to !== null ? minutesOf(to) - minutesOf(from) : null)

type Stretch = { from: string | null; to: string | null }

/** Two stretches of one day share a minute; one that ends when the other begins does not. */
export const overlap = (a: Stretch, b: Stretch): boolean =>
  a.from !== null &&
  a.to !== null &&
  b.from !== null &&
  b.to !== null &&
  a.from < b.to &&
  b.from < a.to

const same = (a: Beside, b: Beside): boolean =>
  a.kind === b.kind &&
  a.channel === b.channel &&
  a.beneficiary === b.beneficiary &&
  a.item.trim() === b.item.trim() &&
  a.visits === b.visits &&
  a.from === b.from &&
  a.to === b.to &&
  servedMinutes(a) === servedMinutes(b)

/**
 * The guards of handbook §8 over one record: no future day, no longer than its own times, no overlap with
 * another of the same person, no double, no day of more than 24 hours. 67号令 Art. 3: records are true and
 * exact. A 主题党日 at the same time may also be service, but that is said.
 */
export function judgeService(
  entry: ServiceEntry,
  {
    today,
    beside,
    themeDays,
  }: { today: Day; beside: readonly Beside[]; themeDays: readonly Attended[] },
): Verdict[] {
  const found: Verdict[] = []
  const { from, to } = entry
  if (entry.servedOn > today) found.push(unmet('service.future', 'volunteer-3', { today }))
  if (from !== null && to !== null && entry.minutes !== null) {
    const between = minutesOf(to) - minutesOf(from)
    if (entry.minutes > between) found.push(unmet('service.longer', 'volunteer-3', { between }))
  }
  const other = beside.find((one) => overlap(one, entry))
  if (other?.from && other.to)
    found.push(unmet('service.overlap', 'volunteer-3', { from: other.from, to: other.to }))
  else if (beside.some((one) => same(one, entry)))
    found.push(unmet('service.double', 'volunteer-3'))
  const total = [...beside, entry].reduce((sum, one) => sum + (servedMinutes(one) ?? 0), 0)
  if (total > dayMinutes) found.push(unmet('service.over-day', 'volunteer-3', { minutes: total }))
  const held = themeDayBeside(entry, themeDays)
  if (held) found.push(warning('service.theme-day', 'branch-16', { title: held.title }))
  return found.length > 0 ? found : [met('service.fine', 'volunteer-3')]
}

/** The theme day at the same time. A record without times may be of any hour of its day, so it is told as well. */
export const themeDayBeside = (
  entry: Stretch,
  themeDays: readonly Attended[],
): Attended | undefined =>
  themeDays.find((held) =>
    entry.from === null ? true : overlap({ from: held.from, to: held.to ?? '23:59' }, entry),
  )

/** The field at which a verdict is told. */
const fieldOf: Record<string, string> = {
  'service.future': 'servedOn',
  'service.longer': 'minutes',
  'service.overlap': 'from',
  'service.double': 'item',
  'service.over-day': 'minutes',
}

const hours = (minutes: number | string | undefined): string =>
  `${Math.round((Number(minutes) / 60) * 10) / 10} 小时`

/** The sentence at the field, for whoever typed. */
const sentences: Record<string, (facts: Verdict['facts']) => string> = {
  'service.future': ({ today }) => `服务日期不能晚于今天（${today}）`,
  'service.longer': ({ between }) => `时长超过了起止时间（${hours(between)}）`,
  'service.overlap': ({ from, to }) => `与当天 ${from}–${to} 的另一条服务记录时间重叠`,
  'service.double': () => '当天已登记过相同的一条；如果是另一次服务，请写明事项或时间',
  'service.over-day': ({ minutes }) => `当天服务时长合计 ${hours(minutes)}，超过 24 小时`,
}

/** What blocks, as field → sentence; empty when nothing does. */
export function refusalsOf(verdicts: readonly Verdict[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { status, code, facts } of verdicts) {
    const field = fieldOf[code]
    if (status === 'unmet' && field) fields[field] ??= sentences[code]?.(facts) ?? code
  }
  return fields
}

/** 0 to as many stars as the ladder has steps; `ladder` in hours, ascending. */
export const starOf = (volunteerMinutes: number, ladder: readonly number[]): number =>
  ladder.filter((step) => volunteerMinutes >= step * 60).length

/** Minutes still wanting for the next star; null at the highest. */
export function toNextStar(volunteerMinutes: number, ladder: readonly number[]): number | null {
  const next = ladder[starOf(volunteerMinutes, ladder)]
  return next === undefined ? null : Math.ceil(next * 60) - volunteerMinutes
}
