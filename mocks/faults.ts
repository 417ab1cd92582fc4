import { http, HttpResponse } from 'msw/http'
import type { HttpHandler } from 'msw/http'
import { problem } from '#domain/errors.ts'

/** What goes wrong on purpose, in development and in the journeys. */
export interface Faults {
  /** Milliseconds before each answer. */
  latency?: number
  /** The database is away: 503 with Retry-After. */
  unavailable?: boolean
  /** The network is away: no answer at all. */
  offline?: boolean
  /** Only requests whose path contains this. */
  path?: string
  /** How many requests it hits; then it is over. */
  times?: number
}

const KEY = 'six-chains.faults'

export interface FaultSwitch {
  set(faults: Faults): void
  clear(): void
  current(): Faults
}

/** The switch, remembered over a reload in `storage` where there is one. */
export function faultSwitch(
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): FaultSwitch {
  let faults: Faults = JSON.parse(storage?.getItem(KEY) ?? '{}') as Faults
  return {
    set(next) {
      faults = { ...next }
      storage?.setItem(KEY, JSON.stringify(faults))
    },
    clear() {
      faults = {}
      storage?.removeItem(KEY)
    },
    current: () => faults,
  }
}

/** `?fault=latency:800,unavailable`, for a link that shows a state. */
export function faultsOf(search: string): Faults | null {
  const text = new URLSearchParams(search).get('fault')
  if (text === null) return null
  const words = new Map(
    text.split(',').map((word): [string, string] => {
      const [name = '', value = ''] = word.split(':')
      return [name, value]
    }),
  )
  return {
    ...(words.has('latency') && { latency: Number(words.get('latency')) || 1000 }),
    ...(words.has('unavailable') && { unavailable: true }),
    ...(words.has('offline') && { offline: true }),
    ...(words.has('path') && { path: words.get('path') ?? '' }),
    ...(words.has('times') && { times: Number(words.get('times')) || 1 }),
  }
}

/** Stands before the bridge; answers only where a fault asks for it, else lets the request through. */
export const faultHandler = (faults: FaultSwitch): HttpHandler =>
  http.all('*/api/*', async ({ request }) => {
    const now = faults.current()
    if (Object.keys(now).length === 0 || (now.path && !request.url.includes(now.path)))
      return undefined
    if (now.times !== undefined) {
      if (now.times <= 1) faults.clear()
      else faults.set({ ...now, times: now.times - 1 })
    }
    if (now.latency) await new Promise((resolve) => setTimeout(resolve, now.latency))
    if (now.offline) return HttpResponse.error()
    if (!now.unavailable) return undefined
    const refusal = problem('unavailable')
    const language = request.headers.get('accept-language')?.startsWith('en') ? 'en' : 'zh'
    return HttpResponse.json(refusal.body(language), {
      status: refusal.status,
      headers: { 'Retry-After': '1' },
    })
  })
