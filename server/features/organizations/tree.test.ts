import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { OrganizationId } from '#domain/ids.ts'
import { organizationsContract as contract } from '#domain/organizations.contract.ts'
import type { TestApi } from '#tests/support/api.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, addOrganization, type Placed } from '#tests/support/bureau.ts'
import { organizations } from './handlers.ts'

const api = useApi(organizations)

/** A committee over `count` committees, each hung under an earlier one; committees may hold each other. */
async function forest(count: number) {
  const db = api.world.db
  const root = await addOrganization(db, { kind: 'committee', name: '机关党委' })
  const nodes: Placed[] = [root]
  for (let i = 1; i <= count; i++) {
    const parent = nodes[Math.floor((i - 1) / 3)] ?? root
    nodes.push(await addOrganization(db, { kind: 'committee', name: `党委${i}`, parent }))
  }
  const { token } = await addAccount(db, {
    login: 'organizer',
    roles: [{ role: 'organizer', at: root }],
  })
  return { root, nodes, token }
}

/** Organizations whose path is not their parent's and a step, or that no way leads down to. */
async function broken(world: TestApi['world']): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with recursive reached as (
      select id, path from organization where parent_id is null
      union all
      select o.id, o.path from organization o join reached r on o.parent_id = r.id
        where o.path like r.path || '________.'
    )
    select count(*) as count from organization where id not in (select id from reached)`.execute(
    world.db,
  )
  return rows[0]?.count ?? -1
}

const move = (token: string, id: OrganizationId, parentId: OrganizationId, version: number) =>
  api.call(token, contract.move, {
    params: { id },
    body: { parentId, on: '2026-11-23', reason: '机构调整' },
    version,
  })

describe('moving', () => {
  // On the embedded engine, where nothing runs beside it, a tenth of them shows the same.
  const moves: number = process.env.TEST_STORE === 'postgres' ? 10_000 : 1000
  it(`never makes a cycle nor a path that lies, in ${moves} random moves`, async () => {
    const { nodes, token } = await forest(30)
    const parents = new Map(
      (await api.world.db.selectFrom('organization').select(['id', 'parent_id']).execute()).map(
        (row) => [row.id, row.parent_id],
      ),
    )
    const versions = new Map<string, number>()
    const isAbove = (id: string, below: string): boolean => {
      for (let at: string | null | undefined = below; at; at = parents.get(at))
        if (at === id) return true
      return false
    }
    const codes = new Set<string>()
    const step = fc.tuple(fc.nat(30), fc.nat(30))
    for (const [from, to] of fc.sample(step, { numRuns: moves, seed: 21 })) {
      const moved = nodes[from]
      const target = nodes[to]
      if (!moved || !target) throw new Error('an index beyond the tree')
      const answer = await move(token, moved.id, target.id, versions.get(moved.id) ?? 1)
      const expected =
        parents.get(moved.id) === null
          ? 'state'
          : isAbove(moved.id, target.id)
            ? 'cycle'
            : parents.get(moved.id) === target.id
              ? 'invalid'
              : 'moved'
      const code = answer.status === 200 ? 'moved' : answer.problem.code
      expect(code).toBe(expected)
      codes.add(code)
      if (code !== 'moved') continue
      parents.set(moved.id, target.id)
      versions.set(moved.id, answer.body.version)
      expect(answer.body.trail.at(-1)?.id).toBe(target.id)
    }
    expect(codes).toEqual(new Set(['state', 'cycle', 'invalid', 'moved']))
    expect(await broken(api.world)).toBe(0)
    const stored = await api.world.db
      .selectFrom('organization')
      .select(['id', 'parent_id'])
      .execute()
    expect(new Map(stored.map((row) => [row.id, row.parent_id]))).toEqual(parents)
  }, 180_000)

  it('lets one of two opposite moves win, whatever their order', async () => {
    const { nodes, token } = await forest(3)
    const [, a, b] = nodes
    if (!a || !b) throw new Error('a forest of three has two')
    for (let round = 0; round < 10; round++) {
      const current = await api.world.db
        .selectFrom('organization')
        .select(['id', 'version', 'parent_id'])
        .where('id', 'in', [a.id, b.id])
        .execute()
      const versionOf = (id: string) => current.find((row) => row.id === id)?.version ?? 0
      const answers = await Promise.all([
        move(token, a.id, b.id, versionOf(a.id)),
        move(token, b.id, a.id, versionOf(b.id)),
      ])
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]))
      expect(await broken(api.world)).toBe(0)
      const winner = answers[0]?.status === 200 ? a : b
      const version = answers.find(({ status }) => status === 200)?.body.version ?? 0
      expect((await move(token, winner.id, nodes[0]?.id as OrganizationId, version)).status).toBe(
        200,
      )
    }
  })

  it('takes a new child along when its parent moves at the same time', async () => {
    const { nodes, token } = await forest(3)
    const [, a, b] = nodes
    if (!a || !b) throw new Error('a forest of three has two')
    const create = (name: string) =>
      api.call(token, contract.create, {
        body: { parentId: a.id, kind: 'branch', name, foundedOn: '2026-01-05' },
      })
    const answers = await Promise.all([
      create('一支部'),
      move(token, a.id, b.id, 1),
      create('二支部'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await broken(api.world)).toBe(0)
  })

  it('carries counted totals from the ancestors it leaves to those it comes under', async () => {
    const { nodes, token } = await forest(5)
    const [root, a, b, , , leaf] = nodes
    if (!root || !a || !b || !leaf) throw new Error('a forest of five')
    // 党委5 hangs under 党委1 (a).
    const total = (organization: Placed) => ({
      organization_id: organization.id,
      kind: 'meeting:lecture',
      month: '2026-10',
      count: 4,
      minutes: 0,
    })
    await api.world.db
      .insertInto('rollup')
      .values([total(root), total(a), total(leaf)])
      .execute()
    expect((await move(token, leaf.id, b.id, 1)).status).toBe(200)
    const rows = await api.world.db
      .selectFrom('rollup')
      .select(['organization_id', 'count'])
      .execute()
    expect(new Map(rows.map((row) => [row.organization_id, row.count]))).toEqual(
      new Map([
        [root.id, 4],
        [a.id, 0],
        [b.id, 4],
        [leaf.id, 4],
      ]),
    )
  })

  it('remembers where the organization hung', async () => {
    const { nodes, token } = await forest(3)
    const [root, a, b] = nodes
    if (!root || !a || !b) throw new Error('a forest of three has two')
    await move(token, b.id, a.id, 1)
    const past = await api.call(token, contract.history, { params: { id: b.id } })
    expect(past.body).toMatchObject([
      { parentName: '党委1', validFrom: '2026-11-23', validTo: null, reason: '机构调整' },
      { parentName: '机关党委', validFrom: '2020-01-01', validTo: '2026-11-22' },
    ])
  })

  it('refuses a parent that is not in the actor’s scope, and one that has a child of the name', async () => {
    const { nodes, token } = await forest(6)
    const [, a, b, , inA] = nodes
    if (!a || !b || !inA) throw new Error('a forest of six')
    const below = await addAccount(api.world.db, {
      login: 'below',
      roles: [{ role: 'organizer', at: a }],
    })
    expect((await move(below.token, inA.id, b.id, 1)).status).toBe(404)
    await addOrganization(api.world.db, { kind: 'branch', name: '党委4', parent: b })
    expect((await move(token, inA.id, b.id, 1)).problem.fields).toHaveProperty('body.parentId')
  })

  it('stops at 64 levels', async () => {
    const db = api.world.db
    let at = await addOrganization(db, { kind: 'committee', name: '机关党委' })
    const root = at
    for (let level = 2; level <= 63; level++)
      at = await addOrganization(db, { kind: 'committee', name: `第${level}层`, parent: at })
    const { token } = await addAccount(db, {
      login: 'organizer',
      roles: [{ role: 'organizer', at: root }],
    })
    const create = (parentId: OrganizationId) =>
      api.call(token, contract.create, {
        body: { parentId, kind: 'committee', name: '更深', foundedOn: '2026-01-05' },
      })
    const last = await create(at.id)
    expect(last.status).toBe(200)
    expect((await create(last.body.id)).problem.fields?.['body.parentId']).toContain('64')
    const pair = await addOrganization(db, { kind: 'committee', name: '上', parent: root })
    await addOrganization(db, { kind: 'committee', name: '下', parent: pair })
    expect((await move(token, pair.id, at.id, 1)).problem.fields?.['body.parentId']).toContain('64')
  })
})
