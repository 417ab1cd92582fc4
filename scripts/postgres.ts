import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chownSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { executable } from './chromium.ts'

export const oldestPostgres = 15

/** Where a program runs, and as whom. */
type Owned = { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number }

/** A PostgreSQL of our own: `url` connects as its superuser by TCP; `stop` ends it and removes its folder. */
export type Cluster = {
  url: string
  /** The same by its unix socket: some ten microseconds less for each round trip. */
  socketUrl: string
  /** Its folder, to be copied (`like`) while it is halted. */
  home: string
  stop: () => Promise<void>
  /** Ends the server and keeps its folder: as its administrator does (SIGINT) or as a crash (SIGQUIT). */
  halt: (signal: 'SIGINT' | 'SIGQUIT') => Promise<void>
  /** Starts it again at the same address. */
  resume: () => Promise<void>
}

/** The folder of the newest PostgreSQL server programs, 15 or later, or undefined. */
export function findPostgres(): string | undefined {
  const inPath = executable('postgres')
  const folders = globSync('/usr/lib/postgresql/*/bin').concat(
    globSync('/usr/pgsql-*/bin'),
    inPath ? [dirname(inPath)] : [],
  )
  const found = folders
    .map((folder) => ({ folder, major: majorVersion(folder) }))
    .filter(({ folder, major }) => major >= oldestPostgres && executable(join(folder, 'initdb')))
    .toSorted((a, b) => b.major - a.major)
  return found[0]?.folder
}

function majorVersion(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}

/**
 * Starts an empty cluster, or a copy of the halted one whose folder is `like`, in a temporary folder, on a
 * free port of 127.0.0.1 and without fsync, nor does it log errors of statements, which tests provoke by the
 * thousand; with both, as in use, when `durable`: only then do its figures mean anything.
 *
 * It sorts as Chinese servers do (ICU zh-Hans-CN): code that leans on the order of the embedded
 * engine must fail here.
 */
export async function startPostgres(
  folder: string,
  { durable = false, like }: { durable?: boolean; like?: string } = {},
): Promise<Cluster> {
  const home = mkdtempSync(join(tmpdir(), 'six-chains-postgres-'))
  const remove = () =>
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  let server: ChildProcess | undefined
  const onExit = () => {
    server?.kill('SIGQUIT')
    remove()
  }
  process.on('exit', onExit)
  try {
    const owner = unprivileged()
    const data = join(home, 'data')
    const secret = join(home, 'password')
    if (owner) chownSync(home, owner.uid, owner.gid)
    const options = { cwd: home, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }, ...owner }
    if (like) execFileSync('cp', ['-a', `${like}/.`, home])
    else initialize(folder, data, secret, options)
    const password = readFileSync(secret, 'utf8')
    const port = await freePort()
    const settings = ['listen_addresses=127.0.0.1'].concat(
      durable ? [] : ['fsync=off', 'full_page_writes=off', 'log_min_messages=log'],
    )
    const start = async () => {
      server = spawn(
        join(folder, 'postgres'),
        [
          '-D',
          data,
          '-p',
          `${port}`,
          '-k',
          home,
          ...settings.flatMap((setting) => ['-c', setting]),
        ],
        { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
      )
      await ready(server)
    }
    await start()
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
    return {
      url,
      socketUrl: `${url}?host=${home}`,
      home,
      halt: (signal) => end(server, signal),
      resume: start,
      stop: async () => {
        process.off('exit', onExit)
        await end(server, 'SIGINT')
        remove()
      },
    }
  } catch (error) {
    process.off('exit', onExit)
    onExit()
    throw error
  }
}

/** An empty cluster in `data`, with its superuser's password in `secret`. */
function initialize(folder: string, data: string, secret: string, options: Owned): void {
  const { uid, gid } = options
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(secret, randomBytes(16).toString('hex'), { mode: 0o600 })
  if (uid !== undefined && gid !== undefined)
    for (const path of [data, secret]) chownSync(path, uid, gid)
  const locale = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN']
  const access = ['--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256']
  execFileSync(
    join(folder, 'initdb'),
    [`--pgdata=${data}`, '--encoding=UTF8', '--no-sync', ...locale, ...access],
    { ...options, stdio: 'pipe' },
  )
}

/** PostgreSQL refuses to run as root; then it runs as the user its package made, or as nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const user of ['postgres', 'nobody']) {
    const ask = (flag: string) => spawnSync('id', [flag, user], { encoding: 'utf8' })
    const uid = ask('-u')
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(ask('-g').stdout) }
  }
  throw new Error('PostgreSQL cannot run as root and there is neither a user postgres nor nobody.')
}

/** A port of 127.0.0.1 that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    const late = setTimeout(() => reject(new Error(`PostgreSQL did not start:\n${log}`)), 30_000)
    server.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      log = (log + chunk).slice(-10_000)
      if (!log.includes('ready to accept connections')) return
      clearTimeout(late)
      resolve()
    })
    server.once('exit', () => {
      clearTimeout(late)
      reject(new Error(`PostgreSQL did not start:\n${log}`))
    })
  })
}

async function end(server: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill(signal)
  const impatient = setTimeout(() => server.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(impatient)
}
