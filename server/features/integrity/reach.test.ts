import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { emptyScope, type Scope } from '#domain/permissions.ts'
import { enterScope } from '#server/door.ts'
import { useApi } from '#tests/support/api.ts'
import { addOrganization, smallBureau } from '#tests/support/bureau.ts'

const api = useApi()

/** 200 警示教育 of the committee, each for 200 people in fifty branches; one of ours at every tenth. */
async function manyEducations() {
  const bureau = await smallBureau(api.world.db)
  const elsewhere = await addOrganization(api.world.db, { kind: 'committee', name: '别处' })
  const [ours] = bureau.inB
  await api.world.db.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db)
    await sql`
      insert into warning_education (id, organization_id, title, theme, held_on, expected, present, recorded_by, recorded_at)
      select gen_random_uuid(), ${elsewhere.id}, '警示教育', '', date '2026-01-01' + n, 200, 200, '某某', now() from generate_series(1, 200) n`.execute(
      db,
    )
    await sql`
      insert into education_attendance (education_id, organization_id, place_id, member_id, ordinal, name, organization_name, present)
      select e.id, e.organization_id, md5('place' || n % 50)::uuid, md5('who' || n)::uuid, n, '某某', '某支部', true
      from warning_education e, generate_series(1, 200) n`.execute(db)
    await sql`
      insert into education_attendance (education_id, organization_id, place_id, member_id, ordinal, name, organization_name, present)
      select id, organization_id, ${bureau.branchB.id}, ${ours}, 0, '陈明', '乙支部', false from warning_education where (held_on - date '2026-01-01') % 10 = 0`.execute(
      db,
    )
  })
  await sql`analyze education_attendance, warning_education`.execute(api.world.db)
  return { ...bureau, ours }
}

/** How many a scope sees, and how the attendance is found for it. */
const seenBy = (scope: Partial<Scope>) =>
  api.world.db.transaction().execute(async (db) => {
    await enterScope(db, { ...emptyScope, ...scope }, false)
    const counted = await sql<{
      n: number
    }>`select count(*)::int as n from warning_education`.execute(db)
    const plan = await sql<{
      'QUERY PLAN': string
    }>`explain select * from warning_education`.execute(db)
    const lines = plan.rows.map((row) => row['QUERY PLAN'])
    return {
      seen: counted.rows[0]?.n,
      whole: lines.filter((line) => line.includes('Seq Scan on education_attendance')),
    }
  })

it('a scope finds the 警示教育 of its people by place and by person, and reads no attendance of others', async () => {
  const { branchA, branchB, ours } = await manyEducations()
  const asked = [{ paths: [branchB.path] }, { self: ours ?? null }, { paths: [branchA.path] }]
  const found = []
  for (const scope of asked) found.push(await seenBy(scope))
  expect(found.map(({ seen }) => seen)).toEqual([20, 20, 0])
  expect(found.flatMap(({ whole }) => whole)).toEqual([])
})
