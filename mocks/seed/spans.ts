import { addDays, addMonths } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import type { Leaving, Relation, Rights, Stage, Standing } from '#domain/rules/membership.ts'
import { planOf } from './bureau.ts'
import { workdayFrom } from './clock.ts'
import { people } from './people.ts'
import type { Person } from './people.ts'
import { arrivals, developments, events } from './places.ts'
import type { Event, SeedLetter } from './places.ts'
import { randomOf } from './random.ts'

/** One stretch of a person's past: where they were on the roster, and with which status. */
export interface Span {
  place: string
  stage: Stage
  standing: Standing
  /** How, of who has left the Party. */
  leaving: Leaving | null
  rights: Rights
  relation: Relation
  mobile: boolean
  lost: boolean
  /** Of who is on the way, and of the stretch after it. */
  letter: SeedLetter | null
  receiptOn: Day | null
  from: Day
  /** The day the next stretch begins, null for the one that lasts. */
  until: Day | null
  reason: string | null
}

/** An event as a change: `from` names the place that is left, so the change is to the place after it. */
type Change = Event & { place?: string }

/** What the assemblies decided, and the way there, as changes of stage. */
function stageChanges({ key, branch, place, applied }: Person): Change[] {
  return developments
    .filter(({ who, failed }) => who === key && !failed)
    .flatMap(({ on, kind }): Change[] => {
      if (kind === 'confirm')
        return [
          {
            on: workdayFrom(addDays(on, 20)),
            stage: 'full',
            reason: '预备期满，党委审批同意按期转正',
          },
        ]
      if (kind === 'cancel')
        return [
          {
            on,
            standing: 'left',
            leaving: 'disqualified',
            reason: '预备期内未履行党员义务，支部大会讨论取消预备党员资格',
          },
        ]
      return [
        { on: workdayFrom(addDays(applied, 200)), stage: 'activist', reason: '确定为入党积极分子' },
        { on: workdayFrom(addMonths(on, -8)), stage: 'candidate', reason: '确定为发展对象' },
        {
          on,
          stage: 'probationary',
          from: branch,
          place,
          reason: '支部大会讨论接收为预备党员，编入党小组',
        },
      ]
    })
}

/** How far an aspirant has come, who has not been accepted. */
function aspirantChanges({ key, stage, applied }: Person): Change[] {
  if (stage === 'applicant') return []
  const random = randomOf(`aspirant:${key}`)
  const activist: Change = {
    on: workdayFrom(addDays(applied, random.int(150, 260))),
    stage: 'activist',
    reason: '支委会研究确定为入党积极分子，报上级党委备案',
  }
  if (stage !== 'candidate') return [activist]
  const on =
    key === 'works+1' ? '2025-11-17' : workdayFrom(addDays('2026-04-01', random.int(0, 200)))
  return [
    activist,
    { on, stage: 'candidate', reason: '经支委会讨论、上级党委同意，确定为发展对象' },
  ]
}

function startOf(person: Person, place: string): Day {
  const arrival = arrivals[person.key]
  if (arrival) return arrival.on
  const founded = planOf(place).foundedOn
  const since = person.full ?? person.joined ?? person.applied
  const came =
    person.full === null ? founded : addDays(founded, randomOf(`start:${person.key}`).int(0, 900))
  return came > since ? came : since
}

/** The stretches of a person, first to last. */
export function spansOf(person: Person): Span[] {
  const development = [
    ...stageChanges(person),
    ...(person.joined === null ? aspirantChanges(person) : []),
  ]
  const accepted = development.some(({ stage }) => stage === 'probationary')
  const changes: Change[] = [...development, ...(events[person.key] ?? [])].toSorted((a, b) =>
    a.on < b.on ? -1 : 1,
  )
  const firstPlace = changes.find(({ from }) => from !== undefined)?.from ?? person.place
  const aspiring = accepted || person.joined === null
  const from = aspiring ? applicantFrom(person) : startOf(person, firstPlace)
  const arriving = arrivals[person.key] && changes.find(({ relation }) => relation === 'moving-in')
  const first: Span = {
    place: firstPlace,
    stage: aspiring ? 'applicant' : initialStage(person),
    standing: 'normal',
    leaving: null,
    rights: 'normal',
    relation: arriving ? 'moving-in' : 'registered',
    mobile: false,
    lost: false,
    letter: arriving?.letter ?? null,
    receiptOn: null,
    from,
    until: null,
    reason: arrivals[person.key]?.reason ?? null,
  }
  const spans = [first]
  for (const change of changes) {
    const last = spans.at(-1)
    if (!last || change.on <= last.from) continue
    last.until = change.on
    const {
      on,
      reason,
      from: left,
      place = left === undefined ? last.place : person.place,
      letter = last.relation === 'registered' ? null : last.letter,
      receiptOn = null,
      ...status
    } = change
    spans.push({
      ...last,
      ...status,
      place,
      letter,
      receiptOn,
      from: on,
      until: null,
      reason,
    })
  }
  return spans
}

const applicantFrom = ({ applied, branch }: Person): Day => {
  const founded = planOf(branch).foundedOn
  return applied > founded ? applied : founded
}

const initialStage = ({ stage, joined }: Person): Stage =>
  stage === 'probationary' && joined !== null ? 'probationary' : 'full'

export const spans: ReadonlyMap<string, readonly Span[]> = new Map(
  people.map((person) => [person.key, spansOf(person)]),
)

/** The stretch that holds on a day; undefined before the first. */
export const spanAt = (key: string, day: Day): Span | undefined =>
  spans.get(key)?.findLast(({ from, until }) => from <= day && (until === null || day < until))

/** The stretch that holds today and from now on. */
export function spanNow(key: string): Span {
  const last = spans.get(key)?.at(-1)
  if (!last) throw new RangeError(`nobody is ${key}`)
  return last
}
