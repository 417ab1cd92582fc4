import { useEffect, useState } from 'react'

/** Pages on a screen that nobody touches. */
export interface Turns {
  page: number
  count: number
  /** How often all of them have stood; negative where somebody went back. */
  round: number
  running: boolean
  turn: (by: number) => void
  toggle: () => void
}

/** Turns `count` pages by itself, each standing for `stand` ms, until somebody stops it. */
export function useTurns(count: number, stand: number): Turns {
  const [at, setAt] = useState(0)
  const [running, setRunning] = useState(true)
  useEffect(() => {
    if (!running || count < 2) return undefined
    const timer = setTimeout(() => setAt((now) => now + 1), stand)
    return () => clearTimeout(timer)
  }, [running, at, count, stand])
  const round = count === 0 ? 0 : Math.floor(at / count)
  return {
    page: at - round * count,
    count,
    round,
    running,
    turn: (by) => setAt((now) => now + by),
    toggle: () => setRunning(!running),
  }
}
