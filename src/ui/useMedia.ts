import { useSyncExternalStore } from 'react'

/** Under this width the frame is a phone's. */
export const PHONE = '(max-width: 767px)'
/** From this width on a list and its detail stand side by side. */
export const WIDE = '(min-width: 1280px)'

/** Whether the media query holds now; false where there is no window to ask (tests). */
export const isMedia = (query: string): boolean => window.matchMedia?.(query)?.matches ?? false

/** The same, followed. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia?.(query)
      list?.addEventListener('change', changed)
      return () => list?.removeEventListener('change', changed)
    },
    () => isMedia(query),
  )
}
