/**
 * As much of IndexedDB as drafts use, in memory, for jsdom, which has none. `failing` makes every
 * save fail, as a full or forbidden disk does.
 */
export interface BrowserStore {
  records: Map<unknown, unknown>
  failing: boolean
}

type Listener = (() => void) | null

class Request {
  result: unknown
  error: unknown = null
  onsuccess: Listener = null
  oncomplete: Listener = null
  onerror: Listener = null
  onabort: Listener = null
  onupgradeneeded: Listener = null

  constructor(result: unknown, failed = false) {
    this.result = result
    queueMicrotask(() => {
      if (failed) {
        this.error = new DOMException('QuotaExceededError')
        return this.onabort?.()
      }
      this.onupgradeneeded?.()
      this.onsuccess?.()
      this.oncomplete?.()
    })
  }
}

/** One for all files of a worker: the page keeps the connection that its first file opened. */
const store: BrowserStore = { records: new Map(), failing: false }

export function installBrowserStore(): BrowserStore {
  const write = (effect: () => void) => {
    if (!store.failing) effect()
    return new Request(undefined, store.failing)
  }
  const objectStore = () => ({
    get: (key: unknown) => new Request(store.records.get(key)),
    getAllKeys: () => new Request([...store.records.keys()]),
    put: (value: unknown, key: unknown) => write(() => store.records.set(key, value)),
    delete: (key: unknown) => write(() => store.records.delete(key)),
    clear: () => write(() => store.records.clear()),
    get transaction() {
      return new Request(undefined, store.failing)
    },
  })
  const database = { createObjectStore: () => undefined, transaction: () => ({ objectStore }) }
  Object.defineProperty(globalThis, 'indexedDB', {
    configurable: true,
    value: { open: () => new Request(database) },
  })
  return store
}
