import { useSyncExternalStore } from 'react'

/** How the person likes the screen. Kept on this machine; nothing personal in it. public/early.js reads it too. */
export interface Preferences {
  theme: 'light' | 'dark' | 'system'
  size: 'standard' | 'large'
  language: 'zh' | 'en'
  /** `/` goes to the search; a single key must be possible to turn off (WCAG 2.2, 2.1.4). */
  slash: boolean
}

export const PREFERENCES = 'six-chains.preferences'
const defaults: Preferences = { theme: 'system', size: 'standard', language: 'zh', slash: true }

function stored(): Preferences {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(PREFERENCES) ?? '{}')
    if (typeof found !== 'object' || found === null) return defaults
    const { theme, size, language, slash } = { ...defaults, ...found }
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      size: size === 'large' ? size : 'standard',
      language: language === 'en' ? language : 'zh',
      slash,
    }
  } catch {
    return defaults
  }
}

let current = stored()
const listeners = new Set<() => void>()

export const preferences = (): Preferences => current

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(PREFERENCES, JSON.stringify(current))
  } catch {
    // Blocked storage: the choice lasts until the page is left.
  }
  apply()
}

const darkSystem = (): MediaQueryList | null =>
  globalThis.matchMedia?.('(prefers-color-scheme: dark)') ?? null

/** Paper is white. */
let printing = false

/** The theme that is shown: `system` resolved. */
export const shownTheme = (): 'light' | 'dark' => {
  if (printing) return 'light'
  return current.theme === 'system' ? (darkSystem()?.matches ? 'dark' : 'light') : current.theme
}

/** The look of paper, until it is printed. */
export function toPaper(): void {
  printing = true
  apply()
}

function apply(): void {
  const root = document.documentElement
  root.dataset.theme = shownTheme()
  root.dataset.size = current.size
  root.lang = current.language === 'en' ? 'en' : 'zh-CN'
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences)
export const useShownTheme = (): 'light' | 'dark' => useSyncExternalStore(subscribe, shownTheme)

if (typeof window !== 'undefined') {
  darkSystem()?.addEventListener?.('change', apply)
  window.addEventListener('beforeprint', toPaper)
  window.addEventListener('afterprint', () => {
    printing = false
    apply()
  })
  // Another window changed it.
  window.addEventListener('storage', (event) => {
    if (event.key !== PREFERENCES) return
    current = stored()
    apply()
  })
}
