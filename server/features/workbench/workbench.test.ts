import { expect, it } from 'vitest'
import { dutiesContract } from '#domain/duties.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, addMember, smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi()

const officers: GrantedRole[] = ['branch-secretary', 'organizer', 'leader', 'discipline']

it.each(officers)('%s is told what each list answers by itself', async (role) => {
  const bureau = await smallBureau(api.world.db)
  const token = bureau.tokens[role]
  const organization = role === 'branch-secretary' ? bureau.branchA.id : bureau.committee.id
  const { body } = await api.call(token, workbenchContract.todos, {
    query: { organization },
  })
  const size = 5
  const due = await api.call(token, dutiesContract.due, {
    query: { organization, overdue: 'true', size },
  })
  expect(body.overdue).toEqual(due.body)
  expect(body.overdue?.total).toBeGreaterThan(0)
  const others = {
    drafts: await api.call(token, meetingsContract.list, {
      query: { organization, statuses: ['draft'], size },
    }),
    makeups: await api.call(token, makeupsContract.list, {
      query: { organization, states: ['open', 'overdue'], size },
    }),
    services: await api.call(token, servicesContract.list, {
      query: { organization, toConfirm: 'true', size },
    }),
    talks: await api.call(token, talksContract.list, { query: { awaiting: 'true', size } }),
    followUps: await api.call(token, talksContract.followUps, {
      query: { organization, states: ['open', 'overdue'], size },
    }),
  }
  // Null is what the account could not act on, or not even read.
  const told = Object.entries(others).filter(([name]) => body[name as keyof typeof others] !== null)
  expect(
    Object.fromEntries(told.map(([name]) => [name, body[name as keyof typeof others]])),
  ).toEqual(Object.fromEntries(told.map(([name, answer]) => [name, answer.body])))
  expect(body.followUps !== null).toBe(role === 'discipline')
  expect(body.drafts !== null).toBe(role === 'branch-secretary' || role === 'organizer')
})

it('forgets nothing over New Year, and tells of an item of the 责任清单 before its last day', async () => {
  const bureau = await smallBureau(api.world.db)
  const { branchA, tokens } = bureau
  const owner = firstOf(bureau.inA1)
  await held(api, tokens['branch-secretary'], aMeeting(branchA, owner, { heldOn: '2025-11-20' }))
  for (const dueOn of ['2025-12-31', '2026-12-23', '2026-12-24'])
    await api.call(tokens['branch-secretary'], integrityContract.createResponsibility, {
      body: {
        organizationId: branchA.id,
        year: Number(dueOn.slice(0, 4)),
        layer: 'section-head',
        title: `排查窗口岗位廉政风险 ${dueOn}`,
        ownerId: owner,
        dueOn,
      },
    })
  const { body } = await api.call(tokens['branch-secretary'], workbenchContract.todos, {
    query: { organization: branchA.id },
  })
  expect(body.drafts?.rows.map(({ heldOn }) => heldOn)).toEqual(['2025-11-20'])
  expect(body.responsibilities?.rows.map(({ dueOn }) => dueOn)).toEqual([
    '2025-12-31',
    '2026-12-23',
  ])
})

it('asks for no make-up of whom may not confirm it', async () => {
  const bureau = await smallBureau(api.world.db)
  const { groupA1, inA1, tokens } = bureau
  await held(
    api,
    tokens['branch-secretary'],
    aMeeting(groupA1, firstOf(inA1), {
      types: ['group-meeting'],
      attendance: [{ memberId: inA1[1] as MemberId, status: 'absent', reason: '无故' }],
      advance: 'sign',
    }),
  )
  const makeups = async (role: GrantedRole) => {
    const query = { organization: groupA1.id }
    return (await api.call(tokens[role], workbenchContract.todos, { query })).body.makeups?.total
  }
  expect(await makeups('group-leader')).toBeUndefined()
  expect(await makeups('branch-secretary')).toBe(1)
})

