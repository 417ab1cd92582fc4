import type { LoaderFunction } from 'react-router'
import type { z } from 'zod'
import type { Given, Operation } from '#domain/contract.ts'
import type { GivenTo } from './api.ts'
import { queryClient } from './queryClient.ts'
import { queryOptionsOf } from './queries.ts'
import { readScope, type Scope } from './scope.ts'
import { currentView } from './session.ts'
import { readUrlState, type UrlSchema } from './urlState.ts'

/**
 * What a page is going to ask for, asked as soon as its code is here. Nobody waits for the answer: the page stands
 * before it, and finds it where `useQuery` with the same options looks.
 */
export function prefetch<O extends Operation>(operation: O, ...given: GivenTo<O>): void {
  void queryClient.prefetchQuery(queryOptionsOf(operation, ...given))
}

/** Of a list: `export const loader = listLoader(studiesContract.list, listState, queryOf)`, as the page itself asks. */
export const listLoader =
  <O extends Operation, S extends UrlSchema>(
    operation: O,
    schema: S,
    queryOf: (state: z.output<S>, scope: Scope, today: string) => Given<O>['query'],
  ): LoaderFunction =>
  ({ request }) => {
    const { searchParams } = new URL(request.url)
    const state = readUrlState(schema, searchParams)
    const query = queryOf(state, readScope(searchParams), currentView().today)
    prefetch(operation, ...([{ query }] as unknown as GivenTo<O>))
    return null
  }

/** Of one record by the `:id` of its address: `export const loader = recordLoader(membersContract.show)`. */
export const recordLoader =
  <O extends Operation>(operation: O): LoaderFunction =>
  ({ params }) => {
    prefetch(operation, ...([{ params: { id: params.id } }] as unknown as GivenTo<O>))
    return null
  }
