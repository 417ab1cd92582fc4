import { z } from 'zod'
import { memberFilter } from '#domain/members.ts'
import { asked, filtersOf } from '#lib/listState.ts'

const { organization: _o, ...fields } = memberFilter.shape

/** What the address says of the roster: filters, order, page, the open row. */
export const memberUrl = z.object({ ...fields, open: z.uuid().optional() })
export type MemberUrl = z.output<typeof memberUrl>

const filters = filtersOf(memberUrl)
export const { none, isFiltered } = filters

/** How many filters are set beside the search. */
export const countFilters = (state: MemberUrl): number =>
  filters.setIn(state).filter((name) => name !== 'q').length

/** The query of `members.list`. */
export function queryOf(state: MemberUrl, scope: { organizationId: string | null }) {
  const {
    open: _,
    direct,
    gone,
    mobile,
    lost,
    overdue,
    probationDue,
    lostLong,
    hand,
    ...rest
  } = state
  return {
    ...rest,
    organization: scope.organizationId ?? undefined,
    direct: asked(direct),
    gone: asked(gone),
    mobile: asked(mobile),
    lost: asked(lost),
    overdue: asked(overdue),
    probationDue: asked(probationDue),
    lostLong: asked(lostLong),
    hand: asked(hand),
  }
}
