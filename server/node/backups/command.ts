import { openLog } from '#server/node/log.ts'
import { readEnv, type Env } from '#server/node/env.ts'

/** A command beside the server, on the same settings: prints the sentence it ends with, or fails with one. */
export async function command(
  work: (env: Env, log: ReturnType<typeof openLog>) => Promise<string>,
): Promise<void> {
  try {
    process.loadEnvFile('.env')
  } catch {
    // No .env file: the environment alone.
  }
  try {
    const env = readEnv(process.env, [])
    process.stdout.write(`${await work(env, openLog('warn'))}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
