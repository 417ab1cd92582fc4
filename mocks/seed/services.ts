import { addDays, lastDay, monthsBetween, weekday } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import { serviceKind } from '#domain/services.ts'
import type { ServiceEntry, ServiceKind, ServiceState } from '#domain/services.ts'
import { branchAt } from './bureau.ts'
import { ago, booksFrom, demoToday, workdayNear } from './clock.ts'
import { people } from './people.ts'
import { randomOf } from './random.ts'
import type { Random } from './random.ts'
import type { MeetingRecordPlan } from './records.ts'
import { memberIdOf } from './members.ts'
import { cases, type ServiceCase } from './serviceCases.ts'
import { spanAt } from './spans.ts'
import { itemsOf } from './texts/serviceItems.ts'

/** A service as somebody logged it, and what became of it. */
export interface ServicePlan {
  key: string
  /** Key of the person. */
  who: string
  /** Where they stood that day. */
  place: string
  branch: string
  entry: ServiceEntry
  state: ServiceState
  story: ServiceCase | null
}

/** 人次 of the article's year: 2.6 万. */
const articleVisits = 26_000
const articleYear = '2026'

/** Records a month in the books, rising with the year as the work did. */
const monthly = (month: string): number =>
  (month.startsWith(articleYear) ? 78 : 62) + randomOf(`services:${month}`).int(-6, 8)

/** Who volunteers most; the demo's member is one of them. */
const keen = ['hall1-1:5', 'invest-1:5', 'retired-2:4', 'hall2-3:4', 'social:5', 'retired-1:3']

const shares: Readonly<Record<string, readonly [ServiceKind, number][]>> = {
  hall1: [
    ['extended-hours', 5],
    ['assisted', 4],
    ['reminder', 2],
    ['outreach', 1],
  ],
  hall2: [
    ['extended-hours', 4],
    ['assisted', 4],
    ['reminder', 2],
    ['outreach', 2],
  ],
  invest: [
    ['assisted', 4],
    ['outreach', 3],
    ['reminder', 2],
    ['extended-hours', 1],
  ],
  market: [
    ['reminder', 4],
    ['assisted', 3],
    ['extended-hours', 2],
    ['outreach', 1],
  ],
  works: [
    ['assisted', 3],
    ['outreach', 3],
    ['reminder', 1],
    ['extended-hours', 1],
  ],
  social: [
    ['outreach', 3],
    ['assisted', 3],
    ['reminder', 1],
  ],
  tech: [['assisted', 1]],
  retired: [['outreach', 1]],
}
const usual: readonly [ServiceKind, number][] = serviceKind.options.map((kind) => [kind, 1])

const ranges: Record<ServiceKind, readonly [least: number, most: number]> = {
  'extended-hours': [8, 46],
  assisted: [4, 38],
  outreach: [6, 60],
  reminder: [15, 90],
}

function kindOf(branch: string, random: Random): ServiceKind {
  const list = shares[branch] ?? usual
  return random.pick(list.flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind)))
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Beyond opening hours at noon, after work or on a Saturday; the others within them. */
function timesOf(kind: ServiceKind, day: Day, random: Random): [from: number, length: number] {
  if (weekday(day) > 5) return [540, random.int(8, 16) * 15]
  if (kind === 'extended-hours')
    return random.chance(0.6) ? [720, 90] : [1_050, random.int(4, 8) * 15]
  return [random.pick([540, 570, 840, 870, 900]), random.int(2, 10) * 15]
}

function entryOf(kind: ServiceKind, branch: string, day: Day, volunteers: boolean, random: Random) {
  const [least, most] = ranges[kind]
  const [from, length] = timesOf(kind, day, random)
  const timed = volunteers || kind === 'extended-hours' || random.chance(0.5)
  const long = volunteers ? Math.max(length, 150) : length
  const entry: ServiceEntry = {
    kind,
    servedOn: day,
    from: timed ? clock(from) : null,
    to: timed ? clock(from + long) : null,
    visits: random.int(least, most),
    minutes: timed ? long : null,
    channel: channelOf(kind, random),
    item: random.pick(fitting(itemsOf(kind, branch), day, from)),
    beneficiary: beneficiaryOf(branch, random),
    isVolunteer: volunteers,
  }
  return entry
}

/** What names its hour is done at that hour. */
function fitting(items: readonly string[], day: Day, from: number): readonly string[] {
  const hour = weekday(day) > 5 ? '周' : from === 720 ? '午间' : from >= 1_050 ? '下班后' : '-'
  const found = items.filter((item) => item.startsWith(hour) || !/^(周|午间|下班后)/.test(item))
  return found.length > 0 ? found : ['预约延时受理']
}

