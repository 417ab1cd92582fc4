import {
  hashKey,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { Given, Operation, Returned } from '#domain/contract.ts'
import { isRefusal, type ApiError } from './apiError.ts'
import { call, type GivenTo } from './api.ts'
import { foresee, type Foreseen } from './foresee.ts'
import { queryClient } from './queryClient.ts'

/**
 * The one way to read: `useQuery(queryOptionsOf(meetingsContract.list, { query }))`; a loader asks with the same
 * options (`loaders.ts`). Key: `[operation name, given]`.
 */
export function queryOptionsOf<O extends Operation>(operation: O, ...args: GivenTo<O>) {
  const [given] = args
  return queryOptions<Returned<O>, ApiError>({
    queryKey: [operation.name, given ?? {}],
    queryFn: ({ signal }) => {
      const call1 = call as (operation: O, given: unknown) => Promise<Returned<O>>
      return call1(operation, { ...given, signal })
    },
  })
}

/** Neither a record nor counted from any: old only when it is written itself. */
const apart: ReadonlySet<string> = new Set(['accounts', 'audit', 'calendar', 'roles', 'session'])

/**
 * Marks everything of these nouns as old: `invalidate(['meetings'])` after a meeting was signed. Records are counted
 * in one another (a 党课 in the hours of its members, a status in every list of who is owed what), and the workbench
 * and the cockpit are made from all of them: with one all are old, and what is on the page is asked again.
 */
export function invalidate(
  nouns: readonly string[],
  client: QueryClient = queryClient,
): Promise<void> {
  const isRecord = nouns.some((noun) => !apart.has(noun))
  return client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => {
      const noun = typeof name === 'string' ? name.slice(0, name.indexOf('.')) : ''
      return nouns.includes(noun) || (isRecord && !apart.has(noun))
    },
  })
}

/**
 * The one way to write: `const sign = useCall(meetingsContract.sign, ['meetings'])`, then
 * `sign.mutate({ params: { id }, version })`. The nouns are invalidated once it is done. What can be taken back may be
 * shown before the server has answered: `foreseen` says what becomes of the record. The second press of a double click
 * comes before the button is drawn as busy: it waits for the answer to the first, and neither sends nor shows anything.
 */
export function useCall<O extends Operation>(
  operation: O,
  invalidates: readonly string[] = [],
  foreseen?: (given: Given<O>) => Foreseen,
) {
  const client = useQueryClient()
  // Null: pressed, and not sent yet.
  const underWay = useRef(new Map<string, Promise<Returned<O>> | null>())
  return useMutation<Returned<O>, ApiError, Given<O>, () => void>({
    mutationKey: [operation.name],
    mutationFn: (given) => {
      const press = hashKey([given])
      const call1 = call as (operation: O, given: unknown) => Promise<Returned<O>>
      const sent =
        underWay.current.get(press) ??
        call1(operation, given).finally(() => underWay.current.delete(press))
      underWay.current.set(press, sent)
      return sent
    },
    onMutate: (given) => {
      const press = hashKey([given])
      if (underWay.current.has(press)) return () => undefined
      underWay.current.set(press, null)
      return foreseen ? foresee(client, invalidates, foreseen(given)) : () => undefined
    },
    onError: (_error, _given, putBack) => {
      if (!foreseen) return
      putBack?.()
      // What was on its way was given up.
      void invalidate(invalidates, client)
    },
    onSuccess: () => invalidate(invalidates, client),
  })
}

interface Asked<R> {
  data: R | undefined
  isFetching: boolean
  isError: boolean
  error: ApiError | null
  refetch: () => unknown
}

const sentences = ({ fields }: ApiError): string | undefined =>
  Object.values(fields).join(' ') || undefined

/** What a table shows of a list that was asked for: rows, total, whether more is coming, and why not. */
export const listed = <R extends { rows: readonly unknown[]; total: number }>(
  list: Asked<R>,
): {
  rows: R['rows'] | undefined
  total: number | undefined
  busy: boolean
  error: ({ title: string; text?: string } & ({ onRetry: () => void } | { refused: true })) | null
} => ({
  rows: list.data?.rows,
  total: list.data?.total,
  busy: list.isFetching,
  error:
    list.error && list.isError
      ? isRefusal(list.error)
        ? { title: list.error.message, text: sentences(list.error), refused: true }
        : { title: list.error.message, onRetry: () => void list.refetch() }
      : null,
})

/**
 * The row that a form was opened with, as its list has it now: where somebody was faster, the next press goes to what
 * stands. One that left the list stays as it was.
 */
export const latest = <Row extends { id: string }>(
  opened: Row,
  rows: readonly Row[] | undefined,
): Row => rows?.find(({ id }) => id === opened.id) ?? opened
