import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { auditHeld } from '#tests/support/audits.ts'
import { signInDemo } from './client.ts'
import { draftsOf, submit, type Draft, type Submission } from './drafts.ts'
import { dataFolder, startServer } from './server.ts'
import { openStore } from './store.ts'

/** `FAULT_ROUNDS=100` for the long run. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 3)

interface Sent extends Submission {
  /** The answer; undefined when the connection broke before it. */
  answer?: Record<string, unknown>
}

/** Sends meeting after meeting until the server is gone. */
async function writer(url: string, cookie: string, draft: Draft, sent: Sent[]): Promise<void> {
  for (;;) {
    const one: Sent = { key: randomUUID(), title: `断电演练 ${sent.length}` }
    sent.push(one)
    try {
      const { status, json, text } = await submit(url, cookie, draft, one)
      if (status !== 200) throw new Error(`${status}: ${text}`)
      one.answer = json ?? {}
    } catch (error) {
      if (error instanceof Error && 'code' in error) return
      throw error
    }
  }
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await sleep(10)
}

test(
  'kill -9 loses no acknowledged meeting, writes none twice and leaves none half written',
  { timeout: 60_000 * rounds },
  async () => {
    const dataDir = dataFolder(inject('demoFolder'))
    const env = { DATA_DIR: dataDir }
    const sent: Sent[] = []
    let server = await startServer({ env })
    const cookie = await signInDemo(server.url, 'branch-secretary')
    const draft = await draftsOf(server.url, cookie)

    for (let round = 0; round < rounds; round++) {
      const first = sent.length
      const { url } = server
      const writers = [1, 2, 3, 4].map(() => writer(url, cookie, draft, sent))
      await until(() => sent.length >= first + 8)
      await sleep((round * 137) % 500)
      await server.end('SIGKILL')
      await Promise.all(writers)
      server = await startServer({ env })
      // Whoever had no answer presses again; whoever had one is told the same: the last of them here.
      for (const one of sent.slice(Math.max(first, sent.length - 12))) {
        const { status, headers, json } = await submit(server.url, cookie, draft, one)
        expect(status).toBe(200)
        const told = { replayed: headers['idempotency-replayed'], answer: json }
        expect([undefined, told.answer]).toContainEqual(one.answer)
        expect(told).toMatchObject(one.answer ? { replayed: 'true' } : {})
        one.answer ??= json ?? {}
      }
    }
    await server.end()

    const { db, close } = await openStore(dataDir)
    const { rows } = await sql<{ id: string; expected: number; listed: number; audited: number }>`
    select id, expected, (select count(*) from attendance a where a.meeting_id = m.id) as listed,
      (select count(*) from audit_entry e where e.target_id = m.id and e.action = 'meeting.created') as audited
    from meeting m where title like '断电演练 %'`.execute(db)
    expect(rows.map(({ id }) => id).toSorted()).toEqual(
      sent.map(({ answer }) => String(answer?.id)).toSorted(),
    )
    expect(
      rows.filter(
        ({ expected, listed, audited }) => listed !== expected || listed === 0 || audited !== 1,
      ),
    ).toEqual([])
    expect(await auditHeld(db)).toEqual([])
    await close()
  },
)
