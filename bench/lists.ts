/**
 * `npm run bench:lists`: everything that is read of the root of 5,000 organizations, 100,000 members, 260,000 meetings
 * and 260,000 services on PostgreSQL, by one caller through the real server: as it is opened, by each filter, in each
 * order, a late page, another year. What takes longer than `--over` (100) ms is printed, the slowest first: it finds
 * what no other bench asks for. Fastest of `--times` (4); `--quick` is a small bureau, `--role` another who looks.
 */
import { z } from 'zod'
import type { Operation } from '#domain/contract.ts'
import { allOperations } from '#domain/contracts.ts'
import { idRegistry } from '#domain/ids.ts'
import { startServer } from '#tests/faults/server.ts'
import { number, options, report, round, type Row } from './support/figures.ts'
import { signedInCaller } from './support/load.ts'
import { placesOf, type Places } from './support/operations.ts'
import { bureau, filledPostgres, openUrl, smallBureau } from './support/stores.ts'

const { json, quick, over, times, role } = options({
  quick: { type: 'boolean', default: false },
  over: { type: 'string', default: '100' },
  times: { type: 'string', default: '4' },
  role: { type: 'string', default: 'organizer' },
})

interface Asked {
  operation: string
  by: string
  path: string
}

const store = await filledPostgres(
  quick ? { ...smallBureau, services: 3_000 } : { ...bureau, services: 260_000 },
)
const rows: Row[] = []
let asked = 0
const refused: string[] = []
try {
  const db = openUrl(store.url)
  const places = await placesOf(db)
  await db.destroy()
  const server = await startServer({ env: store.env })
  try {
    const caller = await signedInCaller(server.url, String(role))
    for (const one of allOperations.flatMap((operation) => waysToAsk(operation, places))) {
      const ms = await fastest(() => caller.send({ path: one.path })).catch((error: unknown) => {
        refused.push(String(error).slice(0, 120))
        return null
      })
      if (ms === null) continue
      asked += 1
      if (ms > number(over, 100))
        rows.push({ operation: one.operation, by: one.by, ms: round(ms, 0) })
    }
    caller.close()
  } finally {
    await server.end()
  }
} finally {
  await store.stop()
}
const slowest = rows.toSorted((a, b) => Number(b.ms) - Number(a.ms))
report(`Of ${asked} questions those over ${String(over)} ms (${refused.length} refused)`, slowest, {
  json: json === true,
})

async function fastest(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let at = 0; at < number(times, 4); at++) {
    const since = performance.now()
    await work()
    best = Math.min(best, performance.now() - since)
  }
  return best
}

/** One way as it is opened, and one for each filter, order, page and year beside it. */
function waysToAsk(operation: Operation, places: Places): Asked[] {
  const shape = (operation.query as { shape?: Record<string, z.ZodType> }).shape ?? {}
  if (operation.method !== 'GET' || operation.path.includes(':')) return []
  const plain = new URLSearchParams({
    ...('organization' in shape && { organization: places.root }),
    ...('member' in shape && { member: places.member }),
    ...('year' in shape && { year: '2026' }),
  })
  const way = (by: string, name?: string, value?: string): Asked => {
    const query = new URLSearchParams(plain)
    if (name && value) query.set(name, value)
    return { operation: operation.name ?? '', by, path: `/api${operation.path}?${query}` }
  }
  const others = Object.entries(shape).flatMap(([name, schema]) =>
    valuesOf(name, schema).map((value) => way(`${name}=${value}`, name, value)),
  )
  return [way(''), ...others]
}

/** What a filter may be asked for; nothing where its words are not known here. */
function valuesOf(name: string, schema: z.ZodType): string[] {
  if (idRegistry.has(schema) || ['organization', 'member', 'size'].includes(name)) return []
  if (name === 'q') return ['明', 'zm', '王明', '学习']
  if (name === 'page') return ['500']
  if (name === 'year') return ['2025']
  if (name === 'on') return ['2025-06-30']
  const words = wordsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  if (words.length > 0) return name === 'sort' ? words : words.slice(0, 1)
  return ['from', 'to', 'heldOn'].includes(name) ? ['2026-03-01'] : []
}

/** The words that a JSON schema lists, however deep. */
function wordsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if ('enum' in schema && Array.isArray(schema.enum)) return schema.enum.map(String)
  return (
    Object.values(schema)
      .map(wordsOf)
      .find((words) => words.length > 0) ?? []
  )
}
