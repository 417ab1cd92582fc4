import { z } from 'zod'

const port = z.coerce.number({ error: 'must be a number' }).int().min(0).max(65_535)
const yes = z
  .enum(['1', '0', 'true', 'false', ''])
  .transform((text) => text === '1' || text === 'true')
  .default(false)

/** Every variable that the server reads. `.env.example` documents them; nothing else is looked at. */
const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(8080),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must read postgres://user:password@host:port/database')
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(16),
  DATABASE_PREPARE: yes.default(true),
  SIX_CHAINS_EMPTY: yes,
  DATA_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits (openssl rand -hex 32)')
    .optional(),
  COOKIE_INSECURE: yes,
  TRUST_PROXY: yes,
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Env = z.output<typeof schema>

/**
 * The settings, with `--empty` from the command line folded in.
 *
 * @throws Error with one readable list of every mistake.
 */
export function readEnv(variables: NodeJS.ProcessEnv, args: readonly string[]): Env {
  const unknown = args.filter((argument) => argument !== '--empty')
  const given = Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => name in schema.shape && value !== ''),
  )
  const parsed = schema.safeParse(given)
  const mistakes = [
    ...(parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)),
    ...unknown.map((argument) => `  ${argument}: unknown argument; only --empty is known`),
  ]
  if (!parsed.success || mistakes.length > 0) {
    throw new Error(
      `The server cannot start with these settings (see .env.example) / 以下设置有误:\n${mistakes.join('\n')}`,
    )
  }
  return {
    ...parsed.data,
    SIX_CHAINS_EMPTY: parsed.data.SIX_CHAINS_EMPTY || args.includes('--empty'),
  }
}

/** The settings of this process with those of `.env`; where one cannot be, says all of them and ends. */
export function envOrExit(): Env {
  try {
    process.loadEnvFile?.('.env')
  } catch {
    // No .env file: the environment alone.
  }
  try {
    return readEnv(process.env, process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return process.exit(1)
  }
}
