import { z } from 'zod'
import { month } from '#domain/common.ts'
import type { Given } from '#domain/contract.ts'
import { firstDay, lastDay, type Day } from '#domain/dates.ts'
import type { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingId } from '#domain/ids.ts'
import { meetingFilter } from '#domain/meetings.ts'
import { periodOf } from '#domain/meetings.rules.ts'
import { asked, filtersOf } from '#lib/listState.ts'

const { organization: _o, year: _y, from: _f, to: _t, member: _m, ...fields } = meetingFilter.shape

/** What the address says of the list, beside scope and year; `open` is the record at the side. */
export const listState = z.object({
  ...fields,
  /** One calendar month, as a mark of a chart counts it. */
  month: month.optional(),
  /** Of every year, as what waits is asked. */
  any: z.literal('true').optional(),
  open: z.string().optional(),
})
export type ListState = z.output<typeof listState>

type Query = NonNullable<Given<typeof meetingsContract.list>['query']>

/** The one duty whose cell of the matrix led here; null where the duty has no such period (组织生活会 by the month). */
export const cellOf = ({ types, period }: Pick<ListState, 'types' | 'period'>) =>
  period && types?.length === 1 && types[0] && periodOf(types[0], period)
    ? { type: types[0], period }
    : null

/** The days between which meetings are listed, where the address names a month or a period that is no cell. */
function spanOf({ month, period }: ListState): { from: Day; to: Day } | null {
  if (month) return { from: firstDay(month), to: lastDay(month) }
  const span = period ? periodOf('general-meeting', period) : null
  return span && { from: span.start, to: span.end }
}

export function queryOf(
  state: ListState,
  scope: { organizationId: string | null; year: number },
): Query {
  const { page, size, sort, types, statuses, verdicts, hand, q } = state
  const cell = cellOf(state)
  return {
    page,
    size,
    sort,
    types,
    statuses,
    verdicts,
    hand,
    q,
    organization: scope.organizationId ?? undefined,
    direct: asked(state.direct),
    // A yearly duty may be kept until March of the next year: then the period alone decides.
    ...(cell
      ? { period: cell.period }
      : (spanOf(state) ?? (state.any ? {} : { year: scope.year }))),
  }
}

export const { none, isFiltered } = filtersOf(listState)

export const asMeetingId = (id: string): MeetingId => id as MeetingId
