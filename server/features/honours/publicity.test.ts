import { beforeEach, describe, expect, it } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { holidaysContract } from '#domain/holidays.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { honours } from '#server/features/honours/handlers.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { addHolidays, campaignSteps, onNotice } from '#tests/support/honours.ts'

const api = useApi([...meetings, ...honours])
let bureau: SmallBureau
beforeEach(async () => {
  api.world.setNow('2026-11-23T02:00:00Z')
  bureau = await smallBureau(api.world.db)
  await addHolidays(api.world.db)
})
const person = (index: number) => bureau.inA1[index] as MemberId

describe('public notice and decision', () => {
  it('begun on a day off says so and counts from the next working day', async () => {
    const { create, nominate, resolved, review, publish } = campaignSteps(api, bureau)
    const { id } = await create()
    const { id: meetingId } = await resolved()
    await nominate(id, { memberId: person(0), meetingId })
    await review(id)
    const { body } = await publish(id, '2026-11-14')
    expect(body.publicityTo).toBe('2026-11-20')
    expect(body.verdicts).toContainEqual(
      expect.objectContaining({
        code: 'workdays.begun-off',
        facts: { day: '2026-11-14', name: '周末', first: '2026-11-16' },
      }),
    )
  })

  it('does not begin where the table of the year is missing', async () => {
    const { create, nominate, resolved, review, publish } = campaignSteps(api, bureau)
    const { id } = await create()
    const { id: meetingId } = await resolved()
    await nominate(id, { memberId: person(0), meetingId })
    await review(id)
    expect((await publish(id, '2026-12-29')).problem.fields).toEqual({
      'body.from': '2027 年的放假安排还没有录入，无法计算工作日',
    })
  })

  it('crosses New Year where the table of the next year is entered, and asks for none beyond', async () => {
    const { create, nominate, resolved, review, publish, show } = campaignSteps(api, bureau)
    const { id } = await create()
    const { id: meetingId } = await resolved()
    await nominate(id, { memberId: person(0), meetingId })
    await review(id)
    api.world.setNow('2026-12-28T02:00:00Z')
    await api.call(bureau.tokens.organizer, holidaysContract.set, {
      version: 0,
      body: {
        year: 2027,
        source: '2027年放假安排',
        days: [
          { day: '2027-01-01', name: '元旦', off: true },
          { day: '2027-01-02', name: '元旦', off: true },
          { day: '2027-01-03', name: '元旦', off: true },
        ],
      },
    })
    // Tuesday to Thursday, then Monday and Tuesday: Friday is New Year's Day.
    expect((await publish(id, '2026-12-29')).body.publicityTo).toBe('2027-01-05')
    // The decision counts them again.
    expect((await show(id)).verdicts).toContainEqual(
      expect.objectContaining({ code: 'workdays.enough', status: 'met' }),
    )
  })

  it('follows a review after the branches met; who has not nominated is named while they may', async () => {
    const { create, nominate, resolved, review, show } = campaignSteps(api, bureau)
    const { id } = await create()
    const { id: meetingId } = await resolved()
    expect((await show(id)).silent).toEqual({ total: 2, names: ['甲支部', '乙支部'] })
    await nominate(id, { memberId: person(0), meetingId })
    expect((await show(id)).silent).toEqual({ total: 1, names: ['乙支部'] })
    expect((await show(id, bureau.tokens['branch-secretary'])).silent).toBeNull()
    expect((await review(id, undefined, '2026-11-09')).problem.fields).toEqual({
      'body.heldOn': '有支部 2026-11-10 才开会推荐，审定不能早于此日',
    })
    // Named, not refused.
    expect((await review(id)).body).toMatchObject({ state: 'reviewed', silent: null })
  })

  it('refuses more than the quota, and a decision before public notice ends', async () => {
    const { create, nominate, resolved, review, publish, decide } = campaignSteps(api, bureau)
    const { id } = await create({ quota: 1 })
    const { id: meetingId } = await resolved()
    for (const index of [0, 1]) await nominate(id, { memberId: person(index), meetingId })
    expect((await review(id)).problem.fields).toEqual({
      'body.results': '列入公示 2 个，超过名额 1 个',
    })
    expect((await review(id, (name) => name === '张伟')).status).toBe(200)
    await publish(id, '2026-11-17')
    const early = await decide(id, '2026-11-23')
    expect(early.problem).toMatchObject({
      code: 'state',
      message: expect.stringContaining('公示至 2026-11-23，期满后才能作出决定'),
    })
    api.world.setNow('2026-11-24T02:00:00Z')
    // Over by now: it is the day that is wrong, and said at its field.
    expect((await decide(id, '2026-11-23')).problem.fields).toEqual({
      'body.decidedOn': '公示至 2026-11-23，期满后才能作出决定',
    })
    expect((await decide(id, '2026-11-24')).status).toBe(200)
  })

  it('waits for the answer to an objection; one that holds takes the nominee out', async () => {
    const { id, show, decide } = await onNotice(api, bureau, [person(0), person(1)])
    const [first] = (await show(id)).nominations
    if (!first) throw new Error('nobody')
    const object = await api.call(bureau.tokens.organizer, campaignsContract.object, {
      params: { id },
      body: {
        nominationId: first.id,
        raisedOn: '2026-11-18',
        raisedBy: null,
        text: '事迹与实际不符',
      },
    })
    const [objection] = object.body.objections
    if (!objection) throw new Error('no objection')
    expect((await decide(id, '2026-11-23')).problem.message).toContain('还有 1 件异议没有答复')
    const answer = (upheld: boolean) =>
      api.call(bureau.tokens.organizer, campaignsContract.answer, {
        params: { id: objection.id },
        version: 1,
        body: { answeredOn: '2026-11-23', answer: '经核查，窗口数据有误', upheld },
      })
    expect((await answer(true)).body.objections[0]).toMatchObject({ upheld: true })
    expect((await answer(false)).problem.code).toBe('version_conflict')
    // What the answer says is known from its day on, and the decision rests on it.
    expect((await decide(id, '2026-11-21')).problem.fields).toEqual({
      'body.decidedOn': '异议 2026-11-23 才答复，决定不能早于此日',
    })
    expect((await decide(id, '2026-11-23')).body.nominations.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['awarded', 'excluded']),
    )
    // Whoever stands below the deciding organ never sees who objected to whom.
    expect((await show(id, bureau.tokens['branch-secretary'])).objections).toEqual([])
  })

  it('catches a nominee who lost eligibility between nomination and decision', async () => {
    const { id, show, decide } = await onNotice(api, bureau, [person(0), person(1)])
    await api.world.db
      .updateTable('member')
      .set({ rights: 'probation' })
      .where('id', '=', person(0))
      .execute()
    const { verdicts, nominations } = await show(id)
    expect(verdicts).toContainEqual(
      expect.objectContaining({
        code: 'decision.lost',
        facts: { name: '张伟', reason: 'honour.rights.probation' },
      }),
    )
    expect((await decide(id, '2026-11-23')).problem.message).toContain(
      '张伟 正受留党察看，不推荐，请先取消其资格',
    )
    const lost = nominations.find(({ subjectName }) => subjectName === '张伟')
    if (!lost) throw new Error('nobody')
    const excluded = await api.call(bureau.tokens.organizer, campaignsContract.exclude, {
      params: { id: lost.id },
      version: lost.version,
      body: { reason: '受留党察看处分' },
    })
    expect(excluded.status).toBe(200)
    expect((await decide(id, '2026-11-23')).body.nominations.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['awarded', 'excluded']),
    )
  })

  it('can be changed while open and cancelled with a reason; the list says what waits for whom', async () => {
    const { create } = campaignSteps(api, bureau)
    const made = await create()
    const waiting = async (token: string) =>
      (await api.call(token, campaignsContract.list, { query: { waiting: 'true' } })).body.total
    expect(await waiting(bureau.tokens['branch-secretary'])).toBe(1)
    expect(await waiting(bureau.tokens.organizer)).toBe(0)
    expect(await waiting(bureau.tokens.leader)).toBe(0)
    const { title, branchQuota, conditions, noticeNumber, nominateFrom } = made
    const changed = await api.call(bureau.tokens.organizer, campaignsContract.change, {
      params: { id: made.id },
      version: made.version,
      body: {
        title,
        branchQuota,
        conditions,
        noticeNumber,
        nominateFrom,
        quota: 5,
        nominateTo: '2026-11-20',
      },
    })
    expect(changed.body).toMatchObject({ quota: 5, next: 'review' })
    expect(await waiting(bureau.tokens['branch-secretary'])).toBe(0)
    expect(await waiting(bureau.tokens.organizer)).toBe(1)
    const cancelled = await api.call(bureau.tokens.organizer, campaignsContract.cancel, {
      params: { id: made.id },
      version: changed.body.version,
      body: { reason: '上级另行通知' },
    })
    expect(cancelled.body).toMatchObject({ state: 'cancelled', cancelReason: '上级另行通知' })
  })
})
