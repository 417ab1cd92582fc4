import { beforeEach, describe, expect, it } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honourClassesContract, honoursContract } from '#domain/honours.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { honours } from '#server/features/honours/handlers.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, addMember, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { decide as decideParameter } from '#tests/support/decide.ts'
import { addHolidays, campaignSteps, onNotice } from '#tests/support/honours.ts'
import { aMeeting, firstOf } from '#tests/support/meetings.ts'

const api = useApi([...meetings, ...honours])
let bureau: SmallBureau
beforeEach(async () => {
  api.world.setNow('2026-11-23T02:00:00Z')
  bureau = await smallBureau(api.world.db)
  await addHolidays(api.world.db)
})
const person = (index: number) => bureau.inA1[index] as MemberId

describe('a campaign from notice to decision', () => {
  it('makes honours with event, validity and number, once, and is read by the branches below', async () => {
    const { id, show, decide, publish } = await onNotice(api, bureau, [person(0), person(1)])
    expect(await show(id)).toMatchObject({
      state: 'publicity',
      publicityFrom: '2026-11-16',
      publicityTo: '2026-11-20',
      next: 'decide',
      nominated: 2,
    })
    expect((await publish(id, '2026-11-16')).problem.code).toBe('state')
    const done = (await decide(id, '2026-11-23')).body
    expect(done).toMatchObject({ state: 'decided', documentNumber: '机党〔2026〕20号', next: null })
    expect(done.nominations.map(({ status }) => status)).toEqual(['awarded', 'awarded'])
    const list = (
      await api.call(bureau.tokens.leader, honoursContract.list, { query: { year: 2026 } })
    ).body
    expect(list).toMatchObject({ total: 2, sum: 2 })
    expect(list.rows[0]).toMatchObject({
      className: '优秀共产党员',
      organizationName: '甲支部',
      state: 'valid',
      validTo: null,
    })
    // The secretary below reads the committee's campaign, and moves nothing of it.
    const below = await show(id, bureau.tokens['branch-secretary'])
    expect(below).toMatchObject({ deciding: false, objections: [] })
    expect(below.nominations).toHaveLength(2)
    const cancel = api.call(bureau.tokens['branch-secretary'], campaignsContract.cancel, {
      params: { id },
      version: done.version,
      body: { reason: '不想评了' },
    })
    expect((await cancel).problem.code).toBe('forbidden')
  })

  it('tells the other branches who is on public notice, by name, and no more', async () => {
    const { id, show } = await onNotice(api, bureau, [person(0)])
    const { token } = await addAccount(api.world.db, {
      login: 'b',
      roles: [{ role: 'branch-secretary', at: bureau.branchB }],
    })
    const seen = await show(id, token)
    expect(seen.nominations).toEqual([])
    expect(seen.publicity).toEqual([
      { subjectName: '张伟', organizationName: '甲支部', citation: expect.any(String) },
    ])
  })

  it('of two who decide at once one is told that it changed', async () => {
    const { id, show, decide } = await onNotice(api, bureau, [person(0)])
    const { version } = await show(id)
    const both = await Promise.all([
      decide(id, '2026-11-23', version),
      decide(id, '2026-11-23', version),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
    expect((await api.call(bureau.tokens.organizer, honoursContract.list)).body.total).toBe(1)
  })
})

describe('nominations', () => {
  it('of one who went to another branch since can be read, and are said to be lost', async () => {
    const { id, show } = await onNotice(api, bureau, [person(0)])
    const { db } = api.world
    await db
      .updateTable('member')
      .set({ organization_id: bureau.branchB.id })
      .where('id', '=', person(0))
      .execute()
    const seen = await show(id, bureau.tokens['branch-secretary'])
    expect(seen.nominations).toMatchObject([
      { subjectName: '张伟', now: [{ status: 'unmet', code: 'honour.elsewhere' }] },
    ])
  })

  it('beyond the quota of the branch, or of all, are refused with the numbers', async () => {
    const { create, nominate, resolved } = campaignSteps(api, bureau)
    const { id: meetingId } = await resolved()
    const each = await create()
    for (const index of [0, 1])
      expect((await nominate(each.id, { memberId: person(index), meetingId })).status).toBe(200)
    expect((await nominate(each.id, { memberId: person(2), meetingId })).problem.fields).toEqual({
      'body.organizationId': '每个支部最多推荐 2 个，该支部已推荐 2 个',
    })
    const all = await create({ branchQuota: null, quota: 1 })
    await nominate(all.id, { memberId: person(0), meetingId })
    expect((await nominate(all.id, { memberId: person(1), meetingId })).problem.fields).toEqual({
      'body.organizationId': '本次名额 1 个已推荐满，不能再推荐',
    })
  })

  it('of a probationary member as 优秀共产党员 are refused with the article (表彰条例 Art. 16)', async () => {
    const { create, nominate, resolved } = campaignSteps(api, bureau)
    const { id } = await create()
    const { id: meetingId } = await resolved()
    expect(
      (await nominate(id, { memberId: bureau.probationary, meetingId })).problem.fields,
    ).toEqual({
      'body.memberId': '赵新 是预备党员，须为正式党员（表彰条例第十六条）',
    })
    const { body } = await api.call(
      bureau.tokens['branch-secretary'],
      campaignsContract.candidates,
      {
        params: { id },
        query: { organization: bureau.branchA.id },
      },
    )
    const shown = body.rows.find(({ name }) => name === '赵新')
    expect(shown?.verdicts).toContainEqual(
      expect.objectContaining({
        status: 'unmet',
        code: 'honour.not-full',
        article: 'commendation-16',
      }),
    )
    expect(body.rows).toHaveLength(10)
    expect(body.more).toBe(false)
  })

  it('are chosen among the first sixty of a branch, which says that there are more', async () => {
    const { id } = await campaignSteps(api, bureau).create()
    const ask = async (q?: string) =>
      (
        await api.call(bureau.tokens['branch-secretary'], campaignsContract.candidates, {
          params: { id },
          query: { organization: bureau.branchA.id, q },
        })
      ).body
    const join = (name: string) => addMember(api.world.db, { name, at: bureau.groupA1 })
    for (let count = 10; count < 60; count++) await join('丁一')
    expect(await ask()).toMatchObject({ more: false, rows: { length: 60 } })
    await join('祝最后')
    const first = await ask()
    expect([first.rows.length, first.more]).toEqual([60, true])
    expect(first.rows.map(({ name }) => name)).not.toContain('祝最后')
    expect(await ask('祝最后')).toMatchObject({ more: false, rows: [{ name: '祝最后' }] })
  })

  it('rest on a passed resolution of a signed meeting of the branch since the notice', async () => {
    const { create, nominate, resolved } = campaignSteps(api, bureau)
    const { id } = await create()
    const failed = await resolved(bureau.branchA, firstOf(bureau.inA2), 4)
    const elsewhere = await resolved(bureau.branchB, firstOf(bureau.inB), 5)
    const field = async (meetingId: string, resolution = 0) =>
      (await nominate(id, { memberId: person(0), meetingId, resolution }, bureau.tokens.organizer))
        .problem.fields?.['body.meetingId']
    expect(await field(failed.id)).toBe('该项决议没有通过，不能作为推荐依据')
    expect(await field(elsewhere.id)).toBe('请选择本支部已审签的会议')
    expect(await field(failed.id, 3)).toBe('该会议没有这项决议')
    const draft = await api.call(bureau.tokens.organizer, meetingsContract.create, {
      body: aMeeting(bureau.branchA, firstOf(bureau.inA2), {
        startedAt: '14:00',
        types: ['theme-day'],
        resolutions: [{ title: '同意推荐', kind: 'ordinary', yes: 9, no: 0, abstain: 0 }],
      }),
    })
    expect(await field(draft.body.id)).toBe('请选择本支部已审签的会议')
    const { body } = await api.call(
      bureau.tokens['branch-secretary'],
      campaignsContract.resolutions,
      {
        params: { id },
        query: { organization: bureau.branchA.id },
      },
    )
    expect(body).toMatchObject([{ title: '同意推荐', passed: false, heldOn: '2026-11-10' }])
    const late = await create({ nominateFrom: '2026-11-21' })
    expect(
      (await nominate(late.id, { memberId: person(0), meetingId: failed.id })).problem.fields?.[
        'body.meetingId'
      ],
    ).toMatch(/早于推荐开始日/)
  })

  it('are withdrawn by the branch, which frees the place, and the row stays', async () => {
    const { create, nominate, resolved, show } = campaignSteps(api, bureau)
    const { id } = await create({ branchQuota: 1 })
    const { id: meetingId } = await resolved()
    const [first] = (await nominate(id, { memberId: person(0), meetingId })).body.nominations
    if (!first) throw new Error('not nominated')
    const withdraw = (version: number) =>
      api.call(bureau.tokens['branch-secretary'], campaignsContract.withdraw, {
        params: { id: first.id },
        version,
        body: { reason: '本人申请不参评' },
      })
    expect((await withdraw(9)).problem.code).toBe('version_conflict')
    expect((await withdraw(1)).body).toMatchObject({ nominated: 0 })
    expect((await withdraw(2)).problem.code).toBe('state')
    expect((await nominate(id, { memberId: person(0), meetingId })).status).toBe(200)
    expect((await show(id)).nominations.map(({ status }) => status)).toEqual([
      'nominated',
      'withdrawn',
    ])
  })

  it('of a post name its crew; of a branch the branch itself', async () => {
    const { create, nominate, resolved } = campaignSteps(api, bureau)
    const { id: meetingId } = await resolved()
    const post = await create({ classCode: 'model-post', title: '党员示范岗评选' })
    // Two years unless the bureau decides otherwise (honour.postYears).
    expect(post.validityMonths).toBe(24)
    await decideParameter(api.world.db, 'honour.postYears', 1)
    const classes = (await api.call(bureau.tokens.organizer, honourClassesContract.list)).body
    expect(classes.find(({ code }) => code === 'model-post')?.validityMonths).toBe(12)
    expect(
      (await nominate(post.id, { postName: '综合受理窗口', meetingId })).problem.fields,
    ).toEqual({
      'body.crew': '请至少选择一名岗位人员',
    })
    const twice = await nominate(post.id, {
      postName: '综合受理窗口',
      crew: [person(0), person(0)],
      meetingId,
    })
    expect(twice.problem.fields).toEqual({ 'body.crew': '同一人列了两次' })
    const named = await nominate(post.id, {
      postName: '综合受理窗口',
      crew: [person(0), person(1)],
      meetingId,
    })
    expect(named.body.nominations[0]).toMatchObject({
      subjectName: '综合受理窗口',
      crew: [{ name: '张伟' }, { name: '王芳' }],
      memberId: null,
    })
    const branch = await create({ classCode: 'advanced-branch', title: '先进党支部评选' })
    const said = async () =>
      (
        await api.call(bureau.tokens['branch-secretary'], campaignsContract.candidates, {
          params: { id: branch.id },
          query: { organization: bureau.branchA.id },
        })
      ).body.branch.map(({ code }) => code)
    expect(await said()).toEqual(['honour.branch', 'honour.branch-unjudged'])
    expect((await nominate(branch.id, { meetingId })).body.nominations[0]?.subjectName).toBe(
      '甲支部',
    )
    expect(await said()).toContain('honour.nominated-already')
  })

  it('come too early or too late', async () => {
    const { create, nominate, resolved } = campaignSteps(api, bureau)
    const { id: meetingId } = await resolved()
    for (const over of [
      { nominateFrom: '2026-11-24' },
      { nominateFrom: '2026-11-02', nominateTo: '2026-11-20' },
    ]) {
      const { id } = await create(over)
      expect((await nominate(id, { memberId: person(0), meetingId })).problem.code).toBe('state')
    }
    const gone = await addMember(api.world.db, { name: '孙某', at: bureau.branchB })
    const { id } = await create()
    expect(
      (await nominate(id, { memberId: gone, meetingId }, bureau.tokens.organizer)).problem.fields,
    ).toEqual({ 'body.memberId': '孙某 不在推荐支部的名册上' })
  })
})
