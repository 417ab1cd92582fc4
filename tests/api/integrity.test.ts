import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Operation } from '#domain/contract.ts'
import { allOperations } from '#domain/contracts.ts'
import { talksContract } from '#domain/integrity.contract.ts'
import { newId, type IdKind, type MemberId } from '#domain/ids.ts'
import { allRoles, grants, scopeOf, type GrantedRole, type Role } from '#domain/permissions.ts'
import { auditContract } from '#domain/system.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { enterScope } from '#server/door.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, addMember, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { addTalk } from '#tests/support/integrityRecords.ts'
import { sample } from '#tests/support/sample.ts'

/**
 * Who was talked to, and why, through every channel of the API and for every role: nobody reads it but
 * 纪检委员, 党委书记 and the two people concerned. Each denial stands beside a permitted case.
 */
const api = useApi()
const secret = '机密甲乙丙'
let bureau: SmallBureau
let talkee: MemberId
let talker: MemberId
let talk: string
let followUp: string
let tokens: Record<Role, string>

beforeEach(async () => {
  const { db } = api.world
  bureau = await smallBureau(db)
  const first = await addMember(db, { name: '党委首长', at: bureau.branchB })
  await addPost(bureau.committee.id, first)
  // A branch's secretary by post as well as by role: the post opens nothing there.
  await addPost(bureau.branchA.id, bureau.inA2[0] as MemberId)
  const firstSecretary = await addAccount(db, { login: 'first', roles: [], memberId: first })
  talkee = bureau.inA1[3] as MemberId
  talker = bureau.inB[0] as MemberId
  const made = await addTalk(db, { at: bureau.groupA1, talkee, talker, secret })
  talk = made.talk
  followUp = made.followUp
  tokens = { ...bureau.tokens, 'first-secretary': firstSecretary.token }
})

const addPost = (organizationId: string, memberId: string, endedOn: string | null = null) =>
  api.world.db
    .insertInto('post')
    .values({
      id: newId(),
      organization_id: organizationId,
      member_id: memberId,
      post: 'secretary',
      started_on: '2025-01-01',
      ended_on: endedOn,
    })
    .execute()

const accountOf = async (memberId: MemberId, ...roles: GrantedRole[]) =>
  (
    await addAccount(api.world.db, {
      login: `p-${newId()}`,
      memberId,
      roles: roles.map((role) => ({ role, at: bureau.committee })),
    })
  ).token

/** 纪检委员 of the committee and 党委书记; beside them only the two people, below. */
const readers: readonly Role[] = ['discipline', 'first-secretary']
const others = allRoles.filter((role) => !readers.includes(role))
const mayAsk = (role: Role) => grants[role]['integrity.detail'] !== undefined

const ask = async (token: string, operation: Operation, ids: Partial<Record<IdKind, string>>) => {
  const part = (name: 'params' | 'query' | 'body') =>
    sample(operation[name], (kind) => ids[kind] ?? newId(), name) as Record<string, unknown>
  const params = part('params')
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => String(params[name]))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(part('query')))
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== null) query.append(name, String(item))
  const response = await api.app.request(`/api${path}?${query}`, {
    method: operation.method,
    headers: {
      'X-Request-Id': 'one',
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      ...(operation.method === 'POST' && { 'Idempotency-Key': newId() }),
      ...(operation.versioned && { 'If-Match': '"v999999"' }),
    },
    ...(['POST', 'PATCH'].includes(operation.method) && { body: JSON.stringify(part('body')) }),
  })
  return { status: response.status, text: await response.text() }
}

/** All but those that would end the session that asks. */
const swept = allOperations.filter(
  ({ name }) => !name.startsWith('session.') || name === 'session.show',
)

const ids = (): Partial<Record<IdKind, string>> => ({
  organization: bureau.groupA1.id,
  member: talkee,
  talk,
  'follow-up': followUp,
})

describe('a talk is read', () => {
  it.each(readers)('by %s: in the list, by name, by id, with its follow-ups', async (role) => {
    const token = tokens[role]
    const list = await api.call(token, talksContract.list, { query: { q: secret } })
    expect(list.body.rows.map(({ id }) => id)).toEqual([talk])
    const shown = await api.call(token, talksContract.open, { params: { id: talk } })
    expect(shown.body.reason).toContain(secret)
    const due = await api.call(token, talksContract.followUps, { query: { states: ['overdue'] } })
    expect(due.body.rows.map(({ id }) => id)).toEqual([followUp])
  })

  it('by the two people concerned, whatever else they are', async () => {
    for (const [memberId, role] of [
      [talkee, 'member'],
      [talker, 'branch-secretary'],
    ] as const) {
      const token = await accountOf(memberId, role)
      const list = await api.call(token, talksContract.list)
      expect(list.body.total).toBe(1)
      const shown = await api.call(token, talksContract.open, { params: { id: talk } })
      expect(shown.body.points).toContain(secret)
    }
  })

  it('by nobody whose post of secretary has ended, or is of a branch', async () => {
    const former = await addMember(api.world.db, { name: '前任', at: bureau.branchB })
    await addPost(bureau.committee.id, former, '2026-11-22')
    const token = await accountOf(former, 'leader')
    expect((await api.call(token, talksContract.list)).body.total).toBe(0)
    const list = await api.call(tokens['branch-secretary'], talksContract.list)
    expect(list.body.total).toBe(0)
  })

  it('by a 纪检委员 only below where the role is held', async () => {
    const { db } = api.world
    const at = (place: SmallBureau['branchA']) =>
      addAccount(db, { login: `d-${newId()}`, roles: [{ role: 'discipline', at: place }] })
    const total = async (token: string) => (await api.call(token, talksContract.list)).body.total
    expect(await total((await at(bureau.branchA)).token)).toBe(1)
    expect(await total((await at(bureau.branchB)).token)).toBe(0)
  })
})

