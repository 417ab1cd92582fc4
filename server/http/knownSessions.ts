import type { Known } from './authenticate.ts'

const KEPT = 5_000

/**
 * Who the sessions of late stood for, by the hash of their token. Nothing is believed because it stands here:
 * each request has the database compare it (`stillIs`), it only need not wait for that first.
 */
export class KnownSessions {
  /** The least recently used first. */
  readonly #known = new Map<string, Known>()

  find(hash: string): Known | undefined {
    return this.#known.get(hash)
  }

  keep(known: Known): void {
    const { sessionHash } = known.actor
    this.#known.delete(sessionHash)
    this.#known.set(sessionHash, known)
    const [oldest] = this.#known.keys()
    if (oldest !== undefined && this.#known.size > KEPT) this.#known.delete(oldest)
  }

  forget(hash: string): void {
    this.#known.delete(hash)
  }
}
