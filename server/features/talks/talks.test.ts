import { beforeEach, describe, expect, it } from 'vitest'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import type { Given } from '#domain/contract.ts'
import { newId, type MemberId, type TalkId } from '#domain/ids.ts'
import { auditCounts } from '#tests/support/audits.ts'
import { fold } from '#server/counts/fold.ts'
import { integrity } from '#server/features/integrity/handlers.ts'
import { talks } from '#server/features/talks/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, addMember, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { firstOf } from '#tests/support/meetings.ts'

const api = useApi([...talks, ...integrity])
let bureau: SmallBureau
let talker: MemberId
beforeEach(async () => {
  bureau = await smallBureau(api.world.db)
  talker = await addMember(api.world.db, { name: '钟正', at: bureau.branchB })
})

type Body = NonNullable<Given<typeof talksContract.record>['body']>

const aTalk = (over: Partial<Body> = {}): Body => ({
  kind: 'reminder-talk',
  occasion: 'sign',
  talkerId: talker,
  talkeeId: firstOf(bureau.inA1),
  heldOn: '2026-11-20',
  place: '谈话室',
  reason: '窗口群众反映态度生硬',
  points: '提醒改进服务作风',
  ...over,
})

const record = (over: Partial<Body> = {}, token = bureau.tokens.discipline) =>
  api.call(token, talksContract.record, { body: aTalk(over) })
const open = async (id: TalkId, token = bureau.tokens.discipline) =>
  (await api.call(token, talksContract.open, { params: { id } })).body
const count = async () =>
  (
    await api.call(bureau.tokens.discipline, integrityContract.coverage, {
      query: { organization: bureau.committee.id, year: 2026 },
    })
  ).body.talks

/** The account of somebody who was talked to. */
const accountOf = async (memberId: MemberId) =>
  (
    await addAccount(api.world.db, {
      login: `p-${newId()}`,
      memberId,
      roles: [{ role: 'member', at: bureau.groupA2 }],
    })
  ).token

