import { sql, type Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { emptyScope } from '#domain/permissions.ts'
import { enterScope } from '#server/door.ts'
import type { Tables } from '#server/db/tables.ts'
import { useApi } from '#tests/support/api.ts'
import { matrixWorld } from '#tests/support/matrix.ts'

/** The layer under the application's own checks: what the database gives a scope, whatever a handler asks it. */
const api = useApi()
let records: Awaited<ReturnType<typeof matrixWorld>>['records']
beforeEach(async () => {
  records = (await matrixWorld(api.world.db)).records
})

/**
 * Of organizations, but not of their people's records: the tree itself and its past, which everybody's frame shows; who
 * holds which role, which only the security administrator's operations read; the log; sums, which name nobody.
 */
const open = [
  'account',
  'assignment',
  'audit_entry',
  'campaign',
  'delta',
  'organization_history',
  'recount_mark',
  'rollup',
  'term',
]

async function tablesOfOrgans(): Promise<{ name: string; secured: boolean }[]> {
  const { rows } = await sql<{ name: string; secured: boolean }>`
    select c.relname as name, c.relrowsecurity as secured
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
      and a.attname in ('organization_id', 'member_id', 'place_id') and has_table_privilege('sixchains_app', c.oid, 'select')
    group by c.oid order by c.relname`.execute(api.world.db)
  return rows
}

const placesIn = async (db: Kysely<Tables>, table: string) => {
  const { rows } = await sql<{
    place: string
  }>`select organization_id as place from ${sql.table(table)}`.execute(db)
  return rows.map(({ place }) => place)
}

it('every table that holds something of an organization has a policy, or is named here with its reason', async () => {
  const tables = await tablesOfOrgans()
  expect(tables.flatMap(({ name, secured }) => (secured ? [] : [name]))).toEqual(open)
})

it('a scope of one branch gets from every table its own rows, and none of what is above or beside', async () => {
  const { db } = api.world
  const secured = (await tablesOfOrgans()).flatMap(({ name, secured }) => (secured ? [name] : []))
  const { path } = await db
    .selectFrom('organization')
    .select('path')
    .where('id', '=', records.branch.organization)
    .executeTakeFirstOrThrow()
  const own = new Set(
    [records.branch, records.group, records.otherGroup].map((r) => r.organization),
  )
  const asked: string[] = []
  const wrong: string[] = []
  for (const table of secured) {
    const all = await placesIn(db, table)
    if (all.length === 0) continue
    asked.push(table)
    const seen = await db.transaction().execute(async (trx) => {
      await enterScope(trx, { ...emptyScope, paths: [path] }, true)
      return placesIn(trx, table)
    })
    const due = all.filter((place) => own.has(place))
    if (due.length === 0 || due.length === all.length) wrong.push(`${table} is not put to the test`)
    if (seen.toSorted().join() !== due.toSorted().join())
      wrong.push(`${table}: ${seen.length} rows seen of ${due.length} own and ${all.length} in all`)
  }
  expect(wrong).toEqual([])
  expect(asked.length).toBeGreaterThan(18)
})

it('a member gets the own rows alone', async () => {
  const { db } = api.world
  const self = records.own.member
  const seen = await db.transaction().execute(async (trx) => {
    await enterScope(trx, { ...emptyScope, self }, false)
    const of = async (table: string) =>
      (
        await sql<{
          who: string
        }>`select distinct member_id as who from ${sql.table(table)}`.execute(trx)
      ).rows.map(({ who }) => who)
    const { rows } = await sql<{ who: string }>`select id as who from member`.execute(trx)
    return {
      member: rows.map(({ who }) => who),
      makeup: await of('makeup'),
      service: await of('service_record'),
      attendance: await of('attendance'),
    }
  })
  expect(seen).toEqual({ member: [self], makeup: [self], service: [self], attendance: [self] })
})
