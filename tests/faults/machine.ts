import { join } from 'node:path'

/**
 * The programs of this machine, as scripts/ finds them. package.json has no `#scripts/` name, and `../`
 * is no way to another room, so they are loaded by their address.
 */
export interface Cluster {
  url: string
  home: string
  stop(): Promise<void>
  halt(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>
  resume(): Promise<void>
}

interface Postgres {
  findPostgres(): string | undefined
  startPostgres(folder: string, options?: { durable?: boolean; like?: string }): Promise<Cluster>
}

interface Chromium {
  findChromium(): string | undefined
}

const load = (name: string): Promise<unknown> =>
  import(new URL(`../../scripts/${name}.ts`, import.meta.url).href)

/** An empty PostgreSQL of our own, or a copy of the halted one in the folder `like`; `durable` as in use, with fsync. */
export async function postgres(
  options: { durable?: boolean; like?: string } = {},
): Promise<Cluster> {
  const { startPostgres } = (await load('postgres')) as Postgres
  return startPostgres(await postgresFolder(), options)
}

/** The program that loads a PostgreSQL, of the same release. */
export const pgbenchPath = async (): Promise<string> => join(await postgresFolder(), 'pgbench')

async function postgresFolder(): Promise<string> {
  const { findPostgres } = (await load('postgres')) as Postgres
  const folder = findPostgres()
  if (!folder) throw new Error('There is no PostgreSQL 15 or later on this machine.')
  return folder
}

/** The path of a Chromium. */
export async function chromiumPath(): Promise<string> {
  const { findChromium } = (await load('chromium')) as Chromium
  const path = findChromium()
  if (!path) throw new Error('There is no Chromium on this machine.')
  return path
}
