import { useCallback, useEffect, useState } from 'react'
import { dropDraft, onDraftNews, ownDrafts, type OwnDraft } from './drafts.ts'

export interface OwnDrafts {
  /** Null while they are looked for. */
  drafts: OwnDraft[] | null
  /** Forgets one for good. */
  giveUp: (draft: string) => Promise<void>
}

/** What of the account was typed on this machine and never sent. */
export function useOwnDrafts(): OwnDrafts {
  const [drafts, setDrafts] = useState<OwnDraft[] | null>(null)
  const [looks, setLooks] = useState(0)
  useEffect(() => {
    let left = false
    const look = () => void ownDrafts().then((now) => (left ? undefined : setDrafts(now)))
    look()
    const stop = onDraftNews(look)
    return () => {
      left = true
      stop()
    }
  }, [looks])
  const giveUp = useCallback(async (draft: string) => {
    await dropDraft(draft)
    // The news of it reaches the other windows and not this one.
    setLooks((before) => before + 1)
  }, [])
  return { drafts, giveUp }
}
