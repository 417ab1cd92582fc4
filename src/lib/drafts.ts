import { clear, createStore, del, get, keys, set, type UseStore } from 'idb-keyval'
import { canSeal, inPage } from './pageDrafts.ts'
import { currentSession } from './session.ts'

/**
 * What is being typed, kept on this machine until it is sent: in IndexedDB, AES-GCM under a key that
 * the server gives per account and that cannot be exported from here. Another account cannot read it;
 * at sign-out everything is wiped. A lost session, a reload or a crash loses at most a second. Where
 * the page cannot encrypt, what is typed stays in the memory of the page (pageDrafts.ts).
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

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

function secret(): Promise<CryptoKey> {
  const { draftKey } = currentSession()
  if (key?.of !== draftKey) {
    const bytes = fromBase64(draftKey.replaceAll('-', '+').replaceAll('_', '/'))
    key = {
      of: draftKey,
      secret: crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']),
    }
  }
  return key.secret
}

/** Bound to the account: as name of the record and, under the seal, as its context. */
const nameOf = (draft: string): string => `${currentSession().accountId}/${draft}`
const contextOf = (name: string) => new TextEncoder().encode(name)

const windows =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('six-chains.drafts')

/** Hears of drafts saved in other windows of this browser. Returns how to stop. */
export function onDraftNews(listener: (news: DraftNews) => void): () => void {
  const hear = ({ data }: MessageEvent<DraftNews>) => listener(data)
  windows?.addEventListener('message', hear)
  return () => windows?.removeEventListener('message', hear)
}

/** A draft under its seal, ready to be kept without waiting; text where the page cannot seal. */
export interface Ready {
  name: string
  savedAt: string
  content: Sealed | string
}

export async function sealDraft(draft: string, value: unknown): Promise<Ready> {
  const name = nameOf(draft)
  const savedAt = new Date().toISOString()
  const text = JSON.stringify({ value, savedAt })
  if (!canSeal()) return { name, savedAt, content: text }
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(text)
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: contextOf(name) },
    await secret(),
    plain,
  )
  return { name, savedAt, content: { iv, data } }
}

/**
 * Keeps a draft; the last writer counts.
 *
 * @returns where: on this machine, or no longer than the page
 */
export async function keepDraft({ name, savedAt, content }: Ready): Promise<'saved' | 'held'> {
  if (typeof content === 'string') {
    inPage.set(name, content)
    return 'held'
  }
  await set(name, content, drafts())
  forget(name)
  windows?.postMessage({ key: name, savedAt } satisfies DraftNews)
  return 'saved'
}

/**
 * The page is being left and nothing asynchronous would finish: the sealed bytes go to localStorage,
 * which is written at once. `loadDraft` takes them from there.
 */
export function rescueDraft({ name, content }: Ready): void {
  if (typeof content === 'string') return
  const { iv, data } = content
  try {
    localStorage.setItem(RESCUE + name, [iv, new Uint8Array(data)].map(toBase64).join('.'))
  } catch {
    // Full or blocked: the last save in IndexedDB stands.
  }
}

const RESCUE = 'six-chains.draft/'

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

function rescued(name: string): Sealed | null {
  try {
    const [iv, data] =
      localStorage
        .getItem(RESCUE + name)
        ?.split('.')
        .map(fromBase64) ?? []
    return iv && data ? { iv, data: data.buffer } : null
  } catch {
    return null
  }
}

function forget(name: string): void {
  try {
    localStorage.removeItem(RESCUE + name)
  } catch {
    // Blocked storage holds nothing.
  }
}

/** The draft and when it was saved; null when there is none or it cannot be read any more (the server made a new key). */
export async function loadDraft<T>(draft: string): Promise<Opened<T> | null> {
  const name = nameOf(draft)
  const held = inPage.get(name)
  if (held !== undefined) return JSON.parse(held) as Opened<T>
  const last = rescued(name)
  const found = [
    last && (await open<T>(name, last)),
    await open<T>(name, await get<Sealed>(name, drafts()).catch(() => undefined)),
  ]
  return (
    found.reduce(
      (best, one) => (one && (!best || one.savedAt > best.savedAt) ? one : best),
      null,
    ) ?? null
  )
}

async function open<T>(name: string, sealed: Sealed | undefined): Promise<Opened<T> | null> {
  if (!sealed) return null
  try {
    const { iv, data } = sealed
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: contextOf(name) },
      await secret(),
      data,
    )
    return JSON.parse(new TextDecoder().decode(plain)) as Opened<T>
  } catch {
    return null
  }
}

/** Sent or given up. */
export async function dropDraft(draft: string): Promise<void> {
  const name = nameOf(draft)
  inPage.delete(name)
  forget(name)
  await del(name, drafts())
  windows?.postMessage({ key: name, savedAt: null } satisfies DraftNews)
}

/** How many drafts this machine keeps, of whatever account: so many `wipeDrafts` takes. Blocked storage holds none. */
export async function countDrafts(): Promise<number> {
  try {
    return new Set([...inPage.keys(), ...(await keys<string>(drafts())), ...rescuedNames()]).size
  } catch {
    return 0
  }
}

/** A draft of the account that is signed in. */
export interface OwnDraft {
  draft: string
  savedAt: string
}

/** Of this account, what can still be read; the latest first. Of others' nothing is told, not even what they are. */
export async function ownDrafts(): Promise<OwnDraft[]> {
  const own = nameOf('')
  try {
    const names = new Set([...inPage.keys(), ...(await keys<string>(drafts())), ...rescuedNames()])
    const found = [...names].map(async (name) => {
      if (!name.startsWith(own)) return []
      const draft = name.slice(own.length)
      const opened = await loadDraft(draft)
      return opened ? [{ draft, savedAt: opened.savedAt }] : []
    })
    return (await Promise.all(found)).flat().toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
  } catch {
    return []
  }
}

const rescuedNames = (): string[] =>
  Object.keys(localStorage).flatMap((name) =>
    name.startsWith(RESCUE) ? [name.slice(RESCUE.length)] : [],
  )

/** At sign-out: everything, of every account. */
export async function wipeDrafts(): Promise<void> {
  key = null
  inPage.clear()
  rescuedNames().forEach(forget)
  await clear(drafts())
}

export const isNewsOf = (news: DraftNews, draft: string): boolean => news.key === nameOf(draft)
