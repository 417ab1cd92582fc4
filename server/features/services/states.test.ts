import { describe, expect, it } from 'vitest'
import { servicesContract } from '#domain/services.contract.ts'
import { services } from '#server/features/services/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { anEntry, servicesBureau } from '#tests/support/services.ts'

const api = useApi(services)
const bureau = () => servicesBureau(api)

describe('return, appeal, change, withdrawal', () => {
  it('go through the record’s life and keep its row', async () => {
    const { tokens, log, list } = await bureau()
    const { id } = (await log()).body
    const member = tokens.member
    const secretary = tokens['branch-secretary']
    const because = (
      token: string,
      how: 'sendBack' | 'appeal' | 'withdraw',
      version: number,
      reason = '与登记簿不符',
    ) => api.call(token, servicesContract[how], { params: { id }, version, body: { reason } })
    expect((await because(member, 'appeal', 1)).problem.code).toBe('state')
    expect((await because(secretary, 'sendBack', 1, '')).problem.fields).toHaveProperty([
      'body.reason',
    ])
    expect((await because(secretary, 'sendBack', 1)).body).toMatchObject({
      state: 'returned',
      returnReason: '与登记簿不符',
    })
    expect((await because(member, 'appeal', 2, '窗口叫号系统可查')).body.state).toBe('appealed')
    const together = await api.call(secretary, servicesContract.confirmMany, {
      body: { records: [{ id, version: 3 }] },
    })
    expect(together.body).toMatchObject({ confirmed: [], refused: [{ id, code: 'state' }] })
    expect((await because(secretary, 'sendBack', 3)).problem.code).toBe('state')
    expect((await because(tokens.organizer, 'sendBack', 3)).body.state).toBe('returned')
    const changed = await api.call(member, servicesContract.change, {
      params: { id },
      version: 4,
      body: anEntry({ visits: 2 }),
    })
    expect(changed.body).toMatchObject({ state: 'logged', visits: 2, returnReason: null })
    expect((await because(member, 'withdraw', 5, '记重了')).body.state).toBe('withdrawn')
    for (const how of ['appeal', 'withdraw'] as const)
      expect((await because(member, how, 6)).problem.code).toBe('state')
    const { rows, total } = await list(secretary)
    expect([total, rows[0]?.state]).toEqual([1, 'withdrawn'])
    const { events } = (await api.call(member, servicesContract.show, { params: { id } })).body
    expect(events.map(({ action }) => action)).toEqual([
      'logged',
      'returned',
      'appealed',
      'returned',
      'changed',
      'withdrawn',
    ])
    // A withdrawn record stands in nobody's way.
    expect((await log({ visits: 2 })).status).toBe(200)
  })

  it('a confirmed record is not changed, and no one touches another’s', async () => {
    const { tokens, log, inA1, groupA1 } = await bureau()
    const { id } = (await log()).body
    await api.call(tokens['group-leader'], servicesContract.confirm, { params: { id }, version: 1 })
    const change = (token: string, version: number) =>
      api.call(token, servicesContract.change, { params: { id }, version, body: anEntry() })
    expect((await change(tokens.member, 2)).problem.code).toBe('state')
    const other = await addAccount(api.world.db, {
      login: 'other',
      memberId: inA1[3],
      roles: [{ role: 'member', at: groupA1 }],
    })
    expect((await change(other.token, 2)).status).toBe(404)
    expect((await change(tokens['branch-secretary'], 2)).problem.code).toBe('forbidden')
  })
})
