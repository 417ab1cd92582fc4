import { z } from 'zod'
import type { Given } from '#domain/contract.ts'
import type { StudyId } from '#domain/ids.ts'
import type { studiesContract } from '#domain/studies.contract.ts'
import { studyFilter } from '#domain/studies.ts'
import { asked, filtersOf } from '#lib/listState.ts'

const { organization: _o, year: _y, member: _m, from: _f, ...fields } = studyFilter.shape

/** What the address says of the list, beside scope and year; `open` is the record at the side, `form` the form. */
export const listState = z.object({
  ...fields,
  /** Of every year, as what waits is asked. */
  any: z.literal('true').optional(),
  open: z.string().optional(),
  form: z.enum(['new']).optional(),
})
export type ListState = z.output<typeof listState>

type Query = NonNullable<Given<typeof studiesContract.list>['query']>

export function queryOf(
  { page, size, sort, kinds, statuses, series, month, direct, due, hand, any, q }: ListState,
  scope: { organizationId: string | null; year: number },
): Query {
  return {
    page,
    size,
    sort,
    kinds,
    statuses,
    series,
    q,
    organization: scope.organizationId ?? undefined,
    direct: asked(direct),
    due: asked(due),
    hand: asked(hand),
    // A month says its year itself.
    ...(month ? { month } : any ? {} : { year: scope.year }),
  }
}

/** What the figures count among the rows of the list: of every kind, what is closed, so that `due` is none of it. */
export function countedOf(state: ListState, scope: { organizationId: string; year: number }) {
  const { direct, year, month, series, hand, q } = queryOf(state, scope)
  return { organization: scope.organizationId, direct, year, month, series, hand, q }
}

export const { none, isFiltered } = filtersOf(listState)

export const asStudyId = (id: string): StudyId => id as StudyId
