import { beforeEach, describe, expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import { exemptionsContract } from '#domain/duties.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { exemptions } from './handlers.ts'

const api = useApi(exemptions)
let bureau: SmallBureau
beforeEach(async () => void (bureau = await smallBureau(api.world.db)))

type Body = NonNullable<Given<typeof exemptionsContract.create>['body']>

const create = (over: Partial<Body> = {}, token = bureau.tokens.organizer) =>
  api.call(token, exemptionsContract.create, {
    body: {
      organizationId: bureau.branchA.id,
      duty: 'theme-day',
      from: '2026-03-01',
      to: '2026-04-30',
      reason: '集中驻村',
      documentNumber: '机党〔2026〕3号',
      ...over,
    },
  })
const list = async (token = bureau.tokens.leader, query = {}) =>
  (await api.call(token, exemptionsContract.list, { query })).body

describe('exemptions', () => {
  it('are told with who approved them and by which document, inside the reach of the reader', async () => {
    const { body } = await create()
    expect(body).toMatchObject({
      organizationName: '甲支部',
      approvedBy: 'organizer',
      documentNumber: '机党〔2026〕3号',
      mayWithdraw: true,
      version: 1,
    })
    const read = { ...body, mayWithdraw: false }
    await create({ organizationId: bureau.branchB.id, from: '2026-05-01', to: '2026-05-31' })
    expect(await list()).toMatchObject({ total: 2, rows: [{ organizationName: '乙支部' }, read] })
    expect((await list(bureau.tokens['branch-secretary'])).rows).toEqual([read])
    expect((await list(bureau.tokens.leader, { organization: bureau.branchB.id })).total).toBe(1)
    const audited = await api.world.db
      .selectFrom('audit_entry')
      .select(['action', 'target_id', 'organization_id', 'detail'])
      .orderBy('id')
      .execute()
    expect(audited[0]).toMatchObject({
      action: 'exemption.created',
      target_id: body.id,
      organization_id: bureau.branchA.id,
      detail: { duty: 'theme-day', from: '2026-03-01' },
    })
  })

  it('do not overlap for one duty of one organ', async () => {
    await create()
    for (const over of [
      { from: '2026-04-30', to: '2026-05-31' },
      { from: '2026-01-01', to: '2026-03-01' },
      { from: '2026-03-10', to: '2026-03-12' },
    ])
      expect((await create(over)).problem.fields).toEqual({
        'body.from': '与已有豁免（2026-03-01 至 2026-04-30）的时间重叠',
      })
    for (const over of [
      { from: '2026-05-01', to: '2026-05-01' },
      { duty: 'party-lecture' as const },
      { organizationId: bureau.branchB.id },
    ])
      expect((await create(over)).status).toBe(200)
  })

  it('of two made at once for the same days only one is made', async () => {
    const answers = await Promise.all([create(), create({ reason: '另一个原因' })])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(1)
  })

  it.each<[string, Partial<Body>, string]>([
    ['an end before the start', { from: '2026-04-02', to: '2026-04-01' }, 'body.to'],
    ['a duty of groups for a branch', { duty: 'group-meeting' }, 'body.duty'],
    ['a day that does not exist', { from: '2026-02-30' }, 'body.from'],
  ])('refuse %s, at the field', async (_, over, field) => {
    expect(Object.keys((await create(over)).problem.fields ?? {})).toEqual([field])
  })

  it('refuse a duty of branches for a committee or a group, not a committee’s own', async () => {
    expect((await create({ organizationId: bureau.committee.id })).problem.fields).toHaveProperty([
      'body.duty',
    ])
    expect((await create({ organizationId: bureau.groupA1.id })).problem.fields).toHaveProperty([
      'body.duty',
    ])
    const own = { organizationId: bureau.committee.id, duty: 'democratic-life' as const }
    expect((await create(own)).status).toBe(200)
  })

  it('are for the superior to approve, not for the branch itself', async () => {
    expect((await create({}, bureau.tokens['branch-secretary'])).problem.code).toBe('forbidden')
    const other = await addAccount(api.world.db, {
      login: 'b',
      roles: [{ role: 'organizer', at: bureau.branchB }],
    })
    expect((await create({}, other.token)).problem.code).toBe('not_found')
  })

  it('are withdrawn once, by their version, and then free their days', async () => {
    const { body } = await create()
    const withdraw = (version: number) =>
      api.call(bureau.tokens.organizer, exemptionsContract.withdraw, {
        params: { id: body.id },
        version,
      })
    expect((await withdraw(2)).problem.code).toBe('version_conflict')
    expect((await withdraw(1)).status).toBe(200)
    expect((await withdraw(1)).problem.code).toBe('not_found')
    expect((await list()).total).toBe(0)
    expect((await create()).status).toBe(200)
    const kept = await api.world.db
      .selectFrom('exemption')
      .select('withdrawn_at')
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow()
    expect(kept.withdrawn_at).not.toBeNull()
  })
})
