import { beforeEach, expect, it } from 'vitest'
import { holidaysContract } from '#domain/holidays.contract.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau, type Placed, type SmallBureau } from '#tests/support/bureau.ts'
import { addHolidays } from '#tests/support/honours.ts'
import { testNow } from '#tests/support/world.ts'

// Today is 2026-11-23; sixty days on it is 2027-01-22.
const api = useApi()
let bureau: SmallBureau
beforeEach(async () => {
  api.world.setNow(testNow)
  bureau = await smallBureau(api.world.db)
})

async function honour(subject_name: string, valid_to: string | null, by: Placed, revoked = false) {
  const id = crypto.randomUUID()
  await api.world.db
    .insertInto('honour')
    .values({
      id,
      class_code: 'skilled-worker',
      organization_id: bureau.branchB.id,
      awarded_by: by.id,
      subject_key: `member:${id}`,
      subject_name,
      crew: [],
      crew_names: [],
      citation: '事迹',
      decided_on: '2025-01-10',
      document_number: '机党〔2025〕1号',
      valid_to,
      revoked_on: revoked ? '2026-01-10' : null,
    })
    .execute()
}
const listed = async (query: object, token = bureau.tokens.organizer) =>
  (await api.call(token, honoursContract.list, { query })).body.rows.map(
    ({ subjectName }) => subjectName,
  )

it('finds and sorts the honours that expire within sixty days, and tells who may extend them', async () => {
  const { committee, branchB, tokens } = bureau
  await honour('六十天', '2027-01-22', committee)
  await honour('六十一天', '2027-01-23', committee)
  await honour('今天', '2026-11-23', committee)
  await honour('昨天', '2026-11-22', committee)
  await honour('已撤销', '2026-12-01', committee, true)
  await honour('长期', null, committee)
  await honour('支部给的', '2026-12-31', branchB)
  const soon = ['今天', '支部给的', '六十天']
  expect(await listed({ expiring: 'any', sort: 'validTo' })).toEqual(soon)
  expect(await listed({ sort: '-validTo', states: ['valid'] })).toEqual([
    '六十一天',
    '六十天',
    '支部给的',
    '今天',
    '长期',
  ])
  const told = async (token: string, organization: Placed) =>
    (
      await api.call(token, workbenchContract.todos, { query: { organization: organization.id } })
    ).body.expiring?.rows.map(({ subjectName }) => subjectName)
  expect(await told(tokens.organizer, committee)).toEqual(soon)
  expect(await told(tokens.leader, committee)).toBeUndefined()
  // Manages below the organ that decided: sees that they expire, and may extend only what was given here.
  const below = await addAccount(api.world.db, {
    login: 'below',
    roles: [{ role: 'organizer', at: branchB }],
  })
  expect(await listed({ expiring: 'any', sort: 'validTo' }, below.token)).toEqual(soon)
  expect(await told(below.token, branchB)).toEqual(['支部给的'])
})

it('asks for the days off of this year at any time, of the next from November on, of who may set them', async () => {
  const { tokens, branchB } = bureau
  const missing = async (token = tokens.organizer) =>
    (await api.call(token, holidaysContract.missing)).body.rows.map(({ year }) => year)
  expect(await missing()).toEqual([2026, 2027])
  await addHolidays(api.world.db)
  expect(await missing()).toEqual([2027])
  api.world.setNow('2026-10-31T02:00:00Z')
  expect(await missing()).toEqual([])
  api.world.setNow('2026-11-01T02:00:00Z')
  expect(await missing()).toEqual([2027])
  const below = await addAccount(api.world.db, {
    login: 'below',
    roles: [{ role: 'organizer', at: branchB }],
  })
  expect(await missing(below.token)).toEqual([])
  await api.call(tokens.organizer, holidaysContract.set, {
    version: 0,
    body: {
      year: 2027,
      source: '国务院办公厅通知',
      days: [{ day: '2027-01-01', name: '元旦', off: true }],
    },
  })
  expect(await missing()).toEqual([])
})
