import { QueryClient } from '@tanstack/react-query'
import { isApiError } from './apiError.ts'

/** Away for a while, not refused: the query waits and comes back by itself. */
const isAway = (error: unknown): boolean =>
  isApiError(error, 'unavailable') || isApiError(error, 'network')

/** The demo lives in the page: the network does not matter to it. */
const networkMode = import.meta.env.VITE_DEMO ? 'always' : 'online'

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode,
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
        // Until it recovers, however long; a refusal is never repeated.
        retry: (_, error) => isAway(error),
        retryDelay: (count, error) =>
          1000 *
          (isApiError(error) && error.retryAfter
            ? Math.min(error.retryAfter, 30)
            : Math.min(2 ** count, 15)),
        throwOnError: false,
      },
      // A write fails at once and keeps what was typed; it never waits unseen for a network.
      mutations: { networkMode: 'always', retry: false },
    },
  })

/** The one client of the page. Tests make their own with `makeQueryClient`. */
export const queryClient = makeQueryClient()
