import { expect, it } from 'vitest'
import { exportsContract } from '#domain/exports.contract.ts'
import { membersContract as contract } from '#domain/members.contract.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'

const api = useApi()

it('whoever has left stands on the roster only where they are asked for, today and of a past day, in list, search and file', async () => {
  const { tokens, branchB, inB } = await smallBureau(api.world.db)
  const [id = ''] = inB
  const { body: who } = await api.call(tokens.organizer, contract.changeStatus, {
    params: { id },
    body: { on: '2026-11-10', reason: '因病去世', standing: 'deceased' },
    version: 1,
  })
  const base = { organization: branchB.id, size: 50 }
  const total = async (query: object) => {
    const { body } = await api.call(tokens.organizer, contract.list, {
      query: { ...base, ...query },
    })
    expect(body.rows).toHaveLength(body.total)
    expect(body.rows.some((row) => row.id === id)).toBe(body.total === all || body.total === 1)
    return body.total
  }
  const all = inB.length
  expect(await total({})).toBe(all - 1)
  expect(await total({ gone: 'false' })).toBe(all - 1)
  expect(await total({ gone: 'true' })).toBe(all)
  expect(await total({ standings: ['deceased'] })).toBe(1)
  expect(await total({ on: '2026-11-20' })).toBe(all - 1)
  expect(await total({ on: '2026-11-20', gone: 'true' })).toBe(all)
  expect(await total({ on: '2026-11-09' })).toBe(all)
  expect(await total({ stages: ['full'] })).toBe(all - 1)
  for (const q of [who.name, 'zzzz']) expect(await total({ q })).toBe(0)
  expect(await total({ q: who.name, gone: 'true' })).toBe(1)
  const rows = async (query: object) =>
    (
      await api.call(tokens.organizer, exportsContract.rows, {
        body: { list: 'members.list', query: { organization: branchB.id, ...query } },
      })
    ).body.rows.length
  expect([await rows({}), await rows({ gone: 'true' })]).toEqual([all - 1, all])
})
