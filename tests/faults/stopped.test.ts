import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { ask, signInDemo } from './client.ts'
import { draftsOf, submit } from './drafts.ts'
import { dataFolder, startServer } from './server.ts'
import { openStore } from './store.ts'

test('SIGTERM under load: what was begun is answered, and the process ends in good order', async () => {
  const dataDir = dataFolder(inject('demoFolder'))
  const server = await startServer({ env: { DATA_DIR: dataDir } })
  const cookie = await signInDemo(server.url, 'branch-secretary')
  const draft = await draftsOf(server.url, cookie)
  const answered: string[] = []
  const refused: string[] = []
  const writers = Array.from({ length: 8 }, async () => {
    for (;;) {
      const key = randomUUID()
      try {
        const { status, text } = await submit(server.url, cookie, draft, {
          key,
          title: `停机演练 ${key}`,
        })
        if (status === 200) answered.push(`停机演练 ${key}`)
        else refused.push(text)
      } catch {
        return
      }
    }
  })
  while (answered.length < 20) await sleep(10)
  const since = performance.now()
  const { code } = await server.end('SIGTERM')
  expect(performance.now() - since).toBeLessThan(10_000)
  expect(code).toBe(0)
  await Promise.all(writers)
  await expect(ask(`${server.url}/livez`)).rejects.toThrow('ECONNREFUSED')

  const { db, close } = await openStore(dataDir)
  const kept = await db
    .selectFrom('meeting')
    .select('title')
    .where('title', 'like', '停机演练 %')
    .execute()
  await close()
  // A connection that comes too late is refused whole; none is cut after its meeting was written.
  expect(kept.map(({ title }) => title).toSorted()).toEqual(answered.toSorted())
  expect(refused).toEqual([])
})
