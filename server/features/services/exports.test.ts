import { expect, it } from 'vitest'
import { servicesContract as contract } from '#domain/services.contract.ts'
import { auditContract } from '#domain/system.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { anEntry, servicesBureau } from '#tests/support/services.ts'

const api = useApi()
const linesOf = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n')
const itemsOf = (text: string) =>
  linesOf(text)
    .slice(1)
    .map((line) => line.split(',')[9])

/** Three records of 王芳 in branch 甲, one confirmed and one withdrawn, and one of somebody of 乙. */
async function withServices() {
  const bureau = await servicesBureau(api)
  const { tokens, log, inB } = bureau
  const first = await log({ item: '甲一', from: '12:00', to: '13:30', isVolunteer: true })
  await log({ item: '甲二', kind: 'outreach', servedOn: '2026-10-20', beneficiary: 'enterprise' })
  const back = await log({ item: '=1+1', servedOn: '2026-09-20', channel: 'on-site' })
  const version = 1
  await api.call(tokens['group-leader'], contract.confirm, {
    params: { id: first.body.id },
    version,
  })
  await api.call(tokens.member, contract.withdraw, {
    params: { id: back.body.id },
    body: { reason: '记错了' },
    version,
  })
  const elsewhere = await addAccount(api.world.db, {
    login: 'elsewhere',
    memberId: inB[0],
    roles: [{ role: 'member', at: bureau.branchB }],
  })
  await api.call(elsewhere.token, contract.create, { body: anEntry({ item: '别处' }) })
  return bureau
}

it('holds the rows of the list under the same filter, in its order, all its pages', async () => {
  const { tokens } = await withServices()
  for (const filter of [
    {},
    { states: ['confirmed' as const] },
    { kinds: ['assisted' as const], sort: 'servedOn' as const },
    { volunteer: 'false' as const, year: 2026 },
  ]) {
    const file = await api.call(tokens.leader, contract.exportList, { body: filter })
    const list = await api.call(tokens.leader, contract.list, { query: filter })
    expect(itemsOf(file.body.text)).toEqual(
      list.body.rows.map(({ item }) => item.replace(/^=/, "'=")),
    )
  }
  const { body } = await api.call(tokens.leader, contract.exportList, { body: { q: '甲一' } })
  expect(body.name).toBe('服务记录-2026-11-23.csv')
  expect(linesOf(body.text)).toEqual([
    '日期,开始,结束,组织,党员,类别,人次,时长（分钟）,渠道,办理事项,服务对象,性质,状态,同一时段的主题党日',
    '2026-11-20,12:00,13:30,甲一小组,王芳,帮办服务,3,90,窗口,甲一,群众,志愿服务,已确认,',
  ])
})

it('holds nothing beyond the rights of whoever asks: a member takes only the own records', async () => {
  const { tokens, branchB } = await withServices()
  const asked = async (token: string, body = {}) => api.call(token, contract.exportList, { body })
  for (const role of ['branch-secretary', 'group-leader', 'member'] as const)
    expect(itemsOf((await asked(tokens[role])).body.text), `taken by ${role}`).toEqual([
      '甲一',
      '甲二',
      "'=1+1",
    ])
  expect(itemsOf((await asked(tokens.leader)).body.text)).toContain('别处')
  expect((await asked(tokens['branch-secretary'], { organization: branchB.id })).status).toBe(404)
  expect((await asked(tokens.auditor)).status).toBe(403)
  expect((await asked(tokens.leader, { page: 2 })).status).toBe(400)
})

it('stands in the audit log with its filter and number', async () => {
  const { tokens } = await withServices()
  await api.call(tokens.leader, contract.exportList, { body: { kinds: ['outreach'] } })
  const log = await api.call(tokens.auditor, auditContract.list, {
    query: { action: 'service.exported' },
  })
  expect(log.body.rows).toMatchObject([
    { actor: 'leader', detail: { kinds: ['outreach'], rows: 1 } },
  ])
})
