import { afterEach, describe, expect, it } from 'vitest'
import type { GrantedRole } from '#domain/permissions.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { services } from '#server/features/services/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { servicesBureau } from '#tests/support/services.ts'
import { testNow } from '#tests/support/world.ts'

const api = useApi(services)

type Officer = Extract<GrantedRole, 'group-leader' | 'branch-secretary' | 'organizer'> | 'second'
const officers: Officer[] = ['group-leader', 'branch-secretary', 'organizer', 'second']

/** What stands otherwise than in the small bureau, whose one organizer stands above one secretary and one leader. */
interface Given {
  second?: true
  /** The second organizer is the volunteer. */
  own?: true
  revoked?: string
  disabled?: string
}

/** A record that `returner` returned and its member appeals; afterwards the bureau is as given. */
async function appealed(returner: Officer, given: Given) {
  const bureau = await servicesBureau(api)
  const { db } = api.world
  const second = await addAccount(db, {
    login: 'second',
    roles: given.second || given.own ? [{ role: 'organizer', at: bureau.committee }] : [],
    ...(given.own && { memberId: bureau.inB[0] }),
  })
  const tokens = { ...bureau.tokens, second: second.token }
  const { id } = (await bureau.log()).body
  const because = (token: string, how: 'sendBack' | 'appeal', version: number) =>
    api.call(token, servicesContract[how], {
      params: { id },
      version,
      body: { reason: '与登记簿不符' },
    })
  await because(tokens[returner], 'sendBack', 1)
  expect((await because(tokens.member, 'appeal', 2)).body.state).toBe('appealed')
  if (given.own) {
    const whose = { member_id: bureau.inB[0] as string }
    await db.updateTable('service_record').set(whose).where('id', '=', id).execute()
  }
  const named = (login: string) => db.selectFrom('account').select('id').where('login', '=', login)
  if (given.revoked)
    await db
      .updateTable('assignment')
      .set({ revoked_at: '2026-11-23T00:00:00Z' })
      .where('account_id', '=', named(given.revoked))
      .execute()
  if (given.disabled)
    await db
      .updateTable('account')
      .set({ disabled_at: '2026-11-23T00:00:00Z' })
      .where('login', '=', given.disabled)
      .execute()
  return { ...bureau, id, tokens, because }
}

const toConfirm = async (token: string) => {
  const query = { toConfirm: 'true', year: 2026 } as const
  const answer = await api.call(token, servicesContract.list, { query })
  return answer.status === 200 ? answer.body.rows.map(({ id }) => id) : []
}

