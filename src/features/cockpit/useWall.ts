import { useEffect, useState, type RefObject } from 'react'
import { useUnattended } from '#lib/unattended.ts'

/** A wall screen asks anew by itself. */
export const RENEWAL = 60_000

/** 大屏: the page alone on the whole screen; Esc leaves it, as the browser does. */
export function useWall(stage: RefObject<HTMLDivElement | null>) {
  const [on, setOn] = useState(false)
  useEffect(() => {
    const changed = () => setOn(document.fullscreenElement === stage.current)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [stage])
  useUnattended(on)
  const toggle = () => void (on ? document.exitFullscreen() : stage.current?.requestFullscreen())
  return { on, toggle }
}
