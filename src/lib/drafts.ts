import { clear, createStore, del, get, set, type UseStore } from 'idb-keyval'
import { currentSession } from './session.ts'

/**
 * What is being typed, kept on this machine until it is sent: in IndexedDB, AES-GCM under a key that
 * the server gives per account and that cannot be exported from here. Another account cannot read it;
 * at sign-out everything is wiped. A lost session, a reload or a crash loses at most a second.
 */
interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}
interface Opened<T> {
  value: T
  /** Instant of the save, by this machine's clock. */
  savedAt: string
}

/** What other windows are told. */
export interface DraftNews {
  key: string
  savedAt: string | null
}

let store: UseStore | null = null
const drafts = (): UseStore => (store ??= createStore('six-chains', 'drafts'))

let key: { of: string; secret: Promise<CryptoKey> } | null = null

function secret(): Promise<CryptoKey> {
  const { draftKey } = currentSession()
  if (key?.of !== draftKey) {
    const bytes = Uint8Array.from(atob(draftKey.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
    key = { of: draftKey, secret: crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']) }
  }
  return key.secret
}

/** Bound to the account: as name of the record and, under the seal, as its context. */
const nameOf = (draft: string): string => `${currentSession().accountId}/${draft}`
const contextOf = (name: string) => new TextEncoder().encode(name)

const windows = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('six-chains.drafts')

/** Hears of drafts saved in other windows of this browser. Returns how to stop. */
export function onDraftNews(listener: (news: DraftNews) => void): () => void {
  const hear = ({ data }: MessageEvent<DraftNews>) => listener(data)
  windows?.addEventListener('message', hear)
  return () => windows?.removeEventListener('message', hear)
}

/** Keeps a draft; the last writer counts. Returns the instant of the save. */
export async function saveDraft(draft: string, value: unknown): Promise<string> {
  const name = nameOf(draft)
  const savedAt = new Date().toISOString()
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify({ value, savedAt }))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: contextOf(name) }, await secret(), plain)
  await set(name, { iv, data } satisfies Sealed, drafts())
  windows?.postMessage({ key: name, savedAt } satisfies DraftNews)
  return savedAt
}

/** The draft and when it was saved; null when there is none or it cannot be read any more (the server made a new key). */
export async function loadDraft<T>(draft: string): Promise<Opened<T> | null> {
  const name = nameOf(draft)
  try {
    const sealed = await get<Sealed>(name, drafts())
    if (!sealed) return null
    const { iv, data } = sealed
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: contextOf(name) }, await secret(), data)
    return JSON.parse(new TextDecoder().decode(plain)) as Opened<T>
  } catch {
    return null
  }
}

/** Sent or given up. */
export async function dropDraft(draft: string): Promise<void> {
  const name = nameOf(draft)
  await del(name, drafts())
  windows?.postMessage({ key: name, savedAt: null } satisfies DraftNews)
}

/** At sign-out: everything, of every account. */
export async function wipeDrafts(): Promise<void> {
  key = null
  await clear(drafts())
}

export const isNewsOf = (news: DraftNews, draft: string): boolean => news.key === nameOf(draft)
