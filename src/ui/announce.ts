import { createContext, use } from 'react'

/** Says what a press opens, so that it is answered before it is here; without a place for it nothing happens. */
export const Announce = createContext<(title: string) => void>(() => undefined)

export const useAnnounce = () => use(Announce)
