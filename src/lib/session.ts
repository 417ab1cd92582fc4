import { useSyncExternalStore } from 'react'
import type { Permission } from '#domain/permissions.ts'
import type { SessionView, SignedInSession } from '#domain/session.ts'
import { setHealth } from './health.ts'

/**
 * Who is signed in, what the installation is and which day it is. Known before the application is
 * shown, so `useSession` always has one below the frame. Loaders use `currentSession`.
 */
let view: SessionView | null = null
const listeners = new Set<() => void>()

/** A hint for the next visit: which outline to paint first. Says only that somebody signed in here. */
const KNOWN = 'six-chains.known'

export function setView(next: SessionView): void {
  view = next
  setHealth({ readOnly: next.installation.readOnly })
  try {
    if (next.session) localStorage.setItem(KNOWN, '1')
    else localStorage.removeItem(KNOWN)
  } catch {
    // Blocked storage: the outline of the sign-in page then stands first.
  }
  for (const listener of listeners) listener()
}

export function currentView(): SessionView {
  if (view === null) throw new Error('the session is not known yet')
  return view
}

export function currentSession(): SignedInSession {
  const { session } = currentView()
  if (session === null) throw new Error('nobody is signed in')
  return session
}

/** Whose page this is; null before anybody has signed in. */
export const accountOfPage = (): string | null => view?.session?.accountId ?? null

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useView = (): SessionView => useSyncExternalStore(subscribe, currentView)
export const useSession = (): SignedInSession => useSyncExternalStore(subscribe, currentSession)

/** Today in Asia/Shanghai by the server's clock (a demo store: the demo clock). */
export const useToday = (): string => useView().today

/** Whether any role of the session gives the permission. What it reaches, the server says. */
export const can = (permission: Permission): boolean =>
  currentSession().permissions.includes(permission)

/** `const can = useCan(); can('meetings.sign')` */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}