it('tells who looks at everything and leads one branch only of what waits in that branch', async () => {
  const bureau = await smallBureau(api.world.db)
  const { branchA, branchB, committee, inA1, inB, tokens } = bureau
  const { token } = await addAccount(api.world.db, {
    login: 'first',
    roles: [
      { role: 'leader', at: committee },
      { role: 'branch-secretary', at: branchB },
    ],
  })
  for (const [branch, people] of [
    [branchA, inA1],
    [branchB, inB],
  ] as const) {
    const chair = firstOf(people)
    const absent = { memberId: people[1] as MemberId, status: 'absent' as const, reason: '无故' }
    const next = (day: string, advance: 'draft' | 'submit' | 'sign') =>
      held(
        api,
        tokens.organizer,
        aMeeting(branch, chair, { heldOn: day, attendance: [absent], advance }),
      )
    await next('2026-11-18', 'draft')
    await next('2026-11-19', 'submit')
    await next('2026-11-20', 'sign')
    await addMember(api.world.db, { name: '在途', at: branch, relation: 'moving-out' })
  }
  const query = { organization: committee.id }
  const { body } = await api.call(token, workbenchContract.todos, { query })
  const told = { sign: body.sign, drafts: body.drafts, makeups: body.makeups }
  for (const [name, group] of Object.entries(told))
    expect([name, group?.rows.map((row) => row.organizationId)]).toEqual([name, [branchB.id]])
  expect(body.transfers?.total).toBe(1)
  const lists = {
    sign: await api.call(token, meetingsContract.list, {
      query: { ...query, statuses: ['submitted'], hand: 'sign' },
    }),
    makeups: await api.call(token, makeupsContract.list, { query: { ...query, hand: 'true' } }),
    transfers: await api.call(token, membersContract.list, {
      query: { ...query, relations: ['moving-out'], hand: 'true' },
    }),
  }
  for (const [name, list] of Object.entries(lists))
    expect([name, list.body.total]).toEqual([name, 1])
  const others = { query: { ...query, relations: ['moving-out' as const], hand: 'false' as const } }
  expect((await api.call(token, membersContract.list, others)).body.total).toBe(1)

  const due = await api.call(token, dutiesContract.due, { query: { ...query, size: 200 } })
  const mine = due.body.rows.filter(({ mayRecord }) => mayRecord)
  expect(new Set(mine.map((row) => row.organizationId))).toEqual(new Set([branchB.id]))
  expect(mine.length).toBeLessThan(due.body.total)
  const handsAt = async (id: string) =>
    (await api.call(token, organizationsContract.show, { params: { id } })).body.hands
  expect(await handsAt(branchA.id)).toEqual({ record: false, sign: false })
  expect(await handsAt(branchB.id)).toEqual({ record: true, sign: true })
})

it('tells who looks at all of 廉洁教育 and records it in one branch only of what is owed there', async () => {
  const { branchA, branchB, committee, inA1, inB, tokens } = await smallBureau(api.world.db)
  const { token } = await addAccount(api.world.db, {
    login: 'first',
    roles: [
      { role: 'leader', at: committee },
      { role: 'branch-secretary', at: branchB },
    ],
  })
  const dueOn = '2026-11-22'
  const talk = { organizationId: committee.id, title: '警示教育大会', theme: '以案为鉴' }
  const followUps = [branchA, branchB].map(({ id }) => ({ what: '专题讨论', dueOn, placeId: id }))
  const made = await api.call(tokens.discipline, integrityContract.recordEducation, {
    body: { ...talk, heldOn: '2026-11-20', followUps },
  })
  expect(made.status).toBe(200)
  for (const [{ id: organizationId }, people] of [
    [branchA, inA1],
    [branchB, inB],
  ] as const) {
    const item = { year: 2026, layer: 'section-head' as const, title: '排查廉政风险', dueOn }
    const { status } = await api.call(tokens.organizer, integrityContract.createResponsibility, {
      body: { ...item, organizationId, ownerId: firstOf(people) },
    })
    expect(status).toBe(200)
  }
  const query = { organization: committee.id }
  const { body } = await api.call(token, workbenchContract.todos, { query })
  expect(body.measures?.rows.map(({ placeId }) => placeId)).toEqual([branchB.id])
  expect(body.responsibilities?.rows.map((row) => row.organizationId)).toEqual([branchB.id])
  const others = { query: { ...query, hand: 'false' as const } }
  const measures = (await api.call(token, integrityContract.educationFollowUps, others)).body
  expect(measures.rows.map(({ placeId }) => placeId)).toEqual([branchA.id])
  const items = (await api.call(token, integrityContract.responsibilities, others)).body
  expect(items.rows.map((row) => row.organizationId)).toEqual([branchA.id])
})

it('answers of an organization outside as of one that is not there', async () => {
  const bureau = await smallBureau(api.world.db)
  const ask = (organization: string) =>
    api.call(bureau.tokens['branch-secretary'], workbenchContract.todos, {
      query: { organization },
    })
  const [outside, nowhere] = [await ask(bureau.branchB.id), await ask(crypto.randomUUID())]
  expect(outside.status).toBe(404)
  expect(outside.problem).toEqual(nowhere.problem)
})

it('tells nothing of a list that its reader reaches elsewhere alone', async () => {
  const { branchB, committee } = await smallBureau(api.world.db)
  const { token } = await addAccount(api.world.db, {
    login: 'first',
    roles: [
      { role: 'leader', at: committee },
      { role: 'discipline', at: branchB },
    ],
  })
  const followUps = async (organization: string) =>
    (await api.call(token, workbenchContract.todos, { query: { organization } })).body.followUps
  expect(await followUps(branchB.id)).not.toBeNull()
  expect(await followUps(committee.id)).toBeNull()
})

it('is not for a member, and no longer for whom a role was taken from', async () => {
  const bureau = await smallBureau(api.world.db)
  const query = { organization: bureau.committee.id }
  const asMember = await api.call(bureau.tokens.member, workbenchContract.todos, { query })
  expect(asMember.status).toBe(403)
  const token = bureau.tokens.organizer
  expect((await api.call(token, workbenchContract.todos, { query })).status).toBe(200)
  await api.world.db
    .updateTable('assignment')
    .set({ revoked_at: api.world.clock().toISOString() })
    .where('role', '=', 'organizer')
    .execute()
  // What is remembered of the session is not believed.
  expect((await api.call(token, workbenchContract.todos, { query })).status).toBe(403)
})
