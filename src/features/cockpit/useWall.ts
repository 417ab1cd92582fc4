import { useEffect, useState, type RefObject } from 'react'
import { useUnattended } from '#lib/unattended.ts'
import { useMedia } from '#ui/useMedia.ts'
import { useTurns, type Turns } from '#ui/useTurns.ts'

interface Wall {
  on: boolean
  toggle: () => void
  /** Null: everything stands on one page. */
  turns: Turns | null
}

/** A wall screen asks anew by itself. */
export const RENEWAL = 60_000

/** The page's blocks beside the headlines, as they stand together on a wall (Blocks.tsx). */
export const PAGES = 4
/** How long one of them stands. */
const STAND = 15_000
/** Large enough to turn pages instead of being scrolled (cockpit.css). */
const SCREEN = '(min-width: 1024px) and (min-height: 600px)'

/** 大屏: the page alone on the whole screen; Esc leaves it, as the browser does. */
export function useWall(stage: RefObject<HTMLDivElement | null>): Wall {
  const [on, setOn] = useState(false)
  useEffect(() => {
    const changed = () => setOn(document.fullscreenElement === stage.current)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [stage])
  useUnattended(on)
  // The screen hangs far away: type grows with it (cockpit.css).
  useEffect(() => {
    document.documentElement.toggleAttribute('data-wall', on)
    return () => document.documentElement.removeAttribute('data-wall')
  }, [on])
  const turning = useMedia(SCREEN) && on
  const turns = useTurns(turning ? PAGES : 0, STAND)
  const toggle = () => void (on ? document.exitFullscreen() : stage.current?.requestFullscreen())
  return { on, toggle, turns: turning ? turns : null }
}
