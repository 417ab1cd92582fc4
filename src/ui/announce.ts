import { createContext, use } from 'react'

/** Says what a press opens, so that it is answered before it is here; null where there is no place for it. */
export const Announce = createContext<((title: string) => void) | null>(null)

export const useAnnounce = () => use(Announce)
