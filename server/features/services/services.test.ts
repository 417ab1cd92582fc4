import { describe, expect, it } from 'vitest'
import type { MemberId, ServiceId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { organizations } from '#server/features/organizations/handlers.ts'
import { services } from '#server/features/services/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount } from '#tests/support/bureau.ts'
import type { SmallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { anEntry, servicesBureau } from '#tests/support/services.ts'

const api = useApi([...meetings, ...organizations, ...services])

const bureau = () => servicesBureau(api)

/** A theme day of branch 甲 from 15:00 to 16:30, to which one of 甲一 did not come. */
const themeDay = ({ branchA, inA1, inA2 }: Pick<SmallBureau, 'branchA' | 'inA1' | 'inA2'>) =>
  aMeeting(branchA, firstOf(inA2), {
    types: ['theme-day'],
    title: '十一月主题党日',
    startedAt: '15:00',
    endedAt: '16:30',
    attendance: [{ memberId: inA1[2] as MemberId, status: 'leave', reason: '公务' }],
    advance: 'sign',
  })

describe('a member logs', () => {
  it('the own service, at the place of that day, waiting for somebody else’s confirmation', async () => {
    const { tokens, log, groupA1, own, list } = await bureau()
    const made = (await log({ from: '12:00', to: '13:30', isVolunteer: true, item: '社保卡补办' }))
      .body
    expect(made).toMatchObject({
      organizationId: groupA1.id,
      memberId: own,
      memberName: '王芳',
      state: 'logged',
      minutes: 90,
      version: 1,
    })
    expect(made.events.map(({ action }) => action)).toEqual(['logged'])
    for (const role of [
      'member',
      'group-leader',
      'branch-secretary',
      'organizer',
      'leader',
    ] as const)
      expect((await list(tokens[role])).total, `seen by ${role}`).toBe(1)
    const show = await api.call(tokens.leader, servicesContract.show, { params: { id: made.id } })
    expect(show.body.item).toBe('社保卡补办')
  })

  it.each([
    ['-1 visits', { visits: -1 }, 'visits', '人次至少为 1'],
    ['no visits', { visits: 0 }, 'visits', '人次至少为 1'],
    ['10^9 visits', { visits: 1e9 }, 'visits', '一条记录最多 9,999 人次，请分开登记'],
    ['one and a half visits', { visits: 1.5 }, 'visits', '人次应为整数'],
    ['25 hours', { minutes: 1_500 }, 'minutes', '时长不超过 24 小时'],
    ['no time', { minutes: 0 }, 'minutes', '时长应大于 0'],
    ['half of a pair of times', { from: '09:00' }, 'to', '请同时填写开始和结束时间，或都不填'],
    [
      'an end before the start',
      { from: '09:00', to: '08:00' },
      'to',
      '结束时间应晚于开始时间；跨过零点的请分两天登记',
    ],
    ['tomorrow', { servedOn: '2026-11-24' }, 'servedOn', '服务日期不能晚于今天（2026-11-23）'],
    [
      'longer than its own times',
      { from: '09:00', to: '10:00', minutes: 90 },
      'minutes',
      '时长超过了起止时间（1 小时）',
    ],
    [
      'a day before joining the roster',
      { servedOn: '2019-12-31' },
      'servedOn',
      '这一天您不在花名册上，请核对日期',
    ],
  ] as const)('not %s: 400 with a sentence at the field', async (_, given, field, sentence) => {
    const { log } = await bureau()
    const answer = await log(given)
    expect([answer.status, answer.problem.code]).toEqual([400, 'invalid'])
    expect(answer.problem.fields).toEqual({ [`body.${field}`]: sentence })
  })

  it('not for somebody else’s member, and no other role does', async () => {
    const { tokens, log, inA2, inA1 } = await bureau()
    expect((await log({ memberId: inA2[0] as MemberId })).status).toBe(404)
    const body = { ...anEntry(), memberId: inA1[1] as MemberId }
    for (const role of ['branch-secretary', 'organizer', 'group-leader', 'leader'] as const)
      expect(
        (await api.call(tokens[role], servicesContract.create, { body })).problem.code,
        `as ${role}`,
      ).toBe('forbidden')
  })

  it('not twice the same, nor at the same time, nor more than 24 hours a day (handbook §8)', async () => {
    const { log } = await bureau()
    expect((await log({ from: '09:00', to: '10:00' })).status).toBe(200)
    expect((await log({ from: '09:59', to: '11:00', visits: 1 })).problem.fields).toEqual({
      'body.from': '与当天 09:00–10:00 的另一条服务记录时间重叠',
    })
    expect((await log({ from: '10:00', to: '11:00' })).status).toBe(200)
    expect((await log({ item: '甲' })).status).toBe(200)
    expect((await log({ item: '甲' })).problem.fields).toHaveProperty(['body.item'])
    expect((await log({ minutes: 1_321, item: '乙' })).problem.fields).toHaveProperty([
      'body.minutes',
    ])
    expect((await log({ minutes: 1_320, item: '乙' })).status).toBe(200)
  })

  it('of two at the same moment with the same times only one', async () => {
    const { log } = await bureau()
    const both = await Promise.all([
      log({ from: '09:00', to: '10:00' }),
      log({ from: '09:30', to: '10:30' }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
  })

  it('during a theme day that the member attended, which is said and not refused', async () => {
    const place = await bureau()
    const { tokens, log } = place
    await held(api, tokens.organizer, themeDay(place))
    const during = (await log({ from: '16:00', to: '17:00' })).body
    expect(during.themeDay).toBe('十一月主题党日')
    expect(during.verdicts).toMatchObject([{ status: 'warning', code: 'service.theme-day' }])
    expect((await log({ from: '17:00', to: '18:00' })).body.themeDay).toBeNull()
  })

  it('says a theme day that is signed after it was confirmed, and no longer once the signature is taken back', async () => {
    const place = await bureau()
    const { tokens, log, list, groupA1, branchB } = place
    const id = (await log({ from: '16:00', to: '17:00' })).body.id
    const other = (await log({ from: '18:00', to: '19:00' })).body.id
    const confirmed = await api.call(tokens['branch-secretary'], servicesContract.confirm, {
      params: { id },
      version: 1,
    })
    expect(confirmed.body).toMatchObject({ themeDay: null, version: 2 })
    const meeting = await held(api, tokens.organizer, themeDay(place))
    const shown = async (record: ServiceId) =>
      (await api.call(tokens.organizer, servicesContract.show, { params: { id: record } })).body
    expect(await shown(id)).toMatchObject({ themeDay: '十一月主题党日', version: 2 })
    expect(await shown(other)).toMatchObject({ themeDay: null })
    // The meeting was the branch's, out of reach of who confirms for the group.
    const { rows } = await list(tokens['group-leader'])
    expect(rows.map((row) => [row.id, row.themeDay])).toEqual([
      [id, '十一月主题党日'],
      [other, null],
    ])
    // Also where the group has gone to another branch since.
    const { body: group } = await api.call(tokens.organizer, organizationsContract.show, {
      params: { id: groupA1.id },
    })
    const moved = await api.call(tokens.organizer, organizationsContract.move, {
      params: { id: groupA1.id },
      version: group.version,
      body: { parentId: branchB.id, on: '2026-11-23', reason: '撤并窗口' },
    })
    expect(moved.status).toBe(200)
    expect(await shown(id)).toMatchObject({ themeDay: '十一月主题党日' })
    const { text } = (await api.call(tokens.organizer, servicesContract.exportList, { body: {} }))
      .body
    expect(text.match(/已确认,十一月主题党日|待确认,$/gm)).toHaveLength(2)
    await api.call(tokens.organizer, meetingsContract.unsign, {
      params: { id: meeting.id },
      version: meeting.version,
      body: { reason: '出席标错' },
    })
    expect(await shown(id)).toMatchObject({ themeDay: null, version: 2 })
  })
})

describe('several at once', () => {
  it('keeps the good lines and shows the bad ones', async () => {
    const { tokens, inA2, list } = await bureau()
    const entries = [
      anEntry({ servedOn: '2026-11-02' }),
      anEntry({ servedOn: '2026-11-03', visits: 1.5 }),
      anEntry({ servedOn: '2026-11-02' }),
      anEntry({ servedOn: '2026-11-04' }),
      { ...anEntry({ servedOn: '2026-11-05' }), memberId: inA2[0] },
      { ...anEntry({ servedOn: '2026-11-06' }), points: 5 },
      anEntry({ servedOn: '2026-12-01' }),
    ]
    const { kept, refused } = (
      await api.call(tokens.member, servicesContract.createMany, { body: { entries } })
    ).body
    expect(kept.map(({ servedOn }) => servedOn)).toEqual(['2026-11-02', '2026-11-04'])
    expect(refused).toEqual([
      { line: 1, fields: { visits: '人次应为整数' } },
      { line: 2, fields: { item: '当天已登记过相同的一条；如果是另一次服务，请写明事项或时间' } },
      { line: 4, fields: { memberId: '只能登记本人的服务' } },
      { line: 5, fields: { points: '没有这个字段' } },
      { line: 6, fields: { servedOn: '服务日期不能晚于今天（2026-11-23）' } },
    ])
    expect((await list(tokens.member)).total).toBe(2)
  })
})

describe('confirming', () => {
  it('is for the group leader, secretary and organizer of the place, and for nobody else', async () => {
    const { tokens, log } = await bureau()
    const confirm = (token: string, id: string, version = 1) =>
      api.call(token, servicesContract.confirm, { params: { id: id }, version })
    const { id } = (await log()).body
    for (const role of ['member', 'leader', 'discipline'] as const)
      expect((await confirm(tokens[role], id)).problem.code, `as ${role}`).toBe('forbidden')
    const done = (await confirm(tokens['group-leader'], id)).body
    expect(done).toMatchObject({ state: 'confirmed', version: 2 })
    expect(done.events.at(-1)).toMatchObject({ action: 'confirmed', by: 'group-leader' })
  })

  it('is never of one’s own record, one by one or a page at once', async () => {
    const { inA1, groupA1 } = await bureau()
    const both = await addAccount(api.world.db, {
      login: 'both',
      memberId: inA1[2],
      roles: [
        { role: 'member', at: groupA1 },
        { role: 'group-leader', at: groupA1 },
      ],
    })
    const { id } = (await api.call(both.token, servicesContract.create, { body: anEntry() })).body
    const alone = await api.call(both.token, servicesContract.confirm, {
      params: { id },
      version: 1,
    })
    expect([alone.status, alone.problem.message]).toEqual([
      409,
      '当前状态下不能这样做：不能确认或退回本人的记录，请由其他负责人办理',
    ])
    const page = await api.call(both.token, servicesContract.confirmMany, {
      body: { records: [{ id, version: 1 }] },
    })
    expect(page.body).toMatchObject({ confirmed: [], refused: [{ id, code: 'state' }] })
  })

  it('by two at once: one wins, the other is told', async () => {
    const { tokens, log } = await bureau()
    const { id } = (await log()).body
    const both = await Promise.all([
      api.call(tokens['group-leader'], servicesContract.confirm, { params: { id }, version: 1 }),
      api.call(tokens['branch-secretary'], servicesContract.sendBack, {
        params: { id },
        version: 1,
        body: { reason: '与登记簿不符' },
      }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
    expect(both.find(({ status }) => status === 412)?.problem).toMatchObject({
      code: 'version_conflict',
      detail: { id, version: 2 },
    })
  })

  it('takes a page at once; what somebody else decided meanwhile is named', async () => {
    const { tokens, log } = await bureau()
    const ids = []
    for (const item of ['甲', '乙', '丙']) ids.push((await log({ item })).body.id)
    const [first, second, third] = ids
    if (!first || !second || !third) throw new Error('three were logged')
    await api.call(tokens['group-leader'], servicesContract.confirm, {
      params: { id: second },
      version: 1,
    })
    const records = ids.map((id) => ({ id, version: 1 }))
    const { confirmed, refused } = (
      await api.call(tokens['branch-secretary'], servicesContract.confirmMany, {
        body: { records },
      })
    ).body
    expect(new Set(confirmed)).toEqual(new Set([first, third]))
    expect(refused).toEqual([
      { id: second, code: 'version_conflict', reason: '刚被别人办理或修改过，请看最新内容' },
    ])
  })
})
