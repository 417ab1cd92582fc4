import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbedded } from './embedded.ts'
import type { EmbeddedStore } from './embedded.ts'
import { mayWrite } from './freeSpace.ts'

const MiB = 1024 * 1024
/** A new database takes 5 s on a quiet machine and several times that on a busy one. */
const CREATE_LIMIT = 120_000
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const dataDir = mkdtempSync(path.join(tmpdir(), 'six-chains-space-'))
let free = 500 * MiB
let store: EmbeddedStore

beforeAll(async () => {
  store = await openEmbedded({
    dataDir,
    log: quiet,
    freeSpace: { every: 10, statfs: () => ({ bavail: free / 4096, bsize: 4096 }) },
  })
  await store.session.exec('create table note (text text)')
}, CREATE_LIMIT)
afterAll(async () => {
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const insert = (): Promise<unknown> => store.session.query('insert into note values ($1)', ['x'])
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300))

test('writes stop below 64 MiB, reads go on, and writing returns by itself', async () => {
  await insert()
  free = 63 * MiB
  await settled()
  expect(store.readOnly()).toBe(true)
  await expect(insert()).rejects.toMatchObject({ name: 'StoreFull', code: '53100' })
  await expect(store.session.exec('create table other (id int)')).rejects.toMatchObject({
    name: 'StoreFull',
  })
  expect((await store.session.query('select count(*) as n from note', [])).rows).toEqual([{ n: 1 }])

  free = 70 * MiB
  await settled()
  expect(store.readOnly(), 'a little more room is not enough: no flickering').toBe(true)

  free = 100 * MiB
  await settled()
  await insert()
  expect(store.stats()).toMatchObject({ readOnly: false, freeBytes: 100 * MiB })
})

test.each([
  ['insert into note values (1)', true],
  ['  UPDATE note set text = 1', true],
  ['with gone as (delete from note returning *) select * from gone', true],
  ['select * from job for update skip locked', true],
  ['select * into copy from note', true],
  ['explain analyze update note set text = 1', true],
  ['create index on note (text)', true],
  ['select updated_at, deleted from note', false],
  ['with recursive tree as (select 1) select * from tree', false],
  ['begin', false],
  ['commit', false],
  ["select set_config('app.who', $1, true)", false],
])('%s: may write %s', (statement, expected) => {
  expect(mayWrite(statement)).toBe(expected)
})
