import { Kysely, type LogEvent } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import { createApp } from '#server/app.ts'
import { features } from '#server/features/all.ts'
import { sha256 } from '#server/digest.ts'
import { createHasher } from '#server/node/hasher.ts'
import { openPostgres } from '#server/node/store/postgres.ts'
import { createSecrets } from '#server/secrets.ts'
import { ours } from '#tests/faults/client.ts'
import { randomUUID } from 'node:crypto'
import type { Request } from './load.ts'

/** A statement as the server sends it, with the values of one request. */
export interface Statement {
  sql: string
  parameters: readonly unknown[]
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Runs operations in this process on the database of `url`, and tells the statements of each. */
export async function recorder(url: string, login: string) {
  const heard: Statement[] = []
  const hear = ({ query: { sql, parameters } }: LogEvent) => void heard.push({ sql, parameters })
  const store = openPostgres({ url, poolSize: 1, log: quiet })
  const db = new Kysely<Tables>({ dialect: store.dialect, log: hear })
  const app = createApp(
    {
      db,
      clock: () => new Date(),
      hasher: createHasher(),
      secrets: await createSecrets(new Uint8Array(32)),
      sha256,
      log: quiet,
      store: { readOnly: () => false, isUnavailable: () => false },
      version: 'bench',
      plainHttp: false,
      checkResponses: true,
    },
    features,
  )
  const send = (path: string, body: unknown, token?: string) =>
    app.request(path, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...ours,
        ...(token && { authorization: `Bearer ${token}` }),
      },
    })
  let lastAnswer = ''
  const token =
    (await send('/api/session/demo', { login })).headers.get('x-session-token') ?? undefined

  return {
    async statementsOf({ path, body }: ReturnType<Request>): Promise<Statement[]> {
      heard.length = 0
      const answer = await send(path, body, token)
      if (answer.status !== 200)
        throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
      lastAnswer = await answer.text()
      return heard.slice()
    },
    /** The text of what was answered last. */
    answer: () => lastAnswer,
    close: () => db.destroy(),
  }
}