describe('who decides an appeal (handbook §8; 67号令: the organization verifies)', () => {
  it.each<[string, Officer, Given, Officer[]]>([
    ['the leader of the group returned it', 'group-leader', {}, ['branch-secretary', 'organizer']],
    ['the secretary returned it: not the leader below', 'branch-secretary', {}, ['organizer']],
    ['the organizer returned it, nobody is so high', 'organizer', {}, ['organizer']],
    ['of two organizers one returned it', 'organizer', { second: true }, ['second']],
    ['the other organizer is the volunteer', 'organizer', { own: true }, ['organizer']],
    [
      'who returned it has no office any more',
      'branch-secretary',
      { revoked: 'secretary' },
      ['group-leader', 'organizer'],
    ],
    [
      'the only one above was taken away',
      'branch-secretary',
      { revoked: 'organizer' },
      ['branch-secretary'],
    ],
    [
      'the only one above cannot sign in any more',
      'branch-secretary',
      { disabled: 'organizer' },
      ['branch-secretary'],
    ],
  ])('%s', async (_, returner, given, deciders) => {
    const { id, tokens, because } = await appealed(returner, given)
    for (const officer of officers) {
      const token = tokens[officer]
      const decides = deciders.includes(officer)
      expect(await toConfirm(token), `to be done by ${officer}`).toEqual(decides ? [id] : [])
      const shown = await api.call(token, servicesContract.show, { params: { id } })
      if (shown.status !== 200) continue
      expect(shown.body.mayDecide, `shown to ${officer}`).toBe(decides)
      if (decides) continue
      const confirmed = await api.call(token, servicesContract.confirm, {
        params: { id },
        version: 3,
      })
      expect(confirmed.problem.code, `confirmed by ${officer}`).toBe('state')
      expect((await because(token, 'sendBack', 3)).problem.code, `by ${officer}`).toBe('state')
    }
    const [first] = deciders
    if (!first) throw new Error('nobody decides')
    const decided = await api.call(tokens[first], servicesContract.confirm, {
      params: { id },
      version: 3,
    })
    expect(decided.body.state).toBe('confirmed')
  })

  it('is about the last return: each decision that was one makes the next appeal somebody else’s', async () => {
    const { id, tokens, because } = await appealed('group-leader', {})
    expect((await because(tokens['branch-secretary'], 'sendBack', 3)).body.state).toBe('returned')
    expect((await because(tokens.member, 'appeal', 4)).body.state).toBe('appealed')
    expect(await toConfirm(tokens['group-leader'])).toEqual([])
    expect(await toConfirm(tokens['branch-secretary'])).toEqual([])
    expect(await toConfirm(tokens.organizer)).toEqual([id])
  })

  it.each<[string, Given, Officer, boolean]>([
    ['who returned it', {}, 'organizer', true],
    ['a namesake of who returned it', { second: true }, 'second', false],
  ])('its history says of the decision whether it is by who returned it: %s', async (...row) => {
    const [, given, decider, isMarked] = row
    const { id, tokens } = await appealed('organizer', given)
    await api.world.db.updateTable('account').set({ name: '李强' }).execute()
    const decided = await api.call(tokens[decider], servicesContract.confirm, {
      params: { id },
      version: 3,
    })
    const marks = decided.body.events.map(({ byReturner = false }) => byReturner)
    expect(marks).toEqual([false, false, false, isMarked])
  })

  it('what is not an appeal waits for every office that reaches it, never for the own account', async () => {
    const { log, tokens } = await servicesBureau(api)
    const { id } = (await log()).body
    for (const officer of ['group-leader', 'branch-secretary', 'organizer'] as const)
      expect(await toConfirm(tokens[officer]), `of ${officer}`).toEqual([id])
    for (const role of ['member', 'leader'] as const)
      expect(await toConfirm(tokens[role]), `of ${role}`).toEqual([])

    await api.call(tokens.organizer, servicesContract.confirmMany, {
      body: { records: [{ id, version: 1 }] },
    })
    expect(await toConfirm(tokens.organizer)).toEqual([])
  })
})

describe('an appeal that was decided (67号令: the volunteer is answered)', () => {
  afterEach(() => api.world.setNow(testNow))

  it.each(['confirmed', 'returned'] as const)(
    'is told to who appealed for a fortnight, and to nobody else: %s',
    async (outcome) => {
      const { id, tokens, because, list } = await appealed('group-leader', {})
      const query = { year: 2026, answered: 'true' } as const
      const told = async (token: string) => (await list(token, query)).rows.map((row) => row.id)
      expect(await told(tokens.member)).toEqual([])
      if (outcome === 'returned') await because(tokens['branch-secretary'], 'sendBack', 3)
      else
        await api.call(tokens['branch-secretary'], servicesContract.confirm, {
          params: { id },
          version: 3,
        })
      expect(await list(tokens.member, query)).toMatchObject({
        total: 1,
        rows: [{ id, state: outcome }],
      })
      expect(await told(tokens['branch-secretary'])).toEqual([])
      // What came back stands once among what waits for the member.
      const back = { states: ['returned'], mine: 'true', answered: 'false' } as const
      expect((await list(tokens.member, back)).total).toBe(0)

      const later = async (day: string) => {
        api.world.setNow(`${day}T02:00:00Z`)
        await api.world.db.updateTable('session').set({ idle_until: '2099-01-01' }).execute()
      }
      await later('2026-12-06')
      expect(await told(tokens.member)).toEqual([id])
      await later('2026-12-07')
      expect(await told(tokens.member)).toEqual([])
      expect((await list(tokens.member, back)).total).toBe(outcome === 'returned' ? 1 : 0)
    },
  )

  it('is no more told once the member has acted on it', async () => {
    const { tokens, because, list } = await appealed('group-leader', {})
    await because(tokens['branch-secretary'], 'sendBack', 3)
    await because(tokens.member, 'appeal', 4)
    expect((await list(tokens.member, { answered: 'true' })).total).toBe(0)
  })
})
