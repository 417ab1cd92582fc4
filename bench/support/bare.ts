/**
 * A server that has nothing of ours: Hono, pg and one connection. It sends the statements that a request of ours was
 * recorded with, in as many writes, and answers the same text. What it takes is the least that a server in this language
 * takes on this machine. `node bench/support/bare.ts` prints its address and reads one scene as JSON from its standard input.
 */
import { randomUUID } from 'node:crypto'
import { text as readAll } from 'node:stream/consumers'
import type { Writable } from 'node:stream'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { Client } from 'pg'

/** What the bare server does for each request. */
export interface Scene {
  url: string
  /** Statements that leave in one write, each with its values as text; an id behind 'fresh:' in them is made anew. */
  writes: { sql: string; values: (string | null)[] }[][]
  /** The answer waits for the last write, which is the commit. */
  waits: boolean
  answer: string
}

/** An id that differs between two requests, wherever it stands in a value. */
const fresh = /fresh:([\da-f-]{36})/g

async function main(): Promise<void> {
  const { url, writes, waits, answer } = JSON.parse(await readAll(process.stdin)) as Scene
  const client = new Client({ connectionString: url, pipeline: true, options: '-c jit=off' })
  await client.connect()
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  const app = new Hono()
  app.all('*', async (c) => {
    await c.req.text()
    const made = new Map<string, string>()
    const newId = (_: string, id: string) => {
      const known = made.get(id) ?? randomUUID()
      made.set(id, known)
      return known
    }
    const valueOf = (value: string | null) => value?.replace(fresh, newId) ?? null
    for (const [at, statements] of writes.entries()) {
      stream.cork()
      const sent = statements.map(({ sql, values }, index) =>
        client.query({
          ...(values.length > 0 && { name: `s${at}_${index}` }),
          text: sql,
          values: values.map(valueOf),
        }),
      )
      stream.uncork()
      // As ours: nobody waits for the commit of what only reads.
      if (waits || at < writes.length - 1) await Promise.all(sent)
    }
    return c.body(answer, 200, { 'content-type': 'application/json' })
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
    process.stdout.write(`http://127.0.0.1:${port}\n`),
  )
  process.once('SIGTERM', () => {
    server.close()
    void client.end()
  })
}

if (process.argv[1] === import.meta.filename) await main()
