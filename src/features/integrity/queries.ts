import { coveredFilter } from '#domain/coverage.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { educationFilter, talkFilter } from '#domain/integrity.ts'
import { responsibilityFilter } from '#domain/responsibilities.ts'
import type { IntegrityState } from './state.ts'

/** Where and of what year the page looks. */
export interface Place {
  organization: OrganizationId
  year: number
}

/** A sort that the list knows, or its usual one: the views share an address. */
const sortIn = <T>(
  { shape }: { shape: { sort: { safeParse: (sort: unknown) => { data?: T | undefined } } } },
  sort: string | undefined,
) => shape.sort.safeParse(sort).data

const unfinished = ['open', 'overdue'] as const

/** Without a choice, all that is still to be done. */
const toDo = ({ page, size, followUp }: IntegrityState, { organization }: Place) => ({
  page,
  size,
  organization,
  states: followUp ? [followUp] : [...unfinished],
})

/** What each view asks for; the same for the page's loader, so that its answer is found here. */
export const queries = {
  coverage: (_: IntegrityState, place: Place) => place,
  people: ({ page, size, q, reached, sort }: IntegrityState, place: Place) => ({
    ...place,
    page,
    size,
    q,
    reached,
    sort: sortIn(coveredFilter, sort),
  }),
  educations: ({ page, size, q, withdrawn, sort }: IntegrityState, place: Place) => ({
    ...place,
    page,
    size,
    q,
    withdrawn,
    sort: sortIn(educationFilter, sort),
  }),
  /** With `ofYear` what was due in the year, done or not, as 整改率 counts it. */
  measures: (state: IntegrityState, place: Place) => {
    const { followUp, ofYear, hand } = state
    const waiting = { ...toDo(state, place), hand }
    if (!ofYear) return waiting
    return { ...waiting, states: followUp && [followUp], dueIn: place.year }
  },
  responsibilities: (
    { page, size, layer, state, owner, due, hand, any, sort }: IntegrityState,
    { organization, year }: Place,
  ) => ({
    page,
    size,
    year: any ? undefined : year,
    organization,
    due,
    hand,
    layers: layer && [layer],
    states: state && [state],
    owner,
    sort: sortIn(responsibilityFilter, sort),
  }),
  /** The own ones that are to be done now, or all. */
  own: ({ page, size, due, state }: IntegrityState) => ({
    page,
    size,
    due,
    states: state ? [state] : due && [...unfinished],
  }),
  /** Only who sees talks below an organization asks for one: one's own are few, of any place and of any year. */
  talks: (state: IntegrityState, { organization, year }: Place, below: boolean) => {
    const { page, size, q, kind, followUp, awaiting, unconfirmed, withdrawn, sort } = state
    const officers = below ? state.officers : undefined
    return {
      page,
      size,
      q,
      withdrawn,
      awaiting,
      unconfirmed,
      officers,
      organization: below && (officers || !awaiting) ? organization : undefined,
      // What waits does so over New Year; who is in office is told by a year.
      year: (awaiting || unconfirmed) && !officers ? undefined : year,
      kinds: kind && [kind],
      states: followUp && [followUp],
      sort: sortIn(talkFilter, sort),
    }
  },
  followUps: toDo,
}
