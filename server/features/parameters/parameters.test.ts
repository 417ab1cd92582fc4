import { beforeEach, describe, expect, it } from 'vitest'
import { dutiesContract } from '#domain/duties.contract.ts'
import { parameterKeys } from '#domain/rules/parameters.ts'
import { parametersContract } from '#domain/system.contract.ts'
import { duties } from '#server/features/duties/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { parameters } from './handlers.ts'

const api = useApi([...parameters, ...duties])
let bureau: SmallBureau
beforeEach(async () => void (bureau = await smallBureau(api.world.db)))

const set = (key: string, value: unknown, from = '2026-11-23', token = bureau.tokens.organizer) =>
  api.call(token, parametersContract.set, {
    body: { key, value, from, reason: '机关党委会议决定' },
  })
const list = async () => (await api.call(bureau.tokens.member, parametersContract.list)).body
const valueOf = async (key: string) => (await list()).find((one) => one.key === key)

describe('parameters', () => {
  it('are all told, as decided or by default, to everybody who works here', async () => {
    expect((await list()).map(({ key }) => key)).toEqual(parameterKeys)
    expect(await valueOf('makeup.days')).toEqual({
      key: 'makeup.days',
      value: 3,
      from: null,
      isDefault: true,
      setBy: null,
      next: [],
    })
    const answer = await set('makeup.days', 7)
    const expected = {
      key: 'makeup.days',
      value: 7,
      from: '2026-11-23',
      isDefault: false,
      setBy: 'organizer',
      next: [],
    }
    expect(await valueOf('makeup.days')).toEqual(expected)
    expect(answer.body).toContainEqual(expected)
    expect(
      await api.world.db.selectFrom('audit_entry').select(['action', 'detail']).execute(),
    ).toEqual([
      {
        action: 'parameter.set',
        detail: { key: 'makeup.days', value: 7, from: '2026-11-23', reason: '机关党委会议决定' },
      },
    ])
  })

  it('hold from their day on, the last decision of a day', async () => {
    await set('makeup.days', 5, '2026-12-01')
    await set('makeup.days', 6, '2026-12-01')
    await set('makeup.days', 9, '2027-01-01')
    expect((await valueOf('makeup.days'))?.value).toBe(3)
    // What is decided for later is seen, or it would be decided again.
    expect((await valueOf('makeup.days'))?.next).toEqual([
      { value: 6, from: '2026-12-01', setBy: 'organizer' },
      { value: 9, from: '2027-01-01', setBy: 'organizer' },
    ])
    api.world.setNow('2026-11-30T16:00:00Z')
    expect((await valueOf('makeup.days'))?.value).toBe(6)
    api.world.setNow('2026-11-23T02:00:00Z')
  })

  it('do not rewrite the past: the lectures of the quarters before keep their frequency', async () => {
    expect((await set('lecture.frequency', 'month', '2026-11-22')).problem.fields).toHaveProperty([
      'body.from',
    ])
    await set('lecture.frequency', 'month')
    const lectures = async (year: number) => {
      const query = { organization: bureau.committee.id, year, duty: 'party-lecture' as const }
      return (await api.call(bureau.tokens.leader, dutiesContract.matrix, { query })).body
    }
    const before = await lectures(2026)
    expect(before.periods.map(({ key }) => key)).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ])
    expect((await lectures(2027)).periods).toHaveLength(12)
  })

  it.each<[string, unknown, string, string]>([
    ['no.such', 1, 'body.key', '没有这个参数'],
    ['lecture.frequency', 'week', 'body.value', '请从给出的选项中选择'],
    ['makeup.days', 'three', 'body.value', '无效输入'],
    ['makeup.days', 0, 'body.value', '数值过小'],
    ['makeup.days', 31, 'body.value', '数值过大'],
    ['volunteer.starHours', [300, 100], 'body.value', '由低到高'],
  ])('refuse %s = %j in Chinese, at the field', async (key, value, field, words) => {
    const { fields } = (await set(key, value)).problem
    expect(fields?.[field]).toContain(words)
  })

  it('are the whole bureau’s: nobody sets them for a branch', async () => {
    const { token } = await addAccount(api.world.db, {
      login: 'b',
      roles: [{ role: 'organizer', at: bureau.branchB }],
    })
    expect((await set('makeup.days', 7, '2026-11-23', token)).problem.code).toBe('forbidden')
    expect((await set('makeup.days', 7, '2026-11-23', bureau.tokens.leader)).problem.code).toBe(
      'forbidden',
    )
  })
})
