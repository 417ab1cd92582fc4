import { z } from 'zod'
import type { announcementsContract } from '#domain/announcements.contract.ts'
import { announcementFilter, type AnnouncementRow } from '#domain/announcements.ts'
import type { Given } from '#domain/contract.ts'
import { organizationId, type AnnouncementId } from '#domain/ids.ts'
import { meetingType } from '#domain/meetings.ts'
import { asked, filtersOf } from '#lib/listState.ts'

const { organization: _o, direct: _d, from: _f, to: _t, ...fields } = announcementFilter.shape

/** What the address says of the list, beside scope and year; `open` is the announcement at the side, `form` the form. */
export const listState = z.object({
  ...fields,
  open: z.string().optional(),
  form: z.enum(['new']).optional(),
  /** Of the form: whose meeting of what type a duty asks for. */
  organ: organizationId.optional(),
  type: meetingType.optional(),
})
export type ListState = z.output<typeof listState>

type Query = NonNullable<Given<typeof announcementsContract.list>['query']>

export function queryOf(
  { page, size, sort, states, mine, toAnswer, toKnow, toRecord, hand, q }: ListState,
  scope: { organizationId: string | null; year: number },
  today: string,
): Query {
  const isOwn = mine === true || toAnswer === true || toKnow === true
  return {
    page,
    size,
    sort,
    states,
    q,
    mine: asked(mine),
    toAnswer: asked(toAnswer),
    toKnow: asked(toKnow),
    toRecord: asked(toRecord),
    hand: asked(hand),
    // What calls me does so wherever I look.
    organization: isOwn ? undefined : (scope.organizationId ?? undefined),
    ...(toAnswer || toKnow || toRecord ? {} : daysOf(scope.year, today)),
  }
}

/** Of this year also what is announced for the next: in December the meetings of January are the ones to come. */
const daysOf = (year: number, today: string) => ({
  from: `${year}-01-01`,
  to: today.startsWith(`${year}`) ? undefined : `${year}-12-31`,
})

// What the form is to begin with is no filter.
export const { none, isFiltered } = filtersOf(z.object(fields))

export const asAnnouncementId = (id: string): AnnouncementId => id as AnnouncementId

/** An open one whose day is over waits for its record. */
export const standing = ({ state, heldOn }: AnnouncementRow, today: string) =>
  state === 'open' && heldOn < today ? 'due' : state
