/** The two functions of Web Crypto that every runtime of ours has (Node, page, worker). */
declare const crypto: {
  getRandomValues<T extends Uint8Array>(array: T): T
  randomUUID(): string
}

/** Named in the typed client's input only. */
interface AbortSignal {
  readonly aborted: boolean
}
