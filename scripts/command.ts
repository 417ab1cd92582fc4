import { spawn, type ChildProcess } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules', '.bin')

/** What a finished program left behind: exit code (1 when it was killed), everything it printed, seconds. */
export type Outcome = { code: number; output: string; seconds: number }
export type Options = { env?: NodeJS.ProcessEnv; limitSeconds?: number }

const running = new Set<ChildProcess>()
let ending = false

const coloured = process.stdout.isTTY

/**
 * Runs a program of node_modules/.bin or the system to its end and keeps its output for later.
 *
 * Each program leads a process group of its own, so that its workers end with it: after its exit,
 * at its time limit, and when we are interrupted.
 */
export function run(command: string, args: string[], options: Options = {}): Promise<Outcome> {
  const started = performance.now()
  const { env, limitSeconds = 480 } = options
  if (ending) return Promise.resolve({ code: 1, output: 'Interrupted.\n', seconds: 0 })
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        FORCE_COLOR: coloured ? '1' : '0',
        ...env,
        PATH: [bin, process.env.PATH].join(delimiter),
      },
    })
    running.add(child)
    let output = ''
    const note = (chunk: string) => (output += chunk)
    child.stdout.setEncoding('utf8').on('data', note)
    child.stderr.setEncoding('utf8').on('data', note)
    const limit = setTimeout(() => {
      note(`\nStopped: ${command} did not end within ${limitSeconds} s.\n`)
      endGroup(child, 'SIGKILL')
    }, limitSeconds * 1000)
    const finish = (code: number) => {
      clearTimeout(limit)
      running.delete(child)
      const text = coloured ? output : stripVTControlCharacters(output)
      resolve({ code, output: text, seconds: (performance.now() - started) / 1000 })
    }
    child.on('error', (error) => {
      note(`${error.message}\n`)
      finish(1)
    })
    // A worker that outlives its leader would hold the pipes open and 'close' would never come.
    child.on('exit', () => setTimeout(() => endGroup(child, 'SIGKILL'), 1000).unref())
    child.on('close', (code) => finish(code ?? 1))
  })
}

/** Ends everything that is still running and starts nothing more, so that each stage cleans up after itself. */
export function endAll(): void {
  ending = true
  for (const child of running) {
    // What Ctrl-C sends: Playwright stops its servers on no other signal.
    endGroup(child, 'SIGINT')
    setTimeout(() => endGroup(child, 'SIGKILL'), 15_000).unref()
  }
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group has already ended.
  }
}
