import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { command } from './command.ts'
import { dataFolder } from './server.ts'
import { openStore } from './store.ts'

test('`npm run verify-counts` says what differs and changes nothing, and repairs it when told to', async () => {
  const env = { DATA_DIR: dataFolder(inject('demoFolder')) }
  expect(await command('verifyCounts', env)).toContain('全部一致')
  const store = await openStore(env.DATA_DIR)
  await sql`update rollup set count = count + 1 where kind = 'meetings' and month = 'Y2026'`.execute(
    store.db,
  )
  await store.close()
  const asked = () => command('verifyCounts', env)
  await expect(asked()).rejects.toMatchObject({
    stdout: expect.stringContaining('2026 counts: meetings Y2026') as string,
    stderr: expect.stringContaining('--repair') as string,
  })
  expect(await command('verifyCounts', env, '--repair')).toContain('已修复')
  expect(await asked()).toContain('全部一致')
})
