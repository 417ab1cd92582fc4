import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sessionContract } from '#domain/session.contract.ts'
import type { SessionView } from '#domain/session.ts'
import { onForbidden } from './http.ts'
import { queryOptionsOf } from './queries.ts'
import { currentView, setView } from './session.ts'

/** What the page is made from; the ends of the session move with every use. */
const seen = ({ session, today, installation }: SessionView): string =>
  JSON.stringify([today, installation, session && { ...session, idleUntil: '', endsAt: '' }])

/**
 * Keeps what is known of the session: roles that somebody gives or takes away meanwhile, the day on which
 * comparisons stand. Asked again when the person comes back to the window, when the server refuses what the
 * page had offered, and each `renewal` ms. That the session has ended is told by the other calls.
 */
export function useRenewedSession(renewal: number | false = false): void {
  const { data, refetch } = useQuery({
    ...queryOptionsOf(sessionContract.show),
    initialData: currentView,
    refetchInterval: renewal,
  })
  useEffect(() => {
    const view = currentView()
    const same = data.session?.accountId === view.session?.accountId
    if (same && seen(data) !== seen(view)) setView(data)
  }, [data])
  useEffect(() => onForbidden(() => void refetch()), [refetch])
}
