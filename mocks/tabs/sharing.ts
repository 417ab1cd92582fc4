import type { Answerer } from '#mocks/bridge.ts'
import { packRequest, packResponse, unpackRequest, unpackResponse } from './pack.ts'
import type { PackedRequest, PackedResponse } from './pack.ts'

/**
 * One tab has the demo's database; the others ask it. Two engines on one IndexedDB would each keep
 * their own copy and overwrite the other's.
 */
export interface Channel {
  post(message: Message): void
  /** Answers the function that stops listening. */
  listen(listener: (message: Message) => void): () => void
}

export type Message =
  | { kind: 'ask'; id: string; request: PackedRequest }
  | { kind: 'answer'; id: string; response: PackedResponse }
  /** Somebody wants the demo as it was at first; whoever has it throws it away. */
  | { kind: 'reset' }
  | { kind: 'reload' }

export function browserChannel(name: string): Channel {
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      const heard = ({ data }: MessageEvent<Message>): void => listener(data)
      channel.addEventListener('message', heard)
      return () => channel.removeEventListener('message', heard)
    },
  }
}

/** Answers for the other tabs. */
export const serveTabs = (channel: Channel, answer: Answerer): (() => void) =>
  channel.listen((message) => {
    if (message.kind !== 'ask') return
    void answer(unpackRequest(message.request))
      .then(packResponse)
      .then((response) => channel.post({ kind: 'answer', id: message.id, response }))
  })

/**
 * Asks the tab that has the database. `become` hands over when that tab has gone: what it has not
 * answered is answered here; a submission that had arrived is known by its Idempotency-Key.
 */
export function askOtherTab(channel: Channel): {
  answer: Answerer
  become(answer: Answerer): void
} {
  const waiting = new Map<string, { request: PackedRequest; resolve(response: Response): void }>()
  let own: Answerer | undefined
  // It may have become ours while a request was packed.
  const became = (): Answerer | undefined => own
  const stop = channel.listen((message) => {
    if (message.kind !== 'answer') return
    waiting.get(message.id)?.resolve(unpackResponse(message.response))
    waiting.delete(message.id)
  })
  return {
    async answer(request) {
      if (own) return own(request)
      const packed = await packRequest(request)
      const since = became()
      if (since) return since(unpackRequest(packed))
      const id = crypto.randomUUID()
      return new Promise((resolve) => {
        waiting.set(id, { request: packed, resolve })
        channel.post({ kind: 'ask', id, request: packed })
      })
    },
    become(answer) {
      own = answer
      stop()
      for (const { request, resolve } of waiting.values())
        void answer(unpackRequest(request)).then(resolve)
      waiting.clear()
    },
  }
}
