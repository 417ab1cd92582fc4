import { useEffect, useState } from 'react'
import { onDraftNews, ownDrafts, type OwnDraft } from './drafts.ts'

/** What of the account was typed on this machine and never sent; null while it is looked for. */
export function useOwnDrafts(): OwnDraft[] | null {
  const [found, setFound] = useState<OwnDraft[] | null>(null)
  useEffect(() => {
    let left = false
    const look = () => void ownDrafts().then((now) => (left ? undefined : setFound(now)))
    look()
    const stop = onDraftNews(look)
    return () => {
      left = true
      stop()
    }
  }, [])
  return found
}
