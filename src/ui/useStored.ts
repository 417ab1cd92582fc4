import { useState } from 'react'

function read<T>(key: string, isValid: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isValid(value) ? value : undefined
  } catch {
    // Blocked storage or an older shape: the default serves.
    return undefined
  }
}

/** State remembered on this machine; `undefined` means the default and forgets the entry. */
export function useStored<T>(key: string, isValid: (value: unknown) => value is T) {
  const [value, setValue] = useState<T | undefined>(() => read(key, isValid))
  const store = (next: T | undefined) => {
    setValue(next)
    try {
      if (next === undefined) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // The choice then lasts until the page is left.
    }
  }
  return [value, store] as const
}

export const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
