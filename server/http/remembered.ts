/**
 * What the server remembers from one request to the next, by a key, the `most` used last. Nothing is believed because it
 * stands here: each request has the database compare it (`stillIs`, `stillStand`), it only need not wait for that first.
 */
export class Remembered<Value> {
  readonly #most: number
  /** The least recently used first. */
  readonly #kept = new Map<string, Value>()

  constructor(most: number) {
    this.#most = most
  }

  find(key: string): Value | undefined {
    return this.#kept.get(key)
  }

  keep(key: string, value: Value): void {
    this.#kept.delete(key)
    this.#kept.set(key, value)
    const [oldest] = this.#kept.keys()
    if (oldest !== undefined && this.#kept.size > this.#most) this.#kept.delete(oldest)
  }

  /** Keeps what `to` makes of each value in its stead. */
  change(to: (value: Value) => Value): void {
    for (const [key, value] of this.#kept) this.#kept.set(key, to(value))
  }

  forget(key: string): void {
    this.#kept.delete(key)
  }
}
