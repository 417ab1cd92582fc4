import { useCallback, useEffect, useRef, useState } from 'react'
import { loadDraft } from './drafts.ts'
import { requestKey } from './requestKey.ts'
import { useDraft, type DraftState } from './useDraft.ts'

/** What was last sent, and under which Idempotency-Key. */
interface Sent {
  json: string
  key: string
}
interface Stored<T> {
  value: T
  sent: Sent
}

/** What a form begins with. */
export interface Begun<T> {
  draftKey: string
  /** What it is when nothing was typed. */
  fresh: T
  stored: Stored<T>
  /** When the draft was kept; null when it begins anew. */
  restoredAt: string | null
}

const unsent: Sent = { json: '', key: '' }

/**
 * Looks for the draft of a form, before the form is shown: what is typed must not be overwritten by what comes late.
 *
 * @returns null while it looks
 */
export function useBegun<T>(draftKey: string, fresh: () => T): Begun<T> | null {
  const [begun, setBegun] = useState<Begun<T> | null>(null)
  const make = useRef(fresh)
  useEffect(() => {
    let left = false
    void loadDraft<Stored<T>>(draftKey).then((found) => {
      if (left) return
      const value = make.current()
      setBegun({
        draftKey,
        fresh: value,
        stored: found?.value ?? { value, sent: unsent },
        restoredAt: found?.savedAt ?? null,
      })
    })
    return () => {
      left = true
    }
  }, [draftKey])
  return begun?.draftKey === draftKey ? begun : null
}

export interface Kept<T> {
  value: T
  set: (next: T) => void
  edit: (change: (now: T) => T) => void
  /** Something stands in the form that did not stand there when it was fresh. */
  dirty: boolean
  restoredAt: string | null
  draft: DraftState
  /**
   * The Idempotency-Key of what is sent: the same while the content is, also after a reload, so that pressing twice or
   * after a lost answer makes nothing twice.
   */
  keyFor: (content: unknown) => string
  /** Sent or given up: begins anew and keeps nothing. @returns what stood there */
  restart: () => Promise<T>
}

/** The value of a form, kept on this machine from the first change until it is sent or given up (`useDraft`). */
export function useKept<T>({ draftKey, fresh, stored, restoredAt: since }: Begun<T>): Kept<T> {
  const [now, setNow] = useState(stored)
  const [restoredAt, setRestoredAt] = useState(since)
  const dirty = plain(now.value) !== plain(fresh)
  const draft = useDraft(dirty ? draftKey : null, now)
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })

  const edit = useCallback(
    (change: (now: T) => T) => setNow((before) => ({ ...before, value: change(before.value) })),
    [],
  )
  const set = useCallback((next: T) => edit(() => next), [edit])
  const keyFor = (content: unknown): string => {
    const json = JSON.stringify(content)
    const { sent } = latest.current
    if (sent.json === json) return sent.key
    const key = requestKey()
    latest.current = { ...latest.current, sent: { json, key } }
    setNow((before) => ({ ...before, sent: { json, key } }))
    return key
  }
  const { drop } = draft
  const restart = async (): Promise<T> => {
    const { value } = latest.current
    setNow({ value: fresh, sent: unsent })
    setRestoredAt(null)
    await drop()
    return value
  }
  return { value: now.value, set, edit, dirty, restoredAt, draft, keyFor, restart }
}

/** Nothing is nothing, however it is written: an empty field, a missing one, a list without items. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (part === null || part === '' || (Array.isArray(part) && part.length === 0)) return undefined
    if (typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }) ?? ''
