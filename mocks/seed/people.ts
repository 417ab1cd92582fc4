import { addDays, addMonths, addYears } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import { fullFrom } from '#domain/rules/membership.ts'
import type { Stage } from '#domain/rules/membership.ts'
import { nameSource } from './names.ts'
import type { Generation, PersonName } from './names.ts'
import { arrivals, aspirants, developments, places } from './places.ts'
import { randomOf } from './random.ts'

/** A person of the roster with everything that does not change with their status. */
export interface Person extends PersonName {
  /** `invest-2:3`, or `works+1` for one who has not joined yet. */
  key: string
  index: number
  branch: string
  /** Where they are today. */
  place: string
  generation: Generation
  /** The stage they have today, apart from what `places.ts` tells of them. */
  stage: Stage
  birth: Day
  applied: Day
  joined: Day | null
  full: Day | null
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
const later = (a: Day, b: Day): Day => (a > b ? a : b)

const accepted = (key: string) =>
  developments.find(({ who, kind, failed }) => who === key && kind === 'accept' && !failed)
/** In a probation that began before the books, and ended badly within them. */
const cancelled = (key: string) =>
  developments.find(({ who, kind }) => who === key && kind === 'cancel')
const confirmed = (key: string): boolean =>
  developments.some(({ who, kind }) => who === key && kind === 'confirm')

function generationOf(branch: string, key: string, seat: number): Generation {
  if (branch === 'retired') return 'elder'
  if (accepted(key) || cancelled(key) || arrivals[key]) return 'young'
  return randomOf(`generation:${key}`).chance(seat <= 2 ? 0.1 : 0.45) ? 'young' : 'middle'
}

const births: Record<Generation, readonly [from: number, to: number]> = {
  elder: [1938, 1964],
  middle: [1969, 1986],
  young: [1988, 2000],
}
/** Whoever retired within the books had reached the age shortly before. */
const retirements: Readonly<Record<string, Day>> = {
  'retired-1:9': '1965-11-19',
  'retired-2:9': '1966-04-08',
}

function birthOf(key: string, generation: Generation): Day {
  const known = retirements[key]
  if (known) return known
  const random = randomOf(`birth:${key}`)
  const [from, to] = births[generation]
  return addDays(`${random.int(from, to)}-01-01`, random.int(0, 364))
}

interface Party {
  stage: Stage
  applied: Day
  joined: Day | null
  full: Day | null
}

function partyOf(key: string, birth: Day): Party {
  const random = randomOf(`party:${key}`)
  const accept = accepted(key)
  if (accept) {
    const applied = addDays(addYears(accept.on, -4), random.int(0, 300))
    const full = confirmed(key) ? fullFrom(accept.on) : null
    return { stage: full ? 'full' : 'probationary', applied, joined: accept.on, full }
  }
  const cancel = cancelled(key)
  if (cancel) {
    const joined = addDays(addYears(cancel.on, -1), -2)
    return { stage: 'probationary', applied: addYears(joined, -3), joined, full: null }
  }
  const adult = addDays(addYears(birth, 18), random.int(30, 900))
  const applied = earlier(adult, '2019-09-01')
  // The youngest joined at university; nobody's probation reaches into the books.
  const joined = earlier(
    later(addDays(addYears(applied, 1), random.int(60, 2600)), addYears(birth, 20)),
    '2022-12-15',
  )
  return { stage: 'full', applied, joined, full: fullFrom(joined) }
}

export const people: readonly Person[] = buildPeople()

function buildPeople(): Person[] {
  const nameOf = nameSource()
  const found: Person[] = []
  const add = (
    key: string,
    branch: string,
    place: string,
    generation: Generation,
    party: (birth: Day) => Party,
  ): void => {
    const index = found.length
    const birth = birthOf(key, generation)
    found.push({
      key,
      index,
      branch,
      place,
      generation,
      birth,
      ...nameOf(generation, index),
      ...party(birth),
    })
  }
  for (const { key: place, branch, members } of places) {
    for (let seat = 1; seat <= members; seat++) {
      const key = `${place}:${seat}`
      add(key, branch, place, generationOf(branch, key, seat), (birth) => partyOf(key, birth))
    }
  }
  for (const { branch, stages } of aspirants) {
    stages.forEach((stage, at) => {
      const key = `${branch}+${at + 1}`
      const random = randomOf(`applied:${key}`)
      const months = stage === 'applicant' ? random.int(2, 20) : random.int(26, 44)
      const applied = addDays(addMonths('2026-11-05', -months), random.int(0, 20))
      add(key, branch, branch, 'young', () => ({ stage, applied, joined: null, full: null }))
    })
  }
  return found
}

const byKey = new Map(people.map((person) => [person.key, person]))

export function personOf(key: string): Person {
  const person = byKey.get(key)
  if (!person) throw new RangeError(`nobody is ${key}`)
  return person
}
