import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { studiesContract as contract } from '#domain/studies.contract.ts'
import { auditContract } from '#domain/system.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aStudy, recorded } from '#tests/support/studies.ts'

const api = useApi()
const linesOf = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n')
const topicsOf = (text: string) =>
  linesOf(text)
    .slice(1)
    .map((line) => line.split(',')[5])

/** Three activities of branch 甲 and one of 乙. */
async function withStudies() {
  const bureau = await smallBureau(api.world.db)
  const { organizer } = bureau.tokens
  for (const [topic, heldOn, kind] of [
    ['甲一', '2026-10-20', 'training'],
    ['甲二', '2026-11-20', 'reading'],
    ['=HYPERLINK("x")', '2026-09-20', 'training'],
  ] as const)
    await recorded(api, organizer, aStudy(bureau.branchA, bureau.inA1, { topic, heldOn, kind }))
  await recorded(api, organizer, aStudy(bureau.branchB, bureau.inB, { topic: '别处' }))
  return bureau
}

it('holds the rows of the list under the same filter, in its order, all its pages', async () => {
  const { tokens } = await withStudies()
  for (const filter of [
    {},
    { kinds: ['training' as const] },
    { sort: 'heldOn' as const, q: '甲一' },
  ]) {
    const file = await api.call(tokens.leader, contract.exportList, { body: filter })
    const list = await api.call(tokens.leader, contract.list, { query: filter })
    expect(topicsOf(file.body.text)).toEqual(
      list.body.rows.map(({ topic }) => (topic.startsWith('=') ? `"'=HYPERLINK(""x"")"` : topic)),
    )
  }
  const { body } = await api.call(tokens.leader, contract.exportList, { body: {} })
  expect(body.name).toBe('学习活动-2026-11-23.csv')
  expect(linesOf(body.text)[1]).toBe('2026-11-20,,乙支部,培训,,别处,,已办结,120,5,5,600')
})

it('holds nothing beyond the rights of whoever asks', async () => {
  const { tokens, branchB, inB } = await withStudies()
  const secretary = tokens['branch-secretary']
  const file = await api.call(secretary, contract.exportList, { body: {} })
  expect(topicsOf(file.body.text)).toHaveLength(3)
  expect(file.body.text).not.toContain('别处')
  const foreign = [
    await api.call(secretary, contract.exportList, { body: { organization: branchB.id } }),
    await api.call(secretary, contract.exportHours, {
      params: { id: inB[0] as MemberId },
      body: { year: 2026 },
    }),
  ]
  expect(foreign.map(({ status }) => status)).toEqual([404, 404])
  expect((await api.call(tokens.auditor, contract.exportList, { body: {} })).status).toBe(403)
})

it('tells a member’s year record by record, with the sum, to the member too', async () => {
  const { tokens, inA1 } = await withStudies()
  const id = inA1[1] as MemberId
  const { body } = await api.call(tokens.member, contract.exportHours, {
    params: { id },
    body: { year: 2026 },
  })
  expect(linesOf(body.text)).toEqual([
    '日期,类型,名称,组织,计入（分钟）,活动时长（分钟）',
    '2026-11-20,读书,甲二,甲支部,120,120',
    '2026-10-20,培训,甲一,甲支部,120,120',
    `2026-09-20,培训,"'=HYPERLINK(""x"")",甲支部,120,120`,
    '合计,,,,360,',
  ])
})

it('tells the hours of everybody in the order of the roster, of whom the asker may see', async () => {
  const { tokens, branchB, inA1 } = await withStudies()
  const asked = (token: string, body: object) =>
    api.call(token, contract.exportHoursList, { body: { year: 2026, ...body } })
  for (const filter of [{}, { below: 'true' as const }, { sort: '-name' as const }]) {
    const file = await asked(tokens.leader, filter)
    const list = await api.call(tokens.leader, contract.hoursList, {
      query: { year: 2026, size: 200, ...filter },
    })
    expect(
      linesOf(file.body.text)
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual(list.body.rows.map(({ name }) => name))
  }
  const own = await asked(tokens.member, {})
  expect(own.body.name).toBe('党员学时-2026.csv')
  expect(linesOf(own.body.text)).toEqual([
    '姓名,组织,已学（分钟）,应学（分钟）,还差（分钟）,书记或班子,集中培训（次）',
    '王芳,甲一小组,360,1920,1560,否,',
  ])
  expect(inA1.length).toBeGreaterThan(1)
  expect((await asked(tokens['branch-secretary'], { organization: branchB.id })).status).toBe(404)
  expect((await asked(tokens.auditor, {})).status).toBe(403)
})

it('stands in the audit log with its filter and number, and what it held is kept nowhere', async () => {
  const { tokens } = await withStudies()
  await api.call(tokens.leader, contract.exportList, { body: { kinds: ['reading'] } })
  const log = await api.call(tokens.auditor, auditContract.list, {
    query: { action: 'study.exported' },
  })
  expect(log.body.rows).toMatchObject([
    { actor: 'leader', detail: { kinds: ['reading'], rows: 1 } },
  ])
  const { rows } = await sql<{ kept: number }>`
    select count(*)::int as kept from idempotency where operation = ${contract.exportList.name}`.execute(
    api.world.db,
  )
  expect(rows[0]?.kept).toBe(0)
})