function channelOf(kind: ServiceKind, random: Random): ServiceEntry['channel'] {
  if (kind === 'reminder') return random.pick(['phone', 'online', 'online'])
  if (kind === 'outreach') return random.chance(0.85) ? 'on-site' : 'mail'
  return random.chance(0.8) ? 'counter' : random.pick(['phone', 'online'])
}

const beneficiaryOf = (branch: string, random: Random): ServiceEntry['beneficiary'] =>
  random.chance(['invest', 'market', 'works'].includes(branch) ? 0.8 : 0.25)
    ? 'enterprise'
    : 'people'

/** The theme days that each person attended: no ordinary record is made on one. */
function themeDays(records: readonly MeetingRecordPlan[]): ReadonlySet<string> {
  return new Set(
    records
      .filter(({ content }) => content.types.includes('theme-day'))
      .flatMap(({ content, branch }) => [`${branch} ${content.heldOn}`]),
  )
}

/** What happens to an ordinary record: old ones are confirmed, those of the last days wait. */
const stateOf = (day: Day, random: Random): ServiceState =>
  ago(day) > 5 || random.chance(0.35) ? 'confirmed' : 'logged'

export function servicePlans(records: readonly MeetingRecordPlan[]): ServicePlan[] {
  const busy = themeDays(records)
  const taken = new Set(cases(records).map(({ who, entry }) => `${who} ${entry.servedOn}`))
  const plans: ServicePlan[] = cases(records).map((story) => planOf(story.who, story.entry, story))
  for (const month of monthsBetween(booksFrom, demoToday)) {
    const count = monthly(month)
    const last = month === demoToday.slice(0, 7) ? demoToday : lastDay(month)
    for (let at = 0; at < count; at++) {
      const key = `${month}/${at}`
      const random = randomOf(`service:${key}`)
      const volunteers = at % 6 === 0
      const who = volunteers ? keen[(at / 6) % keen.length] : random.pick(people).key
      const day = dayOf(month, last, volunteers, random)
      const span = who === undefined ? undefined : spanAt(who, day)
      if (!who || !span || span.standing !== 'normal' || !serves(span.stage)) continue
      const branch = branchAt(span.place, day)
      if (branch === 'retired' && !volunteers) continue
      if (busy.has(`${branch} ${day}`) || taken.has(`${who} ${day}`)) continue
      taken.add(`${who} ${day}`)
      const kind = kindOf(branch, random)
      const entry = entryOf(kind, branch, day, volunteers, random)
      plans.push({ ...planOf(who, entry, null), key, state: stateOf(day, random) })
    }
  }
  return toArticle(plans)
}

const serves = (stage: string): boolean => stage === 'full' || stage === 'probationary'

function dayOf(month: string, last: Day, volunteers: boolean, random: Random): Day {
  const dayOfMonth = random.int(1, Number(last.slice(8)))
  const day = `${month}-${String(dayOfMonth).padStart(2, '0')}`
  if (volunteers) {
    const saturday = addDays(day, 6 - weekday(day))
    return saturday.startsWith(month) && saturday <= last ? saturday : day
  }
  const near = workdayNear(month, dayOfMonth)
  return near <= last ? near : workdayNear(month, 1)
}

function planOf(who: string, entry: ServiceEntry, story: ServiceCase | null): ServicePlan {
  const span = spanAt(who, entry.servedOn)
  if (!span) throw new RangeError(`${who} was nowhere on ${entry.servedOn}`)
  return {
    key: `case/${who}/${entry.servedOn}`,
    who,
    place: span.place,
    branch: branchAt(span.place, entry.servedOn),
    entry,
    state: story?.state ?? 'confirmed',
    story,
  }
}

/**
 * The article's year comes to its number by what its rows hold: each keeps its share of the whole, and the
 * remainder is spread by ones.
 */
function toArticle(plans: readonly ServicePlan[]): ServicePlan[] {
  const counted = plans.filter(
    ({ state, entry }) => state === 'confirmed' && entry.servedOn.startsWith(articleYear),
  )
  const drawn = counted.reduce((sum, { entry }) => sum + entry.visits, 0)
  const scaled = counted.map(({ entry }) =>
    Math.max(1, Math.floor((entry.visits * articleVisits) / drawn)),
  )
  const rest = articleVisits - scaled.reduce((sum, visits) => sum + visits, 0)
  const visitsOf = new Map(
    counted.map(({ key }, at) => [key, (scaled[at] ?? 1) + (at < rest ? 1 : 0)]),
  )
  return plans.map((plan) => ({
    ...plan,
    entry: { ...plan.entry, visits: visitsOf.get(plan.key) ?? plan.entry.visits },
  }))
}

export const memberOf = ({ who }: ServicePlan): string => memberIdOf(who)
