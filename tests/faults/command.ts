import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { compiled } from './server.ts'

const start = promisify(execFile)

/** A command of `package.json` beside the server, by its file; one that fails rejects with what it said. */
export async function command(
  name: 'backup' | 'restore' | 'verifyCounts',
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<string> {
  const program = resolve(import.meta.dirname, `../../server/node/${name}.ts`)
  const { stdout } = await start(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compiled, ...env },
  })
  return stdout
}
