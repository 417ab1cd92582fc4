import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { auditCounts, auditHeld } from '#tests/support/audits.ts'
import { testWorld, type TestWorld } from '#tests/support/world.ts'
import { seedLarge } from './large.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
  await seedLarge(world.db, {
    organizations: 300,
    members: 1_600,
    meetings: 800,
    attendance: true,
    services: 3_000,
  })
}, 120_000)

const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> =>
  (await query.execute(world.db)).rows[0]

it('makes a tree of four levels, with counts that the audit agrees to', async () => {
  const levels = await sql<{ level: number; count: number }>`
    select cardinality(string_to_array(path, '.')) - 1 as level, count(*)::int as count from organization group by 1 order by 1`.execute(
    world.db,
  )
  expect(levels.rows.map(({ count }) => count)).toEqual([1, 20, 200, 79])
  expect(
    await one(
      sql`select 1 from organization c join organization p on p.id = c.parent_id where not c.path like p.path || '%'`,
    ),
  ).toBeUndefined()
  expect(await auditCounts(world.db)).toEqual([])
  expect(await auditHeld(world.db)).toEqual([])
})

it('gives one name in twenty the 明, with its pinyin', async () => {
  const found = await one(sql<{ share: number; wrong: number }>`
    select avg((name like '%明%')::int)::float8 as share, (count(*) filter (where name like '%明%' and name_pinyin not like '%ming%'))::int as wrong from member`)
  expect(found?.share).toBeGreaterThan(0.035)
  expect(found?.share).toBeLessThan(0.065)
  expect(found?.wrong).toBe(0)
})

it('writes attendance that equals the numbers of its meeting', async () => {
  expect(
    await one(sql`
      select m.id from meeting m join attendance a on a.meeting_id = m.id
      group by m.id having count(*) filter (where a.status = 'present') <> least(m.present, count(*))`),
  ).toBeUndefined()
})

it('spreads the service records over kinds, members and both years', async () => {
  const found = await one(sql<{
    records: number
    kinds: number
    members: number
    years: number
    open: number
  }>`
    select count(*)::int as records, count(distinct kind)::int as kinds, count(distinct member_id)::int as members,
      count(distinct extract(year from served_on))::int as years, (count(*) filter (where state <> 'confirmed'))::int as open
    from service_record`)
  expect(found).toMatchObject({ records: 3_000, kinds: 4, members: 1_600, years: 2 })
  expect(found?.open).toBe(120)
})

it('leaves no chain of the cockpit empty in either year', async () => {
  const { rows } = await sql<{ chain: string; year: string; count: number }>`
    select split_part(r.kind, ':', 1) as chain, left(r.month, 4) as year, sum(count)::int as count
    from rollup r join organization o on o.id = r.organization_id
    where o.parent_id is null and r.month like '2%' and r.kind in ('study:lecture', 'honour:excellent-member', 'integrity:educated')
    group by 1, 2 order by 1, 2`.execute(world.db)
  expect(rows.map(({ chain, year }) => `${chain} ${year}`)).toEqual([
    'honour 2025',
    'honour 2026',
    'integrity 2025',
    'integrity 2026',
    'study 2025',
    'study 2026',
  ])
  expect(rows.map(({ count }) => count > 0)).toEqual(rows.map(() => true))
})
