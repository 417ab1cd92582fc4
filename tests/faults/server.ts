import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = resolve(import.meta.dirname, '../../server/node/main.ts')
/** What `npm start` tells Node: a small young generation and an old one that grows slowly, for it keeps what it has taken. */
const { scripts } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
) as { scripts: { start: string } }
const flags = scripts.start.match(/--\S+/g) ?? []

/** As `npm start` has it: what one start has compiled the next one takes. */
export const compiled = resolve(
  import.meta.dirname,
  '../../node_modules/.cache/six-chains/compiled',
)

/** Of the demo bureau on PostgreSQL: whoever copies it reads what was encrypted there. */
export const demoKey = '07'.repeat(32)

/** How the process ended: its code, or the signal that ended it. */
export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  /** From the start of the process. */
  ms: number
}

export interface RunningServer {
  url: string
  pid: number
  /** All it has printed so far. */
  output: () => string
  /** Resident memory of the process now, in MB. */
  memory: () => number
  /** Sends the signal (SIGTERM) and waits for the end. */
  end: (signal?: NodeJS.Signals) => Promise<Ended>
  ended: Promise<Ended>
}

interface Start {
  /** DATA_DIR and whatever else differs from the settings of a fresh installation. */
  env: NodeJS.ProcessEnv & { DATA_DIR: string }
  args?: string[]
}

/** What is still running when the tests' own process ends must not outlive it. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Runs the real server to its end: for starts that are refused. */
export async function runServer(start: Start): Promise<Ended & { output: string }> {
  const { output, ended } = launch(start)
  return { ...(await ended), output: output() }
}

/** Starts the real server on a free port of 127.0.0.1. @throws when it ends before it listens */
export async function startServer(start: Start): Promise<RunningServer> {
  const { child, output, ended } = launch(start)
  const url = await new Promise<string>((found, failed) => {
    const look = () => {
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(output())
      // The address is printed by one write, and nothing is asked before it stands there whole.
      if (match && output().includes('ms\n')) found(match[0])
    }
    child.stdout?.on('data', look)
    void ended.then(({ code }) => failed(new Error(`the server ended with ${code}:\n${output()}`)))
  })
  const { pid = 0 } = child
  return {
    url,
    pid,
    output,
    memory: () => {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    },
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
    ended,
  }
}

function launch({ env, args = [] }: Start) {
  const since = performance.now()
  // Its folder is the data folder, so that no .env file of this machine is read.
  const child = spawn(process.execPath, [...flags, program, ...args], {
    cwd: env.DATA_DIR,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'warn',
      NODE_COMPILE_CACHE: compiled,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  const note = (chunk: string) => (text += chunk)
  child.stdout.setEncoding('utf8').on('data', note)
  child.stderr.setEncoding('utf8').on('data', note)
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    running.delete(child)
    return { code, signal, ms: performance.now() - since }
  })
  return { child, output: () => text, ended }
}

/** A folder of its own, with a copy of `like` in it where given; gone with this process. */
export function dataFolder(like?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'six-chains-faults-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  if (like) cpSync(like, folder, { recursive: true })
  return folder
}
