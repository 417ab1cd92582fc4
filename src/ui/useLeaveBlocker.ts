import { useEffect } from 'react'
import { useBlocker, type Blocker, type BlockerFunction } from 'react-router'

/** While `when` holds, leaving waits for an answer: within the application where `asks` says so, and to another site or by a reload. */
export function useLeaveBlocker(when: boolean, asks: BlockerFunction): Blocker {
  const blocker = useBlocker((leaving) => when && asks(leaving))
  useEffect(() => {
    if (!when) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [when])
  return blocker
}
