import { useEffect, useSyncExternalStore } from 'react'

/**
 * A screen on a wall, at which nobody sits: when its session ends it keeps what it shows and asks at its edge, instead
 * of covering everything with a sign-in that nobody fills in (docs/adr/0013).
 */
let unattended = false
/** Opens the sign-in that waits; null while the session goes on. */
let waiting: (() => void) | null = null
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Said by the page that hangs on the wall. Taken down, a sign-in that waits opens at once. */
export function setUnattended(on: boolean): void {
  unattended = on
  if (!on) waiting?.()
}

export const isUnattended = (): boolean => unattended

/** While a page hangs on the wall. */
export function useUnattended(on: boolean): void {
  useEffect(() => {
    setUnattended(on)
    return () => setUnattended(false)
  }, [on])
}

/** The session has ended: the sign-in opens now, or when somebody comes to the wall. */
export function askToSignIn(open: () => void): void {
  waiting = open
  if (!unattended) open()
  tell()
}

/** Somebody has signed in. */
export function signedInAgain(): void {
  waiting = null
  tell()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens the sign-in; null while the session goes on. */
export const useSignInWaiting = (): (() => void) | null =>
  useSyncExternalStore(subscribe, () => waiting)
