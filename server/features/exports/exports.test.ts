import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { exportedLists, exportsContract as contract } from '#domain/exports.contract.ts'
import { allOperations } from '#domain/contracts.ts'
import { membersContract } from '#domain/members.contract.ts'
import { auditContract } from '#domain/system.contract.ts'
import { grants, type Role } from '#domain/permissions.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, addMember, smallBureau } from '#tests/support/bureau.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { firstOf } from '#tests/support/meetings.ts'

const api = useApi()
const ask = (token: string | null, list: (typeof exportedLists)[number], query: object = {}) =>
  api.call(token, contract.rows, { body: { list, query: { ...query } } })

it('holds every row of the list, under its filter and in its order, whatever page is shown', async () => {
  const { tokens, branchA, branchB } = await smallBureau(api.world.db)
  for (let at = 0; at < 30; at++)
    await addMember(api.world.db, { name: `王${'一二三四五六七八九十'[at % 10]}`, at: branchB })
  const everybody = await ask(tokens.organizer, 'members.list')
  expect(everybody.body.rows.length).toBeGreaterThan(30)
  for (const query of [
    {},
    { organization: branchA.id },
    { q: '王', sort: '-name' as const },
    { stages: ['probationary' as const] },
  ]) {
    const { body } = await ask(tokens.organizer, 'members.list', { ...query, page: 2, size: 5 })
    const list = await api.call(tokens.organizer, membersContract.list, {
      query: { ...query, size: 200 },
    })
    expect(body.rows).toEqual(list.body.rows)
    expect(list.body.total).toBe(body.rows.length)
  }
})

it('gives each role the lists that it may see, and none of the others', async () => {
  const { tokens } = await smallBureau(api.world.db)
  const needed = (list: string) => allOperations.find(({ name }) => name === list)?.access
  for (const [role, token] of Object.entries(tokens) as [Role, string][]) {
    const answers: [string, boolean][] = []
    // Some ask for more than nothing: that is told to those who may see them.
    for (const list of exportedLists)
      answers.push([list, [200, 400].includes((await ask(token, list)).status)])
    const right = exportedLists.map((list) => {
      const access = needed(list)
      return [list, access?.kind === 'permission' && access.permission in grants[role]]
    })
    expect({ role, answers }).toEqual({ role, answers: right })
  }
  expect((await ask(tokens['system-admin'], 'members.list')).status).toBe(403)
  expect((await ask(null, 'members.list')).status).toBe(401)
})

it('holds nothing beyond the reach of whoever asks, and says no more of what lies outside than that it is not there', async () => {
  const { tokens, branchB, inA1 } = await smallBureau(api.world.db)
  const names = async (token: string) =>
    (await ask(token, 'members.list')).body.rows.map(({ id }) => id)
  const own = await names(tokens['group-leader'])
  expect(own).toEqual(expect.arrayContaining(inA1))
  const all = await names(tokens.organizer)
  expect(all.length).toBeGreaterThan(own.length)
  const outside = { organization: branchB.id }
  expect((await ask(tokens['branch-secretary'], 'members.list', outside)).status).toBe(404)
  const nowhere = { organization: crypto.randomUUID() }
  expect((await ask(tokens['branch-secretary'], 'members.list', nowhere)).status).toBe(404)
})

it('says which part of the query is wrong, at its place', async () => {
  const { tokens } = await smallBureau(api.world.db)
  const wrong = await ask(tokens.organizer, 'members.list', { sort: 'height', colour: 'red' })
  expect(wrong.status).toBe(400)
  expect(Object.keys(wrong.problem.fields ?? {}).toSorted()).toEqual([
    'body.query.colour',
    'body.query.sort',
  ])
})

it('stands in the audit log with the list, its filter and how many rows', async () => {
  const { tokens, branchA } = await smallBureau(api.world.db)
  const query = { organization: branchA.id, q: '王' }
  const { rows } = (await ask(tokens.organizer, 'members.list', query)).body
  const log = await api.call(tokens.auditor, auditContract.list, {
    query: { action: 'list.exported' },
  })
  expect(log.body.rows).toEqual([
    expect.objectContaining({
      organizationName: '甲支部',
      detail: { list: 'members.list', ...query, rows: rows.length },
    }),
  ])
})

it('is refused beyond 10,000 rows, with how many there are, and written at exactly 10,000', async () => {
  const { tokens, branchB } = await smallBureau(api.world.db)
  const before = (await ask(tokens.organizer, 'members.list')).body.rows.length
  const like = await addMember(api.world.db, { name: '王一', at: branchB })
  const more = (count: number) =>
    sql`insert into member (id, organization_id, name, name_pinyin, name_initials, name_sort, sex, ethnicity, stage, created_at)
      select gen_random_uuid(), organization_id, name, name_pinyin, name_initials, name_sort, sex, ethnicity, stage, created_at
      from member, generate_series(1, ${sql.lit(count)}) where id = ${like}`.execute(api.world.db)
  await more(10_000 - before - 1)
  const most = await ask(tokens.organizer, 'members.list')
  expect(most.body.rows).toHaveLength(10_000)
  await more(1)
  const beyond = await ask(tokens.organizer, 'members.list')
  expect([beyond.status, beyond.problem.message]).toEqual([
    409,
    '当前状态下不能这样做：共 10001 条，一次最多导出 10000 条，请缩小范围',
  ])
  // A filter narrows it again.
  const within = await ask(tokens.organizer, 'members.list', { organization: branchB.id })
  expect(within.body.rows.length).toBeLessThan(10_000)
})

it('holds the nominations of a campaign with their votes, for who decides it alone', async () => {
  const bureau = await smallBureau(api.world.db)
  const { tokens, inA1, branchB } = bureau
  await addHolidays(api.world.db)
  const { id, show } = await onNotice(api, bureau, inA1.slice(0, 2))
  const { body } = await ask(tokens.organizer, 'campaigns.nominations', { campaign: id })
  expect(body.rows).toEqual((await show(id)).nominations)
  expect(body.rows).toMatchObject([
    { yes: 7, no: 0, abstain: 0 },
    { yes: 7, no: 0, abstain: 0 },
  ])
  const log = await api.call(tokens.auditor, auditContract.list, {
    query: { action: 'list.exported' },
  })
  expect(firstOf(log.body.rows)).toMatchObject({
    organizationName: '测试市行政审批局机关党委',
    detail: { campaign: id, rows: 2 },
  })
  const below = await addAccount(api.world.db, {
    login: 'below',
    roles: [{ role: 'organizer', at: branchB }],
  })
  const refused = await ask(below.token, 'campaigns.nominations', { campaign: id })
  expect(refused.status).toBe(404)
  const nominator = await ask(tokens['branch-secretary'], 'campaigns.nominations', { campaign: id })
  expect(nominator.status).toBe(403)
})
