import { readFileSync } from 'node:fs'
import type { Agent } from 'node:http'
import { ask, oneConnection, signInDemo } from '#tests/faults/client.ts'

/** What one caller saw: milliseconds and requests per second. */
export interface Figures {
  p50: number
  p99: number
  perSecond: number
  /** Milliseconds of processor that the server took for a call, which say more than its time when others are busy beside it. */
  cpu?: number
}

/** One request of an operation; `turn` counts them, so that no two inserts are alike. */
export type Request = (turn: number) => { path: string; body?: unknown }

/** A signed-in caller with one connection that stays open. */
export interface Caller {
  send: (request: ReturnType<Request>) => Promise<Record<string, unknown>>
  /** A new connection: the server closes one that was idle for five seconds. */
  reconnect: () => void
  close: () => void
}

export const signedInCaller = async (url: string, role: string): Promise<Caller> =>
  callerOf(url, await signInDemo(url, role))

/** A caller with what it sends as its cookie; without, nobody is signed in. */
export function callerOf(url: string, cookie?: string): Caller {
  let agent: Agent = oneConnection()
  return {
    send: async ({ path, body }) => {
      const reply = await ask(`${url}${path}`, { agent, headers: { cookie }, body })
      if (reply.status !== 200 || !reply.json)
        throw new Error(`${path} answered ${reply.status}: ${reply.text.slice(0, 500)}`)
      return reply.json
    },
    reconnect: () => {
      agent.destroy()
      agent = oneConnection()
    },
    close: () => agent.destroy(),
  }
}

/** Calls one after the other for `seconds`. */
export async function callFor(
  work: () => Promise<unknown>,
  seconds: number,
): Promise<Figures & { count: number }> {
  const times: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  while (performance.now() < until) {
    const since = performance.now()
    await work()
    times.push(performance.now() - since)
  }
  return { ...figuresOf(times, performance.now() - began), count: times.length }
}

/** @param times of each call, @param ms of all together */
export function figuresOf(times: readonly number[], ms: number): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), perSecond: (times.length / ms) * 1000 }
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN

/** Of each figure the median of the rounds. */
export const middle = (rounds: readonly Figures[]): Figures => ({
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  ...(rounds.every(({ cpu }) => cpu !== undefined) && {
    cpu: median(rounds.map(({ cpu = 0 }) => cpu)),
  }),
})

/** The same with what the process `pid`, with all its threads, took of the processors. */
export async function withCpu(
  work: () => Promise<Figures & { count: number }>,
  pid: number,
): Promise<Figures> {
  const before = processorMs(pid)
  const figures = await work()
  return { ...figures, cpu: (processorMs(pid) - before) / figures.count }
}

/** The kernel counts in hundredths of a second. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/**
 * Rounds in turn: what is busy beside it for a while meets every contender alike. The first round of
 * each warms it up and is not counted.
 */
export async function inTurn<Name extends string>(
  contenders: Readonly<Record<Name, (seconds: number) => Promise<Figures>>>,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Record<Name, Figures>> {
  const names = Object.keys(contenders) as Name[]
  const seen = new Map<Name, Figures[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const figures = await contenders[name](seconds)
      if (round > 0) seen.get(name)?.push(figures)
    }
  return Object.fromEntries(names.map((name) => [name, middle(seen.get(name) ?? [])])) as Record<
    Name,
    Figures
  >
}