describe('谈话', () => {
  it('is listed by the pinyin of the name, as the roster is', async () => {
    // By code point 叶 comes before 孔.
    const names = ['叶永红', '李思琪', '孔勇']
    for (const name of names)
      await record({ talkeeId: await addMember(api.world.db, { name, at: bureau.groupA1 }) })
    const listed = async (sort: 'talkee' | '-talkee') =>
      (
        await api.call(bureau.tokens.discipline, talksContract.list, { query: { sort } })
      ).body.rows.map(({ talkeeName }) => talkeeName)
    expect(await listed('talkee')).toEqual(['孔勇', '李思琪', '叶永红'])
    expect(await listed('-talkee')).toEqual(['叶永红', '李思琪', '孔勇'])
  })

  it('is recorded with its follow-ups where the person stood that day, and answers only its id', async () => {
    const answer = await record({ followUps: [{ what: '一个月后回访', dueOn: '2026-12-20' }] })
    expect(Object.keys(answer.body)).toEqual(['id'])
    const talk = await open(answer.body.id)
    expect(talk).toMatchObject({
      organizationId: bureau.groupA1.id,
      talkeeName: '张伟',
      talkerName: '钟正',
      reason: '窗口群众反映态度生硬',
      openFollowUps: 1,
      overdueFollowUps: 0,
    })
    expect(talk.followUpList).toMatchObject([{ what: '一个月后回访', state: 'open' }])
    expect(await count()).toBe(1)
  })

  it.each<[string, Partial<Body>, string]>([
    ['of tomorrow', { heldOn: '2026-11-24' }, 'body.heldOn'],
    ['before the person came', { heldOn: '2019-05-01' }, 'body.talkerId'],
    ['without a reason', { reason: '' }, 'body.reason'],
    ['without points', { points: ' ' }, 'body.points'],
    ['before an appointment as 提醒谈话', { occasion: 'appointment' }, 'body.occasion'],
    [
      'with a follow-up due before it',
      { followUps: [{ what: '回访', dueOn: '2026-11-01' }] },
      'body.followUps.0.dueOn',
    ],
  ])('is refused %s, at the field', async (_, over, field) => {
    const { status, problem } = await record(over)
    expect([status, Object.keys(problem.fields ?? {})]).toEqual([400, [field]])
    expect(await count()).toBe(0)
  })

  it('is refused where somebody talks to themselves', async () => {
    const { problem } = await record({ talkeeId: talker })
    expect(problem.fields).toHaveProperty(['body.talkeeId'])
  })

  it('is told apart by who led it: 主体责任规定 Art. 16, 党内监督条例 Art. 21', async () => {
    const codes = async (id: TalkId) => (await open(id)).verdicts.map(({ code }) => code)
    const before = (await record()).body.id
    await api.world.db
      .insertInto('post')
      .values({
        id: newId(),
        organization_id: bureau.branchB.id,
        member_id: talker,
        post: 'discipline-officer',
        started_on: '2026-01-01',
        ended_on: null,
      })
      .execute()
    const reminder = (await record()).body.id
    const routine = (await record({ kind: 'integrity-talk', occasion: 'routine' })).body.id
    expect(await codes(before)).toContain('talk.talker.reminder-talk.warning')
    expect(await codes(reminder)).toContain('talk.talker.reminder-talk.warning')
    expect(await codes(routine)).toContain('talk.talker.integrity-talk.met')
  })

  it('is confirmed by the person talked to and by nobody else, once', async () => {
    const talkee = bureau.inA2[1] as MemberId
    const { id } = (await record({ talkeeId: talkee })).body
    const own = await accountOf(talkee)
    const confirm = (token: string, version = 1) =>
      api.call(token, talksContract.acknowledge, { params: { id }, version })
    expect((await confirm(bureau.tokens.discipline)).problem.code).toBe('state')
    expect((await confirm(own, 2)).problem.code).toBe('version_conflict')
    expect((await confirm(own)).status).toBe(200)
    expect((await open(id)).acknowledgedOn).toBe('2026-11-23')
    expect((await confirm(own, 2)).problem.code).toBe('state')
  })

  it('waits for the person talked to, and for nobody else, until it is confirmed or withdrawn', async () => {
    const talkee = bureau.inA2[1] as MemberId
    const own = await accountOf(talkee)
    const leader = await accountOf(talker)
    const { id } = (await record({ talkeeId: talkee, heldOn: '2025-12-30' })).body
    const other = (await record({ talkeeId: talkee })).body
    await record()
    const awaiting = async (token: string) =>
      (await api.call(token, talksContract.list, { query: { awaiting: 'true' } })).body.rows.map(
        (row) => row.id,
      )
    expect(await awaiting(own)).toEqual([other.id, id])
    for (const token of [leader, bureau.tokens.discipline])
      expect(await awaiting(token)).toEqual([])
    await api.call(own, talksContract.acknowledge, { params: { id }, version: 1 })
    await api.call(bureau.tokens.discipline, talksContract.withdraw, {
      params: { id: other.id },
      version: 1,
      body: { reason: '登记对象有误' },
    })
    expect(await awaiting(own)).toEqual([])
  })

  it('is withdrawn with a reason, stays, and is counted no more', async () => {
    const { id } = (await record()).body
    const withdraw = (version: number) =>
      api.call(bureau.tokens.discipline, talksContract.withdraw, {
        params: { id },
        version,
        body: { reason: '登记对象有误' },
      })
    expect((await withdraw(1)).status).toBe(200)
    expect(await open(id)).toMatchObject({ withdrawn: true, withdrawReason: '登记对象有误' })
    expect(await count()).toBe(0)
    expect((await withdraw(2)).problem.code).toBe('state')
    const list = async (withdrawn?: 'true') =>
      (await api.call(bureau.tokens.discipline, talksContract.list, { query: { withdrawn } })).body
    expect((await list()).total).toBe(0)
    expect((await list('true')).total).toBe(1)
  })

  it('has follow-ups that fall due, are late from the next day and are done once, in time order', async () => {
    const { id } = (await record()).body
    const { discipline } = bureau.tokens
    const add = (what: string, dueOn: string) =>
      api.call(discipline, talksContract.addFollowUp, { params: { id }, body: { what, dueOn } })
    await add('交书面说明', '2026-11-22')
    await add('回访', '2026-11-23')
    const early = await add('回访', '2026-11-19')
    expect(early.problem.fields).toHaveProperty(['body.dueOn'])
    const rows = async (states?: ('open' | 'overdue' | 'done')[]) =>
      (await api.call(discipline, talksContract.followUps, { query: { states } })).body.rows
    expect((await rows()).map(({ what, state }) => [what, state])).toEqual([
      ['交书面说明', 'overdue'],
      ['回访', 'open'],
    ])
    const [late] = await rows(['overdue'])
    if (!late) throw new Error('none is late')
    const finish = (doneOn: string, version = 1) =>
      api.call(discipline, talksContract.finishFollowUp, {
        params: { id: late.id },
        version,
        body: { doneOn, result: '已交' },
      })
    expect((await finish('2026-11-24')).problem.fields).toHaveProperty(['body.doneOn'])
    expect((await finish('2026-11-19')).problem.fields).toHaveProperty(['body.doneOn'])
    expect((await finish('2026-11-23')).body).toEqual({ id })
    expect((await finish('2026-11-23', 2)).problem.code).toBe('state')
    expect((await open(id)).followUpList.map(({ state }) => state)).toEqual(['done', 'open'])
    expect(
      (await api.call(discipline, talksContract.list, { query: { states: ['overdue'] } })).body
        .total,
    ).toBe(0)
  })

  it('is counted as recounting finds it, after many writes and withdrawals', async () => {
    const people = [...bureau.inA1, ...bureau.inA2, ...bureau.inB]
    const ids: TalkId[] = []
    for (let at = 0; at < 40; at++) {
      const kind = at % 3 ? 'reminder-talk' : 'integrity-talk'
      const heldOn = `2026-${String((at % 11) + 1).padStart(2, '0')}-15`
      const talkeeId = people[at % people.length] as MemberId
      ids.push((await record({ kind, occasion: 'routine', heldOn, talkeeId })).body.id)
      if (at % 4 === 0)
        await api.call(bureau.tokens.discipline, talksContract.withdraw, {
          params: { id: ids[(at * 7) % ids.length] as TalkId },
          version: 1,
          body: { reason: '撤回' },
        })
      if (at % 9 === 0) await fold(api.world.db)
    }
    expect(await auditCounts(api.world.db)).toEqual([])
    const standing = await api.call(bureau.tokens.discipline, talksContract.list, {
      query: { year: 2026 },
    })
    expect(await count()).toBe(standing.body.total)
  })
})
