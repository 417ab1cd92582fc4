/**
 * `npm test`: every gate and every test, then one line `N passed, N failed`.
 * `npm test -- --only unit,api` runs some stages (and what they need) while you work.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { endAll } from './command.ts'
import { provision } from './provision.ts'
import { rows, type Result, type Stage } from './stages.ts'

const totals = { passed: 0, failed: 0 }
const failedStages = new Set<string>()
let interrupted = false

await main()

async function main(): Promise<void> {
  const chosen = choose()
  keepTemporary()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupt)

  const missing = await provision([...new Set(chosen.flat().flatMap((stage) => stage.needs ?? []))])
  if (missing) {
    console.log(missing)
    totals.failed += 1
  } else {
    for (const row of chosen) if (!interrupted) await Promise.all(row.map(perform))
  }
  if (interrupted) {
    console.log('Interrupted.')
    process.exit(130)
  }
  if (failedStages.size > 0) console.log(`\nFailed: ${[...failedStages].join(', ')}`)
  console.log(`${totals.passed} passed, ${totals.failed} failed`)
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0
}

/**
 * What the tests make in the folder for temporary files goes with them: a worker that is ended removes nothing itself.
 * A PostgreSQL that runs as somebody else must reach what is its own there.
 */
function keepTemporary(): void {
  const folder = mkdtempSync(join(tmpdir(), 'six-chains-test-'))
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }))
}

/** The rows of the stages named after --only and of those they come after; all without it. */
function choose(): Stage[][] {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
  if (!values.only) return rows
  const stages = new Map(rows.flat().map((stage) => [stage.name, stage]))
  const wished = new Set<string>()
  const wish = (name: string) => {
    const stage = stages.get(name)
    if (!stage) throw new Error(`No stage ${name}; there are ${[...stages.keys()].join(', ')}.`)
    wished.add(name)
    stage.after?.forEach(wish)
  }
  values.only.flatMap((names) => names.split(',')).forEach(wish)
  return rows.map((row) => row.filter(({ name }) => wished.has(name)))
}

async function perform(stage: Stage): Promise<void> {
  const started = performance.now()
  console.log(`▶ ${stage.title}`)
  const { passed, failed, notes, output } = await attempt(stage)
  totals.passed += passed
  totals.failed += failed
  if (failed > 0) failedStages.add(stage.name)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  // The output of a stage stands whole, so that two running side by side do not mix.
  const lines = [
    failed > 0 && output.trim() ? `\n── ${stage.title} ──\n${output.trim()}\n` : undefined,
    `${failed > 0 ? '✘' : '✔'} ${stage.title}: ${passed} passed, ${failed} failed (${seconds} s)`,
    ...notes.map((note) => `  ${note}`),
  ]
  console.log(lines.filter((line) => line !== undefined).join('\n'))
}

async function attempt(stage: Stage): Promise<Result> {
  const broken = stage.after?.find((name) => failedStages.has(name))
  if (broken) return failure(`not run, because ${broken} failed`)
  try {
    return await stage.run()
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error))
  }
}

function failure(sentence: string): Result {
  return { passed: 0, failed: 1, notes: [sentence], output: '' }
}

/** Ends the running programs; their stages then stop PostgreSQL and remove what is temporary. */
function interrupt(): void {
  interrupted = true
  endAll()
}
