import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addOrganization, type Placed } from '#tests/support/bureau.ts'
import { dice } from '#tests/support/dice.ts'
import { reparent } from '#tests/support/tree.ts'
import { empty, testWorld, type TestWorld } from '#tests/support/world.ts'
import { addCounts, type CountChange } from './deltas.ts'
import { fold, foldAll } from './fold.ts'
import { readCounts } from './read.ts'

let world: TestWorld
beforeAll(async () => void (world = await testWorld()))
beforeEach(() => empty(world.db))

const kinds = ['meeting:theme-day', 'attendance:present', 'service']
const months = ['2026-01', '2026-02', '2027-01']

async function tree(size: number, { pick }: ReturnType<typeof dice>): Promise<Placed[]> {
  const made = [await addOrganization(world.db, { kind: 'committee', name: '根' })]
  for (let i = 1; i < size; i++)
    made.push(
      await addOrganization(world.db, { kind: 'committee', name: `组织${i}`, parent: pick(made) }),
    )
  return made
}

/** Reads the counts of an organization as a reader would, over all kinds and months of the test. */
const read = (organizationId: string) =>
  world.db
    .transaction()
    .execute((trx) => readCounts(trx, { organizationId, from: '2026-01', to: '2027-12', kinds }))

const add = (organizationId: string, changes: readonly CountChange[]) =>
  world.db.transaction().execute((trx) => addCounts(trx, organizationId, changes))

describe('counts', () => {
  it('are rollup plus pending at every moment of 10,000 writes, corrections and withdrawals, with moves and folds', async () => {
    const random = dice(20_261_123)
    const organizations = await tree(24, random)
    const told: { at: string; change: CountChange }[] = []
    const change = (): CountChange => ({
      month: random.pick(months),
      kind: random.pick(kinds),
      count: random.below(9) - 3,
      minutes: random.below(200) - 50,
    })
    /** The same counted from what was told, over the tree as it stands. */
    const recounted = async (organizationId: string) => {
      const paths = await world.db.selectFrom('organization').select(['id', 'path']).execute()
      const top = paths.find(({ id }) => id === organizationId)?.path ?? ''
      const below = new Set(paths.filter(({ path }) => path.startsWith(top)).map(({ id }) => id))
      const cells = new Map<
        string,
        { month: string; kind: string; count: number; minutes: number }
      >()
      for (const { at, change: one } of told) {
        if (!below.has(at)) continue
        const key = `${one.month} ${one.kind}`
        const cell = cells.get(key) ?? { month: one.month, kind: one.kind, count: 0, minutes: 0 }
        cells.set(key, {
          ...cell,
          count: cell.count + one.count,
          minutes: cell.minutes + (one.minutes ?? 0),
        })
      }
      return [...cells.entries()]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, cell]) => cell)
        .filter(({ count, minutes }) => count !== 0 || minutes !== 0)
    }
    const compare = async (id: string) => expect(await read(id)).toEqual(await recounted(id))
    let moved = 0
    for (let step = 0; step < 1_500; step++) {
      const what = random.below(20)
      const { id } = random.pick(organizations)
      if (what < 14) {
        const changes = Array.from({ length: 1 + random.below(20) }, change)
        await add(id, changes)
        told.push(...changes.map((one) => ({ at: id, change: one })))
      } else if (what < 17) {
        await fold(world.db, 1 + random.below(150))
      } else if (await reparent(world.db, id, random.pick(organizations).id)) moved++
      if (step % 25 === 0) {
        for (const one of [id, random.pick(organizations).id]) await compare(one)
      }
    }
    expect(told.length).toBeGreaterThan(10_000)
    expect(moved).toBeGreaterThan(50)
    await foldAll(world.db)
    for (const { id } of organizations) await compare(id)
    expect(await world.db.selectFrom('delta').select('id').execute()).toEqual([])
  })

  it('stay right while writers, a mover and a folder work at once, at every snapshot', async () => {
    const random = dice(7)
    const organizations = await tree(16, random)
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      const own = dice(100 + writer)
      for (let i = 0; i < 60; i++) {
        const targets = [own.pick(organizations), own.pick(organizations)]
        await world.db
          .transaction()
          .execute(async (trx) => {
            for (const { id } of targets) {
              await sql`insert into parameter (id, key, value, valid_from, reason, set_by, set_at) values (gen_random_uuid(), ${id}, '1', '2026-01-01', '', ${id}, now())`.execute(
                trx,
              )
              await addCounts(trx, id, [{ month: '2026-01', kind: 'service', count: 1 }])
            }
            if (own.below(5) === 0) throw new Error('changed my mind')
          })
          .catch((error: Error) => {
            if (error.message !== 'changed my mind') throw error
          })
      }
    })
    let working = true
    const others = [
      (async () => {
        while (working) await fold(world.db, 7)
      })(),
      (async () => {
        while (working)
          await reparent(world.db, random.pick(organizations).id, random.pick(organizations).id)
      })(),
    ]
    let checks = 0
    const check = async () => {
      // `parameter` stands for the counted records: one row per count, written with it.
      const wrong = await world.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (trx) => {
          const { rows } = await sql<{ id: string; live: number }>`
          select a.id, count(p.id) as live from organization a
          join organization o on starts_with(o.path, a.path) left join parameter p on p.key = o.id::text group by a.id`.execute(
            trx,
          )
          const found: unknown[] = []
          for (const { id, live } of rows) {
            const cells = await readCounts(trx, {
              organizationId: id,
              from: '2026-01',
              to: '2026-01',
              kinds: ['service'],
            })
            if ((cells[0]?.count ?? 0) !== live) found.push({ id, live, cells })
          }
          return found
        })
      checks++
      expect(wrong).toEqual([])
    }
    const written = Promise.all(writers).then(() => void (working = false))
    while (working) await check()
    await Promise.all([written, ...others])
    await foldAll(world.db)
    await check()
    expect(checks).toBeGreaterThan(2)
  })
})
