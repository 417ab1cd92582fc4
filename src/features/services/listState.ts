import { z } from 'zod'
import type { Given } from '#domain/contract.ts'
import type { servicesContract } from '#domain/services.contract.ts'
import { serviceFilter } from '#domain/services.ts'
import { filtersOf } from '#lib/listState.ts'

const {
  organization: _o,
  year: _y,
  volunteer: _v,
  mine: _m,
  toConfirm: _c,
  answered: _a,
  ...fields
} = serviceFilter.shape

/** What the address says of the list, beside scope and year; `open` is the record at the side. */
export const listState = z.object({
  ...fields,
  volunteer: z.enum(['true', 'false']).optional(),
  mine: z.enum(['true', 'false']).optional(),
  toConfirm: z.enum(['true', 'false']).optional(),
  answered: z.enum(['true', 'false']).optional(),
  /** Of every year, as what waits is asked. */
  any: z.literal('true').optional(),
  open: z.string().optional(),
})
export type ListState = z.output<typeof listState>

type Query = NonNullable<Given<typeof servicesContract.list>['query']>

export function queryOf(
  listed: ListState,
  scope: { organizationId: string | null; year: number },
): Query {
  const { open: _open, any, ...state } = listed
  return {
    ...state,
    organization: scope.organizationId ?? undefined,
    // A month says its year itself.
    ...(state.month || any ? {} : { year: scope.year }),
  }
}

export const { none, isFiltered } = filtersOf(listState)
