import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, isNewsOf, onDraftNews, saveDraft } from './drafts.ts'

/** After the last key; with the encryption it is on disk well within a second. */
const PAUSE = 600

export interface DraftState {
  state: 'none' | 'saving' | 'saved' | 'failed'
  /** Instant of the last save. */
  savedAt: string | null
  /** Another window of this browser saved the same draft since. */
  otherWindow: boolean
  /** Sent or given up: forgets the draft and stops saving until the value changes again. */
  drop: () => Promise<void>
}

/**
 * Saves `value` under `key` whenever it changes, ≤ 1 s after the last change and when the page is
 * hidden or left. `key` null, or a value that is still the first one, saves nothing. Values are
 * compared as JSON.
 */
export function useDraft(key: string | null, value: unknown): DraftState {
  const json = JSON.stringify(value)
  const [{ state, savedAt }, setState] = useState<Pick<DraftState, 'state' | 'savedAt'>>({ state: 'none', savedAt: null })
  const [otherWindow, setOtherWindow] = useState(false)
  const kept = useRef({ key, json })
  const latest = useRef({ key, json })
  useEffect(() => {
    latest.current = { key, json }
  })

  const save = useCallback(async () => {
    const { key, json } = latest.current
    if (key === null || (kept.current.key === key && kept.current.json === json)) return
    kept.current = { key, json }
    setState((now) => ({ ...now, state: 'saving' }))
    try {
      const savedAt = await saveDraft(key, JSON.parse(json ?? 'null'))
      setState({ state: 'saved', savedAt })
      setOtherWindow(false)
    } catch {
      setState((now) => ({ ...now, state: 'failed' }))
    }
  }, [])

  useEffect(() => {
    const timer = setTimeout(() => void save(), PAUSE)
    return () => clearTimeout(timer)
  }, [key, json, save])

  useEffect(() => {
    const now = () => void save()
    const hidden = () => {
      if (document.visibilityState === 'hidden') now()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', now)
    const silence = onDraftNews((news) => {
      const { key } = latest.current
      if (key !== null && isNewsOf(news, key)) setOtherWindow(news.savedAt !== null)
    })
    return () => {
      // Leaving the page inside the application is no reason to lose the last keys.
      now()
      silence()
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', now)
    }
  }, [save])

  const drop = useCallback(async () => {
    const { key, json } = latest.current
    kept.current = { key, json }
    if (key !== null) await dropDraft(key)
    setState({ state: 'none', savedAt: null })
  }, [])

  return { state, savedAt, otherWindow, drop }
}
