import { expect, it } from 'vitest'
import { cockpitContract } from '#domain/cockpit.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { addCounts } from '#server/counts/deltas.ts'
import { foldAll } from '#server/counts/fold.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'

const api = useApi()

it('adds up to the same before and after folding, and its parts add up to the whole', async () => {
  const bureau = await smallBureau(api.world.db)
  const add = (at: string, month: string, kind: string, count: number, minutes = 0) =>
    api.world.db
      .transaction()
      .execute((trx) => addCounts(trx, at, [{ month, kind, count, minutes }]))
  await add(bureau.branchA.id, '2026-03', 'service:outreach', 5, 90)
  await add(bureau.groupA1.id, '2026-03', 'service:outreach', 7)
  await add(bureau.branchB.id, '2026-04', 'service:reminder', 4)
  await add(bureau.committee.id, '2026-04', 'service:reminder', 2)
  await add(bureau.branchB.id, '2025-04', 'service:reminder', 9)
  await add(bureau.branchB.id, '2024-04', 'service:reminder', 100)
  // Month by month it would tell who was talked to.
  await add(bureau.branchB.id, '2026-04', 'integrity:talk', 1)
  const ask = async (year = 2026) =>
    (
      await api.call(bureau.tokens.leader, cockpitContract.show, {
        query: { organization: bureau.committee.id, year },
      })
    ).body
  const pending = await ask()
  expect(pending.cells).toEqual([
    { month: '2025-04', kind: 'service:reminder', count: 9, minutes: 0 },
    { month: '2026-03', kind: 'service:outreach', count: 12, minutes: 90 },
    { month: '2026-04', kind: 'service:reminder', count: 6, minutes: 0 },
  ])
  const counted = (id: string) => pending.parts.find((part) => part.organizationId === id)?.counts
  expect(counted(bureau.branchA.id)).toEqual([{ kind: 'service:outreach', count: 12 }])
  expect(counted(bureau.branchB.id)).toEqual([{ kind: 'service:reminder', count: 4 }])
  expect(pending.parts.at(-1)).toMatchObject({
    organizationId: bureau.committee.id,
    isOwn: true,
    counts: [{ kind: 'service:reminder', count: 2 }],
  })
  const past = await ask(2025)
  const nine = [{ kind: 'service:reminder', count: 9 }]
  expect(past.cells.map(({ count }) => count)).toEqual([100, 9])
  expect(past.parts.map(({ counts }) => counts)).toContainEqual(nine)
  expect(past.members).toBe(pending.members)
  await foldAll(api.world.db)
  expect(await ask()).toEqual(pending)
  expect(await ask(2025)).toEqual(past)
})

it('counts the members of each part as the roster lists them', async () => {
  const bureau = await smallBureau(api.world.db)
  const { body } = await api.call(bureau.tokens.leader, cockpitContract.show, {
    query: { organization: bureau.committee.id, year: 2026 },
  })
  expect(body.members).toBeGreaterThan(0)
  for (const part of body.parts.filter(({ isOwn }) => !isOwn)) {
    const listed = await api.call(bureau.tokens.leader, membersContract.list, {
      query: {
        organization: part.organizationId,
        stages: ['full', 'probationary'],
        standings: ['normal'],
      },
    })
    expect(listed.body.total).toBe(part.members)
  }
})
