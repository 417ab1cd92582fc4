import { useCallback, useEffect, useRef, useState } from 'react'
import {
  dropDraft,
  isNewsOf,
  keepDraft,
  onDraftNews,
  rescueDraft,
  sealDraft,
  type Ready,
} from './drafts.ts'

/** After the last key; with the encryption it is on disk well within a second. */
const PAUSE = 450

export interface DraftState {
  /** `held`: no longer than the page, which cannot encrypt (pageDrafts.ts). */
  state: 'none' | 'saving' | 'saved' | 'held' | 'failed'
  /** Instant of the last save. */
  savedAt: string | null
  /** Another window of this browser saved the same draft since. */
  otherWindow: boolean
  /** Sent or given up: forgets the draft and stops saving until the value changes again. */
  drop: () => Promise<void>
}

/**
 * Saves `value` under `key` whenever it changes, ≤ 1 s after the last change and when the page is
 * hidden or left. A value that is still the first one saves nothing; `key` null neither, and what was
 * kept until then is given up. Values are compared as JSON.
 */
export function useDraft(key: string | null, value: unknown): DraftState {
  const json = JSON.stringify(value)
  const [{ state, savedAt }, setState] = useState<Pick<DraftState, 'state' | 'savedAt'>>({
    state: 'none',
    savedAt: null,
  })
  const [otherWindow, setOtherWindow] = useState(false)
  const kept = useRef({ key, json })
  const latest = useRef({ key, json })
  /** The latest value under its seal, if it is not kept yet. */
  const ready = useRef<Ready | null>(null)

  const keep = useCallback(async () => {
    const now = ready.current
    if (now === null) return
    ready.current = null
    // What failed stays failed until a save succeeds: leaving meanwhile must still ask.
    setState((before) => (before.state === 'failed' ? before : { ...before, state: 'saving' }))
    try {
      setState({ state: await keepDraft(now), savedAt: now.savedAt })
      setOtherWindow(false)
    } catch {
      setState((before) => ({ ...before, state: 'failed' }))
    }
  }, [])

  // Sealed at every change, so that a page that is left in this very moment can put it away at once.
  useEffect(() => {
    const { key: before } = latest.current
    latest.current = { key, json }
    if (key === null) {
      kept.current = latest.current
      ready.current = null
      // Typed back to nothing: a draft of before would come again.
      if (before !== null) void dropDraft(before)
      return undefined
    }
    if (kept.current.key === key && kept.current.json === json) return undefined
    kept.current = { key, json }
    void sealDraft(key, JSON.parse(json ?? 'null')).then(
      (sealed) => {
        if (latest.current.key === key && latest.current.json === json) ready.current = sealed
      },
      () => setState((before) => ({ ...before, state: 'failed' })),
    )
    const timer = setTimeout(() => void keep(), PAUSE)
    return () => clearTimeout(timer)
  }, [key, json, keep])

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void keep()
    }
    const left = () => {
      if (ready.current) rescueDraft(ready.current)
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', left)
    const silence = onDraftNews((news) => {
      const { key } = latest.current
      if (key !== null && isNewsOf(news, key)) setOtherWindow(news.savedAt !== null)
    })
    return () => {
      // Leaving the page inside the application is no reason to lose the last keys.
      void keep()
      silence()
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', left)
    }
  }, [keep])

  const drop = useCallback(async () => {
    const { key, json } = latest.current
    kept.current = { key, json }
    ready.current = null
    if (key !== null) await dropDraft(key)
    setState({ state: 'none', savedAt: null })
  }, [])

  return { state, savedAt, otherWindow, drop }
}
