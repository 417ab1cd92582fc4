import { expect, it } from 'vitest'
import { dutiesContract } from '#domain/duties.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
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
