import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { newId } from '#domain/ids.ts'
import type { Tables } from '#server/db/tables.ts'
import { useApi } from '#tests/support/api.ts'
import { testNow } from '#tests/support/world.ts'
import { sealAudit } from './seal.ts'
import { verifySlice } from './verify.ts'

const api = useApi([])

const write = (db: Kysely<Tables>, ids: readonly string[]) =>
  db
    .insertInto('audit_entry')
    .values(
      ids.map((id) => ({
        id,
        at: testNow,
        account_id: null,
        actor: '张某某',
        action: 'session.started',
        target_kind: null,
        target_id: null,
        organization_id: null,
        detail: '{}',
        request_id: 'test',
        address: null,
      })),
    )
    .execute()
const sealed = async () =>
  (await api.world.db.selectFrom('audit_seal').select('entry_id').orderBy('seq').execute()).map(
    ({ entry_id }) => entry_id,
  )

it('an entry that is committed after later ones were sealed is sealed behind them', async () => {
  const { db } = api.world
  const [early, later] = [newId(), newId()]
  const overtaken = async () => {
    await write(db, [later])
    expect(await sealAudit(db)).toBe(1)
  }
  // The embedded engine has one session: there, only the order of the ids can be the wrong one.
  const beside = process.env.TEST_STORE === 'postgres'
  if (!beside) await overtaken()
  await db.transaction().execute(async (transaction) => {
    await write(transaction, [early])
    if (beside) await overtaken()
  })
  expect(await sealAudit(db)).toBe(1)
  expect(await sealed()).toEqual([later, early])
  expect(await verifySlice(db, { after: 0 })).toMatchObject({ ok: true, done: true, pending: 0 })
})

it('what was undone is not waited for, and of two sealers at once each entry gets one link', async () => {
  const { db } = api.world
  const ids = Array.from({ length: 30 }, () => newId())
  await write(db, ids)
  await db
    .transaction()
    .execute(async (transaction) => {
      await write(transaction, [newId()])
      throw new Error('undone')
    })
    .catch(() => undefined)
  const counts = await Promise.all([sealAudit(db, 20), sealAudit(db, 20)])
  expect(counts.toSorted((a, b) => b - a)).toEqual([20, 10])
  expect(await sealed()).toEqual(ids)
  expect(await sealAudit(db)).toBe(0)
})

it('is checked slice by slice, each going on from the one before, so that what was changed behind it is found', async () => {
  const { db } = api.world
  await write(db, [newId(), newId(), newId(), newId(), newId()])
  await sealAudit(db)
  await write(db, [newId()])
  const slice = (from: { after: number; anchor?: string }) => verifySlice(db, from, 2)
  const next = ({ checked, anchor }: Awaited<ReturnType<typeof slice>>) =>
    slice({ after: checked, anchor: anchor ?? undefined })

  const first = await slice({ after: 0 })
  expect(first).toMatchObject({ ok: true, done: false, checked: 2, sealed: 5 })
  const second = await next(first)
  expect(second).toMatchObject({ ok: true, done: false, checked: 4 })
  const last = await next(second)
  expect(last).toMatchObject({ ok: true, done: true, checked: 5, pending: 1 })
  const newest = await db.selectFrom('audit_seal').select('hash').where('seq', '=', 5).execute()
  expect(last.anchor).toBe(newest[0]?.hash)

  await expect(slice({ after: 2 })).rejects.toMatchObject({ code: 'invalid' })
  const other = { after: 2, anchor: '0'.repeat(64) }
  expect(await slice(other)).toMatchObject({ ok: false, done: true, checked: 2 })
})

it('an entry that tells no session is sealed as those were that are older than sessions in the log', async () => {
  const { db } = api.world
  await write(db, ['019abc00-0000-7000-8000-000000000001'])
  await sealAudit(db)
  const { hash } = await db.selectFrom('audit_seal').select('hash').executeTakeFirstOrThrow()
  // Computed by the program of before migration 64.
  expect(hash).toBe('625d549c9b9ea179faea3dc7f59664738bcd48e428aede334b15c092ded68bd9')
})

it('a session that is put into an entry, taken out or exchanged breaks the chain', async () => {
  const { db } = api.world
  const [without, within] = [newId(), newId()]
  await write(db, [without, within])
  // As whoever owns the database could.
  const set = (id: string, session: string | null) =>
    db.updateTable('audit_entry').set({ session_id: session }).where('id', '=', id).execute()
  const own = newId()
  await set(within, own)
  await sealAudit(db)
  const isWhole = async () => (await verifySlice(db, { after: 0 })).ok
  expect(await isWhole()).toBe(true)
  for (const [id, wrong, right] of [
    [without, newId(), null],
    [within, null, own],
    [within, newId(), own],
  ] as const) {
    await set(id, wrong)
    expect(await isWhole()).toBe(false)
    await set(id, right)
    expect(await isWhole()).toBe(true)
  }
})
