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
  run('pg_dump', ['--format=custom', '--no-owner', `--file=${file}`, url])
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
  run('pg_restore', [
    '--clean',
    '--if-exists',
    '--no-owner',
    '--single-transaction',
    '--exit-on-error',
    `--dbname=${url}`,
    file,
  ])
}

function run(tool: 'pg_dump' | 'pg_restore', args: string[]): void {
  const { status, stderr, error } = spawnSync(toolPath(tool), args, { encoding: 'utf8' })
  if (error)
    throw new Error(
      `没有找到 ${tool}，请安装 PostgreSQL 客户端 ${tool} is missing: install the PostgreSQL client tools`,
      { cause: error },
    )
  if (status !== 0) throw new Error(`${tool}: ${stderr.trim()}`)
}

/** The newest that Debian has installed, else what the path finds. */
function toolPath(tool: string): string {
  const major = (file: string) => Number(/\/(\d+)\/bin\//.exec(file)?.[1] ?? 0)
  const [newest] = fs
    .globSync(`/usr/lib/postgresql/*/bin/${tool}`)
    .toSorted((a, b) => major(b) - major(a))
  return newest ?? tool
}
