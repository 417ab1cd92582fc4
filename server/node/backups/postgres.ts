import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/**
 * Backs up and restores a PostgreSQL by its own tools, which must be as new as the server.
 *
 * @throws Error with what the tool said, or which package brings it.
 */
export function dumpPostgres(url: string, file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  try {
    run('pg_dump', url, ['--format=custom', '--no-owner', `--file=${file}`])
  } catch (error) {
    // Half a dump has the name of a whole one.
    fs.rmSync(file, { force: true })
    throw error
  }
}

/** Replaces everything, in one transaction: a damaged file changes nothing. */
export async function restorePostgres(url: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ others: number }>(
      'select count(*)::int as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    if (rows[0]?.others)
      throw new Error(
        `请先停下连着这个数据库的服务 stop the servers of this database first: ${rows[0].others} connections`,
      )
    // Roles belong to the cluster and are in no dump; the first migration makes this one alike.
    await client.query(
      'do $$ begin create role sixchains_app nologin; exception when duplicate_object or unique_violation then null; end $$',
    )
    await client.query(
      "do $$ begin execute format('grant sixchains_app to %I', current_user); exception when others then null; end $$",
    )
  } finally {
    await client.end()
  }
  run('pg_restore', url, [
    '--clean',
    '--if-exists',
    '--no-owner',
    '--single-transaction',
    '--exit-on-error',
    file,
  ])
}

/** Whoever may list the processes of the machine reads their arguments: the password goes another way. */
function run(tool: 'pg_dump' | 'pg_restore', url: string, args: string[]): void {
  const { address, password } = withoutPassword(url)
  const { status, stderr, error } = spawnSync(toolPath(tool), [`--dbname=${address}`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
  })
  if (error)
    throw new Error(
      `没有找到 ${tool}，请安装 PostgreSQL 客户端 ${tool} is missing: install the PostgreSQL client tools`,
      { cause: error },
    )
  if (status !== 0) throw new Error(`${tool}: ${stderr.trim()}`)
}

export function withoutPassword(url: string): { address: string; password: string } {
  const parsed = new URL(url)
  const password = decodeURIComponent(parsed.password)
  parsed.password = ''
  return { address: parsed.href, password }
}

/** The newest that Debian has installed, else what the path finds. */
function toolPath(tool: string): string {
  const major = (file: string) => Number(/\/(\d+)\/bin\//.exec(file)?.[1] ?? 0)
  const [newest] = fs
    .globSync(`/usr/lib/postgresql/*/bin/${tool}`)
    .toSorted((a, b) => major(b) - major(a))
  return newest ?? tool
}
