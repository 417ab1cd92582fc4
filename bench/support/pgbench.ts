import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { toParameter } from '#server/db/values.ts'
import { pgbenchPath } from '#tests/faults/machine.ts'
import { figuresOf, type Figures } from './load.ts'
import type { Statement } from './recorded.ts'

const run = promisify(execFile)

/** A transaction for `pgbench -M prepared -f`. */
interface Script {
  text: string
  variables: string[]
}

/**
 * The statements of a request, each value a parameter, as the server sends them. An id that differs
 * between two requests of the same operation is made anew each time, by one statement before the others.
 */
export function scriptOf(once: readonly Statement[], again: readonly Statement[]): Script {
  const variables: string[] = []
  const fresh = new Map<string, string>()
  const lines = once.map(({ sql, parameters }, at) => {
    const text = sql
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\$(\d+)(::json)?/g, (_, place: string, json?: string) => {
        const index = Number(place) - 1
        const value = toParameter(parameters[index])
        // pgbench knows neither null nor an empty text among its variables.
        if (value === null) return 'null'
        if (value === '') return "''"
        if (isId(value) && value !== toParameter(again[at]?.parameters[index])) {
          const name = fresh.get(value) ?? `fresh${fresh.size}`
          fresh.set(value, name)
          return `:${name}`
        }
        const name = `v${at}_${index}`
        if (!variables.some((one) => one.startsWith(`${name}=`))) variables.push(`${name}=${value}`)
        if (!json) return `:${name}`
        // Rows that go as one JSON hold the ids that are made anew.
        const held = [...fresh].filter(([id]) => value.includes(id))
        const rows = held.reduce(
          (all, [id, made]) => `replace(${all}, '${id}', :${made})`,
          `:${name}`,
        )
        return `${rows}::json`
      })
    return `${text};`
  })
  const made = [...fresh.values()].map((name) => `gen_random_uuid() as ${name}`)
  const first = made.length > 0 ? [`select ${made.join(', ')} \\gset`] : []
  return { text: [...first, ...lines, ''].join('\n'), variables }
}

/** A uuid as text. */
export const isId = (value: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

/** One caller for `seconds`, over the same address that the server uses. */
export async function pgbench(url: string, script: Script, seconds: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'six-chains-pgbench-'))
  const file = join(folder, 'script.sql')
  writeFileSync(file, script.text)
  const { hostname, port, username, password, pathname } = new URL(url)
  await run(
    await pgbenchPath(),
    ['-n', '-M', 'prepared', '-c', '1', '-j', '1', '-T', String(seconds), '-l', '-f', file].concat(
      script.variables.flatMap((variable) => ['-D', variable]),
      pathname.slice(1),
    ),
    {
      cwd: folder,
      // As the server connects.
      env: {
        PGHOST: hostname,
        PGPORT: port,
        PGUSER: username,
        PGPASSWORD: password,
        PGOPTIONS: '-c jit=off -c timezone=UTC',
      },
    },
  )
  const times = readdirSync(folder)
    .filter((name) => name.startsWith('pgbench_log.'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    // client, transaction, microseconds, …
    .map((line) => Number(line.split(' ')[2]) / 1000)
  rmSync(folder, { recursive: true, force: true })
  return figuresOf(
    times,
    times.reduce((sum, ms) => sum + ms, 0),
  )
}
