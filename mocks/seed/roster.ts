import type { Day } from '#domain/dates.ts'
import type { Stage } from '#domain/rules/membership.ts'
import { personKeys } from '#server/text/pinyin.ts'
import type { NameKeys } from '#server/text/pinyin.ts'
import { branchAt, organizationPlans } from './bureau.ts'
import { people } from './people.ts'
import { spanAt } from './spans.ts'

const rank = new Map(organizationPlans.map(({ key }, index) => [key, index]))
const keys = new Map(people.map(({ key, name }) => [key, personKeys(name)]))

export function keysOf(person: string): NameKeys {
  const found = keys.get(person)
  if (!found) throw new RangeError(`nobody is ${person}`)
  return found
}

interface Placed {
  key: string
  span: { place: string }
}

/** The order of an attendance list: the branch itself, its groups as they are ranked, within them by name. */
export const inRosterOrder = (a: Placed, b: Placed): number =>
  (rank.get(a.span.place) ?? 0) - (rank.get(b.span.place) ?? 0) ||
  (keysOf(a.key).sort < keysOf(b.key).sort ? -1 : 1)

/** Those on the way to joining, who sit in as guests. */
export const aspirantsAt = (
  branch: string,
  day: Day,
): { key: string; name: string; stage: Stage }[] =>
  people.flatMap(({ key, name }) => {
    const span = spanAt(key, day)
    const there = span && branchAt(span.place, day) === branch
    return there && ['activist', 'candidate'].includes(span.stage)
      ? [{ key, name, stage: span.stage }]
      : []
  })
