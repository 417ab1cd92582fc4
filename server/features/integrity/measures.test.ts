import { beforeEach, expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { firstOf } from '#tests/support/meetings.ts'

const api = useApi()
let bureau: SmallBureau
beforeEach(async () => void (bureau = await smallBureau(api.world.db)))

type Measure = NonNullable<Given<typeof integrityContract.addEducationFollowUp>['body']>
const aMeasure = (over: Partial<Measure> = {}): Measure => ({
  what: '开展专题讨论',
  dueOn: '2026-11-22',
  ...over,
})
/** The committee's, of the 20th. */
const record = (followUps: Measure[], over: object = {}) =>
  api.call(bureau.tokens.discipline, integrityContract.recordEducation, {
    body: {
      organizationId: bureau.committee.id,
      title: '警示教育大会',
      theme: '以案为鉴',
      heldOn: '2026-11-20',
      followUps,
      ...over,
    },
  })
const listed = async (token: string, organization?: OrganizationId) =>
  (await api.call(token, integrityContract.educationFollowUps, { query: { organization } })).body
const finish = (token: string, id: string, version: number, doneOn = '2026-11-23') =>
  api.call(token, integrityContract.finishEducationFollowUp, {
    params: { id },
    version,
    body: { doneOn, result: '已讨论' },
  })

it('is told and finished where it is to be done, by the branch too, though the committee held it', async () => {
  const { tokens, branchA, branchB } = bureau
  const made = await record([
    aMeasure({ placeId: branchA.id }),
    aMeasure({ what: '通报全局', dueOn: '2026-11-23' }),
    aMeasure({ placeId: branchB.id, dueOn: '2026-12-01' }),
  ])
  expect(made.body.followUps.map(({ state }) => state)).toEqual(['overdue', 'open', 'open'])
  const own = await listed(tokens['branch-secretary'])
  // Named, not linked: the record is the committee's.
  expect(own.rows).toMatchObject([
    { what: '开展专题讨论', state: 'overdue', educationId: null, educationTitle: '警示教育大会' },
  ])
  expect((await listed(tokens.organizer)).rows.map(({ placeName }) => placeName)).toEqual([
    '甲支部',
    '测试市行政审批局机关党委',
    '乙支部',
  ])
  const [mine] = own.rows
  const foreign = made.body.followUps.find(({ placeId }) => placeId === branchB.id)
  if (!mine || !foreign) throw new Error('not listed')
  const secretary = tokens['branch-secretary']
  expect((await finish(secretary, foreign.id, 1)).status).toBe(404)
  expect((await finish(tokens.leader, mine.id, 1)).status).toBe(403)
  expect((await finish(secretary, mine.id, 7)).problem.code).toBe('version_conflict')
  for (const day of ['2026-11-24', '2026-11-19'])
    expect((await finish(secretary, mine.id, 1, day)).problem.fields).toHaveProperty([
      'body.doneOn',
    ])
  expect((await finish(secretary, mine.id, 1)).body).toMatchObject({
    state: 'done',
    checkedBy: 'secretary',
    result: '已讨论',
  })
  expect((await finish(secretary, mine.id, 2)).problem.code).toBe('state')
})

it('stands on the workbench of who must do it until it is done, and is late from the next day', async () => {
  const { tokens, branchA, branchB } = bureau
  await record([
    aMeasure({ placeId: branchA.id, dueOn: '2026-11-22' }),
    aMeasure({ placeId: branchA.id, what: '排查风险', dueOn: '2026-11-23' }),
    aMeasure({ placeId: branchB.id }),
  ])
  const todos = async (token: string, organization: OrganizationId) =>
    (await api.call(token, workbenchContract.todos, { query: { organization } })).body.measures
  const waiting = await todos(tokens['branch-secretary'], branchA.id)
  expect(waiting?.rows.map(({ what, state }) => [what, state])).toEqual([
    ['开展专题讨论', 'overdue'],
    ['排查风险', 'open'],
  ])
  const [first] = waiting?.rows ?? []
  await finish(tokens['branch-secretary'], first?.id ?? '', 1)
  expect((await todos(tokens['branch-secretary'], branchA.id))?.total).toBe(1)
  expect((await todos(tokens.organizer, bureau.committee.id))?.total).toBe(2)
  // A leader looks at it in the list, but does not do it.
  expect(await todos(tokens.leader, bureau.committee.id)).toBeNull()
})

it.each<[string, () => Partial<Measure>, string]>([
  ['due before the day itself', () => ({ dueOn: '2026-11-19' }), 'dueOn'],
  ['by nobody below', () => ({ placeId: bureau.committee.id }), 'placeId'],
  ['without words', () => ({ what: '' }), 'what'],
])('is refused %s, at its field', async (_, over, field) => {
  // Of a branch: the committee is not below it.
  const at = { organizationId: bureau.branchA.id }
  const made = await record([aMeasure(), aMeasure(over())], at)
  expect([made.status, Object.keys(made.problem.fields ?? {})]).toEqual([
    400,
    [`body.followUps.1.${field}`],
  ])
  const { body } = await record([], at)
  const added = await api.call(bureau.tokens.discipline, integrityContract.addEducationFollowUp, {
    params: { id: body.id },
    body: aMeasure(over()),
  })
  expect([added.status, Object.keys(added.problem.fields ?? {})]).toEqual([400, [`body.${field}`]])
})

it('goes with its 警示教育 when that is withdrawn', async () => {
  const { body } = await record([aMeasure()])
  const { discipline } = bureau.tokens
  await api.call(discipline, integrityContract.withdrawEducation, {
    params: { id: body.id },
    version: body.version,
    body: { reason: '重复登记' },
  })
  expect((await listed(discipline)).total).toBe(0)
  const [measure] = body.followUps
  expect((await finish(discipline, measure?.id ?? '', 1)).problem.code).toBe('state')
  const added = await api.call(discipline, integrityContract.addEducationFollowUp, {
    params: { id: body.id },
    body: aMeasure(),
  })
  expect(added.problem.code).toBe('state')
})

it('整改率 counts what was due in the year by today, as the list of it does', async () => {
  const { tokens, branchA, branchB, committee } = bureau
  const made = await record([
    aMeasure({ placeId: branchA.id }),
    aMeasure({ placeId: branchA.id, dueOn: '2026-11-23' }),
    aMeasure({ placeId: branchB.id, dueOn: '2026-12-01' }),
  ])
  const first = firstOf(made.body.followUps)
  await finish(tokens.discipline, first.id, first.version)
  const gone = await record([aMeasure({ placeId: branchA.id })], { title: '登记错的' })
  await api.call(tokens.discipline, integrityContract.withdrawEducation, {
    params: { id: gone.body.id },
    version: gone.body.version,
    body: { reason: '重复登记' },
  })
  const rate = async (organization: OrganizationId, year = 2026) =>
    (
      await api.call(tokens.leader, integrityContract.followUpRate, {
        query: { organization, year },
      })
    ).body
  expect(await rate(committee.id)).toEqual({ due: 2, done: 1 })
  expect(await rate(branchB.id)).toEqual({ due: 0, done: 0 })
  expect(await rate(committee.id, 2025)).toEqual({ due: 0, done: 0 })
  const { body } = await api.call(tokens.leader, integrityContract.educationFollowUps, {
    query: { organization: committee.id, dueIn: 2026 },
  })
  expect(body.total).toBe(2)
})
