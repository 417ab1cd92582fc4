import { useEffect, useState } from 'react'

/** Longest wait for a quiet moment, ms. */
const AT_MOST = 4_000

/** True from the first moment in which the page has nothing else to do: for what nobody waits for. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const found = () => setIdle(true)
    // Safari has no such callback.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(found, 500)
      return () => clearTimeout(timer)
    }
    const wish = requestIdleCallback(found, { timeout: AT_MOST })
    return () => cancelIdleCallback(wish)
  }, [])
  return idle
}
