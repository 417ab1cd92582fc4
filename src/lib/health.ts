import { useSyncExternalStore } from 'react'

/**
 * What stands between the person and the records right now, for the banners of the frame.
 * `recovering`: the database is away and comes back by itself (503). `unreachable`: no answer from
 * the server. `readOnly`: the disk is nearly full (507).
 */
export interface Health {
  online: boolean
  recovering: boolean
  unreachable: boolean
  readOnly: boolean
}

let health: Health = {
  online: globalThis.navigator?.onLine ?? true,
  recovering: false,
  unreachable: false,
  readOnly: false,
}
const listeners = new Set<() => void>()

export function setHealth(change: Partial<Health>): void {
  const next = { ...health, ...change }
  const same = (Object.keys(next) as (keyof Health)[]).every((key) => next[key] === health[key])
  if (same) return
  health = next
  for (const listener of listeners) listener()
}

export const currentHealth = (): Health => health

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useHealth = (): Health => useSyncExternalStore(subscribe, currentHealth)

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => setHealth({ online: true }))
  window.addEventListener('offline', () => setHealth({ online: false }))
}