describe('nobody else learns of it', () => {
  it.each(others)('%s: the same refusal by id as for a talk that never was', async (role) => {
    for (const operation of Object.values<Operation>(talksContract)) {
      if (!operation.path.includes(':id')) continue
      const real = await ask(tokens[role], operation, ids())
      const none = await ask(tokens[role], operation, {
        ...ids(),
        talk: newId(),
        'follow-up': newId(),
      })
      expect([operation.name, real]).toEqual([operation.name, none])
      const granted =
        operation.access.kind === 'permission' && grants[role][operation.access.permission]
      expect([operation.name, real.status]).toEqual([operation.name, granted ? 404 : 403])
    }
  })

  it.each(others)(
    '%s: through no operation of the product, lists and writes included',
    async (role) => {
      const leaks: string[] = []
      let answered = 0
      for (const operation of swept) {
        const sent = await ask(tokens[role], operation, ids())
        if (sent.status === 200) answered++
        if (sent.text.includes(secret) || sent.text.includes(talk) || sent.text.includes(followUp))
          leaks.push(`${operation.name}: ${sent.text.slice(0, 200)}`)
      }
      expect(leaks).toEqual([])
      // The sweep is one: much of what was asked was answered.
      expect(answered).toBeGreaterThan(1)
    },
  )

  it('while the same sweep finds it for those who may', async () => {
    for (const role of readers) {
      const found: string[] = []
      for (const operation of swept) {
        const sent = await ask(tokens[role], operation, ids())
        if (sent.text.includes(secret)) found.push(operation.name)
      }
      // A refused version answers with the record as it is: to those who may see it.
      expect(found).toEqual(expect.arrayContaining(['talks.list', 'talks.open', 'talks.followUps']))
      // What follows from talks waits on the workbench of whoever keeps them.
      const places = /^(talks\.|workbench\.todos$)/
      expect(found.filter((name) => !places.test(name))).toEqual([])
    }
  })

  it.each(others.filter(mayAsk))(
    '%s: an empty list, not a shorter one with a total',
    async (role) => {
      for (const query of [
        {},
        { q: secret },
        { year: 2026 },
        { kinds: ['reminder-talk' as const] },
      ])
        expect((await api.call(tokens[role], talksContract.list, { query })).body).toMatchObject({
          total: 0,
          rows: [],
        })
      expect((await api.call(tokens[role], talksContract.followUps)).body.total).toBe(0)
    },
  )

  it('the auditor: who opened a record and when, but not whom it is about, where, or why', async () => {
    await api.call(tokens.discipline, talksContract.open, { params: { id: talk } })
    const { body } = await api.call(tokens.auditor, auditContract.list, {
      query: { action: 'talk.opened' },
    })
    expect(body.rows).toMatchObject([
      { actor: 'discipline', organizationName: '测试市行政审批局机关党委', detail: {} },
    ])
    expect(JSON.stringify(body)).not.toContain(secret)
  })

  it('what is kept of a write: neither the audit log nor the answer kept for repeats says what was recorded', async () => {
    const { status } = await api.call(tokens.discipline, talksContract.record, {
      body: {
        kind: 'reminder-talk',
        occasion: 'sign',
        talkerId: talker,
        talkeeId: talkee,
        heldOn: '2026-11-20',
        place: secret,
        reason: secret,
        points: secret,
      },
    })
    expect(status).toBe(200)
    const { rows } = await sql<{
      text: string | null
    }>`select response::text as text from idempotency union all select row_to_json(e)::text from audit_entry e`.execute(
      api.world.db,
    )
    expect(rows.length).toBe(2)
    const kept = JSON.stringify(rows)
    for (const told of [secret, talkee, talker, bureau.groupA1.id]) expect(kept).not.toContain(told)
  })

  it('the database itself, under every scope that is not confidential', async () => {
    const rows = (role: Role, confidential: boolean) =>
      api.world.db.transaction().execute(async (trx) => {
        const scope = scopeOf('integrity.read', {
          memberId: null,
          assignments: [{ role, organizationId: bureau.committee.id, path: bureau.committee.path }],
        })
        if (!scope) throw new Error('no scope')
        await enterScope(trx, scope, confidential)
        const { rows: found } =
          await sql`select id from talk union all select id from talk_follow_up`.execute(trx)
        return found.length
      })
    expect(await rows('organizer', false)).toBe(0)
    expect(await rows('discipline', false)).toBe(0)
    expect(await rows('discipline', true)).toBe(2)
  })

  it('by making oneself 党委书记: nobody appoints themselves to a post that opens talks', async () => {
    const token = await accountOf(bureau.inB[1] as MemberId, 'organizer')
    const appoint = (memberId: MemberId) =>
      api.call(token, organizationsContract.appoint, {
        params: { id: bureau.branchB.id },
        body: { memberId, post: 'secretary', startedOn: '2026-11-01' },
      })
    expect((await appoint(bureau.inB[2] as MemberId)).status).toBe(200)
    await api.world.db
      .updateTable('post')
      .set({ ended_on: '2026-11-01' })
      .where('organization_id', '=', bureau.committee.id)
      .execute()
    const own = await api.call(token, organizationsContract.appoint, {
      params: { id: bureau.committee.id },
      body: { memberId: bureau.inB[1] as MemberId, post: 'secretary', startedOn: '2026-11-01' },
    })
    expect(own.problem.fields).toHaveProperty(['body.memberId'])
  })
})
