/**
 * `node bench/api.ts`: the API through the real server at one caller, sign-in, rights, row security and
 * validation on, beside a bare server and pgbench with the same statements, and beside the embedded store. `--quick` is a
 * small bureau and short rounds, to see that it runs; its figures mean nothing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { startServer } from '#tests/faults/server.ts'
import { options, report, round, verdict, type Row } from './support/figures.ts'
import { sceneOf, startBare } from './support/bareServer.ts'
import {
  callerOf,
  callFor,
  inTurn,
  signedInCaller,
  withCpu,
  type Figures,
  type Request,
} from './support/load.ts'
import { operationsOf, placesOf } from './support/operations.ts'
import { pgbench, scriptOf } from './support/pgbench.ts'
import { recorder } from './support/recorded.ts'
import { bureau, filledEmbedded, filledPostgres, openUrl, smallBureau } from './support/stores.ts'

const { json, quick } = options({ quick: { type: 'boolean', default: false } })
const sizes = quick ? smallBureau : bureau
const rhythm = quick ? { rounds: 1, seconds: 0.5 } : { rounds: 5, seconds: 2 }

/** At most so many milliseconds at the middle, on PostgreSQL. */
const targets = { list: 3, countsRoot: 1, countsPart: 1, insert: 2, draft: null } as const
const titles = {
  list: 'list: 20 members by name in 250 organizations',
  countsRoot: 'aggregate: 12 months of the root',
  countsPart: 'aggregate: 12 months of 250 organizations',
  insert: 'insert: an exemption',
  draft: 'insert: a meeting draft, judged by its roster',
} as const
type Name = keyof typeof targets
const names = Object.keys(targets) as Name[]

const postgres = await filledPostgres(sizes)
const embedded = await filledEmbedded(sizes)
const db = openUrl(postgres.url)
const places = await placesOf(db)
const operations = operationsOf(places)
await db.destroy()
/** As `npm start` runs it. */
const settings = { LOG_LEVEL: 'info' }
const servers = {
  postgres: await startServer({ env: { ...postgres.env, ...settings } }),
  embedded: await startServer({ env: { ...embedded.env, ...settings } }),
}
const rows: Row[] = []
const loadBefore = loadavg()[0] ?? 0
let memory: Row[] = []
try {
  const callers = {
    postgres: await signedInCaller(servers.postgres.url, 'organizer'),
    embedded: await signedInCaller(servers.embedded.url, 'organizer'),
  }
  const record = await recorder(postgres.url, 'organizer')
  /** Counted over all rounds: no two inserts are alike. The two that are recorded come from the far end. */
  const turns = { postgres: 0, embedded: 0, recorded: 1_000_000 }
  for (const name of names) {
    const operation: Request = operations[name]
    // The next turn of the same branch.
    const next = () => record.statementsOf(operation((turns.recorded += places.branches.length)))
    // The first of them may be special, such as the one that moves the session's end.
    await next()
    const statements = await next()
    const again = await next()
    const script = scriptOf(statements, again)
    const bare = await startBare(sceneOf(postgres.url, statements, again, record.answer()))
    const bareCaller = callerOf(bare.url)
    const by = (store: 'postgres' | 'embedded') => (seconds: number) => {
      callers[store].reconnect()
      return withCpu(
        () => callFor(() => callers[store].send(operation(turns[store]++)), seconds),
        servers[store].pid,
      )
    }
    const found = await inTurn(
      {
        postgres: by('postgres'),
        bare: (seconds) => {
          bareCaller.reconnect()
          return withCpu(() => callFor(() => bareCaller.send(operation(0)), seconds), bare.pid)
        },
        pgbench: (seconds) => pgbench(postgres.url, script, Math.max(1, seconds)),
        embedded: by('embedded'),
      },
      rhythm,
    )
    bareCaller.close()
    await bare.end()
    rows.push(...rowsOf(name, found, statements.length))
  }
  await record.close()
  for (const caller of Object.values(callers)) caller.close()
  memory = [memoryRow('postgres', 200), memoryRow('embedded', 600)]
} finally {
  for (const server of Object.values(servers)) await server.end()
  await postgres.stop()
}
const size = `${sizes.organizations} organizations, ${sizes.members} members, ${sizes.meetings} meetings`
report(`One caller, ${size}; filled in ${postgres.seconds} and ${embedded.seconds} s`, rows, {
  json: json === true,
  loadBefore,
})
report('Memory of the server afterwards, MB', memory, { json: json === true, loadBefore })

function rowsOf(
  name: Name,
  found: Record<'postgres' | 'bare' | 'pgbench' | 'embedded', Figures>,
  statements: number,
): Row[] {
  const most = targets[name]
  const line = (what: string, { p50, p99, perSecond, cpu }: Figures): Row => ({
    operation: '',
    by: what,
    p50: round(p50),
    p99: round(p99),
    'per s': round(perSecond, 0),
    'CPU ms': cpu === undefined ? null : round(cpu),
    'of pgbench': round(found.pgbench.perSecond / perSecond),
  })
  const half = round(found.embedded.p50 / found.postgres.p50)
  return [
    {
      ...line('PostgreSQL', found.postgres),
      operation: titles[name],
      target: most ? verdict(round(found.postgres.p50), most) : null,
    },
    line('bare Hono, the same statements', found.bare),
    { ...line(`pgbench, ${statements} statements`, found.pgbench), 'of pgbench': null },
    {
      ...line('embedded', found.embedded),
      target: name === 'list' ? `${half} × PostgreSQL, ${verdict(half, 2)}` : null,
    },
  ]
}

function memoryRow(store: 'postgres' | 'embedded', most: number): Row {
  const mb = Math.round(residentKb(servers[store].pid) / 1024)
  return { store, 'VmRSS MB': mb, target: verdict(mb, most) }
}

/** Of the process and what it started. */
function residentKb(pid: number): number {
  const own = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  )
  return children.reduce((sum, child) => sum + residentKb(Number(child)), Number(own ?? 0))
}
