/**
 * `node bench/rollup.ts`: what leadership opens at the root, at 26 thousand, 260 thousand and 2.6 million
 * meetings in the same tree, on PostgreSQL through the real server. The largest may take at most twice
 * as long as the smallest. `--quick` takes the two smallest in a small tree.
 */
import { startServer } from '#tests/faults/server.ts'
import { options, report, round, verdict, type Row } from './support/figures.ts'
import { callFor, middle, signedInCaller, type Figures } from './support/load.ts'
import { operationsOf, placesOf } from './support/operations.ts'
import { bureau, filledPostgres, openUrl, smallBureau } from './support/stores.ts'

const { json, quick } = options({ quick: { type: 'boolean', default: false } })
const sizes = quick ? [1_000, 10_000] : [26_000, 260_000, 2_600_000]
const rhythm = quick ? { rounds: 1, seconds: 0.5 } : { rounds: 5, seconds: 2 }
const tree = quick ? smallBureau : bureau

const titles = {
  countsRoot: 'meetings by month',
  summaryRoot: 'duties, one line each',
  matrixRoot: 'duties, 4,779 branches × 12 months, first page',
} as const
type Name = keyof typeof titles
const names = Object.keys(titles) as Name[]

const measured: { meetings: number; by: Map<Name, Figures> }[] = []
for (const meetings of sizes) measured.push({ meetings, by: await measure(meetings) })

const rows: Row[] = names.flatMap((name) => {
  const figures = measured.map(({ meetings, by }) => ({ meetings, ...by.get(name) }))
  const [first] = figures
  const last = figures.at(-1)
  const ratio = round((last?.p50 ?? Number.NaN) / (first?.p50 ?? Number.NaN))
  return figures.map(({ meetings, p50 = 0, p99 = 0, perSecond = 0 }, at) => ({
    operation: at === 0 ? titles[name] : '',
    meetings,
    p50: round(p50),
    p99: round(p99),
    'per s': round(perSecond, 0),
    'largest : smallest': at === figures.length - 1 ? `${ratio} ×, ${verdict(ratio, 2)}` : null,
  }))
})
report('The root, 5,000 organizations, one caller', rows, { json: json === true })

async function measure(meetings: number): Promise<Map<Name, Figures>> {
  const store = await filledPostgres({ ...tree, meetings })
  const db = openUrl(store.url)
  const operations = operationsOf(await placesOf(db))
  await db.destroy()
  const server = await startServer({ env: { ...store.env, LOG_LEVEL: 'info' } })
  try {
    const caller = await signedInCaller(server.url, 'leader')
    const found = new Map<Name, Figures>()
    for (const name of names) {
      const rounds: Figures[] = []
      // The first round warms up.
      for (let at = 0; at <= rhythm.rounds; at++)
        rounds.push(await callFor(() => caller.send(operations[name]()), rhythm.seconds))
      found.set(name, middle(rounds.slice(1)))
    }
    caller.close()
    return found
  } finally {
    await server.end()
    await store.stop()
  }
}
