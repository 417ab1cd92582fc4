import type { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { keep } from './keep.ts'

/** An engine of which only the copying counts; statements as the worker runs them. */
function engine() {
  let inTransaction = false
  const log: string[] = []
  const pglite = {
    isInTransaction: () => inTransaction,
    exec: async () => [],
    fs: { syncToFs: async () => void log.push('kept') },
  } as unknown as PGlite
  const keeper = keep(pglite, (work) => void work())
  return {
    log,
    async run(sql: string) {
      keeper.notice(sql)
      if (sql === 'begin') inTransaction = true
      if (sql === 'commit') inTransaction = false
      await keeper.settle()
      log.push(sql)
      keeper.rest()
    },
  }
}

test('a sign-in is kept before it is said to be done, anything else soon after', async () => {
  const { log, run } = engine()
  const signIn = 'insert into "session" ("id_hash") values ($1)'
  for (const sql of ['begin', signIn, 'commit']) await run(sql)
  expect(log).toEqual(['begin', signIn, 'kept', 'commit'])
  await run('update meeting set title = $1')
  expect(log.at(-1)).toBe('update meeting set title = $1')
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(log.at(-1)).toBe('kept')
})
