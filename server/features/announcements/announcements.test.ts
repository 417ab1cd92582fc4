import { beforeEach, describe, expect, it } from 'vitest'
import { announcementsContract as contract } from '#domain/announcements.contract.ts'
import type { AnnouncementInput, AnnouncementRecord } from '#domain/announcements.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { anAnnouncement, announced } from '#tests/support/announcements.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { entriesOf, subscribed, uidsOf } from '#tests/support/calendarFile.ts'
import { aMeeting, firstOf } from '#tests/support/meetings.ts'
import { testNow } from '#tests/support/world.ts'

const api = useApi()
let bureau: SmallBureau
let secretary: string
beforeEach(async () => {
  api.world.setNow(testNow)
  bureau = await smallBureau(api.world.db)
  secretary = bureau.tokens['branch-secretary']
})

const announce = (over: Partial<AnnouncementInput> = {}) =>
  announced(api, secretary, anAnnouncement(bureau.branchA, over))
const show = async (id: AnnouncementRecord['id'], token = secretary) =>
  (await api.call(token, contract.show, { params: { id } })).body
const answer = (
  id: AnnouncementRecord['id'],
  body: { answer: 'attend' | 'leave'; reason?: string },
) => api.call(bureau.tokens.member, contract.answer, { params: { id }, body })
const member = () => bureau.inA1[1]

describe('an announced meeting', () => {
  it('calls the roster of its day, of which nobody has answered', async () => {
    const { roster, ...record } = await announce()
    expect(record).toMatchObject({
      organizationName: '甲支部',
      state: 'open',
      heldOn: '2026-11-27',
      agenda: ['学习党章', '讨论年度总结'],
      attending: 0,
      leaving: 0,
      announcedBy: 'secretary',
      hand: true,
    })
    expect(roster).toHaveLength(10)
    expect(roster.every((one) => one.answer === null)).toBe(true)
  })

  it.each([
    ['a day that is over', { heldOn: '2026-11-22' }, 'body.heldOn'],
    ['a day beyond a year', { heldOn: '2027-11-24' }, 'body.heldOn'],
    ['no type', { types: [] }, 'body.types'],
    ['a type of another organ', { types: ['group-meeting'] as const }, 'body.types'],
    ['a 支委会 without a committee', { types: ['committee-meeting'] as const }, 'body.types'],
  ] as const)('is refused with %s', async (_, over, field) => {
    const body = { ...anAnnouncement(bureau.branchA), ...over } as AnnouncementInput
    const refused = await api.call(secretary, contract.announce, { body })
    expect(refused.status).toBe(400)
    expect(Object.keys(refused.problem.fields ?? {})).toEqual([field])
  })

  it('may be of today, and of a group by its leader, not of a committee', async () => {
    const { groupA1, committee, tokens } = bureau
    const today = anAnnouncement(groupA1, { types: ['group-meeting'], heldOn: '2026-11-23' })
    const { roster } = await announced(api, tokens['group-leader'], today)
    expect(roster).toHaveLength(6)
    const refused = await api.call(tokens.organizer, contract.announce, {
      body: anAnnouncement(committee),
    })
    expect(refused.problem.fields).toEqual({
      'body.types': '党委、党总支只记录民主生活会，其他会议请在党支部或党小组下记录',
    })
  })

  it('is changed with a reason; another hour asks anew, another place does not', async () => {
    const first = await announce()
    await answer(first.id, { answer: 'leave', reason: '出差' })
    const { organizationId: _, ...content } = anAnnouncement(bureau.branchA, { place: '五楼' })
    const change = (over: object, version: number) =>
      api.call(secretary, contract.change, {
        params: { id: first.id },
        body: { ...content, reason: '会议室另有安排', ...over },
        version,
      })
    const moved = (await change({}, first.version)).body
    expect(moved).toMatchObject({ place: '五楼', leaving: 1, changeReason: '会议室另有安排' })
    expect((await change({}, first.version)).status).toBe(412)
    expect((await change({ reason: '' }, moved.version)).status).toBe(400)
    expect((await change({ heldOn: '2026-11-20' }, moved.version)).status).toBe(400)
    const later = (await change({ startedAt: '16:00' }, moved.version)).body
    expect(later).toMatchObject({ leaving: 0, attending: 0 })
    expect(await show(first.id, bureau.tokens.member)).toMatchObject({
      answer: null,
      reason: null,
      askedAnew: true,
    })
  })

  it('is called off with a reason, and then neither answered, changed nor recorded', async () => {
    const { id, version } = await announce({ heldOn: '2026-11-23' })
    const off = await api.call(secretary, contract.callOff, {
      params: { id },
      body: { reason: '上级另有会议' },
      version,
    })
    expect(off.body).toMatchObject({ state: 'called-off', callOffReason: '上级另有会议' })
    expect((await answer(id, { answer: 'attend' })).status).toBe(409)
    const again = await api.call(secretary, contract.callOff, {
      params: { id },
      body: { reason: '再次取消' },
      version: off.body.version,
    })
    expect(again.status).toBe(409)
    const made = await api.call(secretary, meetingsContract.create, {
      body: { ...aMeeting(bureau.branchA, firstOf(bureau.inA2)), announcementId: id },
    })
    expect(made.problem.message).toContain('会议已经取消，不能由通知记会议')
  })
})

describe('an answer', () => {
  it('is the own, the last one holds, and leave needs a reason', async () => {
    const { id } = await announce()
    expect((await answer(id, { answer: 'leave' })).problem.fields).toEqual({
      'body.reason': '请填写请假的原因',
    })
    expect((await answer(id, { answer: 'attend', reason: '多余' })).body).toMatchObject({
      answer: 'attend',
      reason: null,
      roster: [],
      attending: null,
    })
    expect((await answer(id, { answer: 'leave', reason: '探亲' })).body).toMatchObject({
      answer: 'leave',
      reason: '探亲',
    })
    const { roster, attending, leaving } = await show(id)
    expect([attending, leaving]).toEqual([0, 1])
    expect(roster.filter((one) => one.answer !== null)).toEqual([
      expect.objectContaining({ memberId: member(), answer: 'leave', reason: '探亲' }),
    ])
  })

  it('is nobody’s to give for another, nor by whom the meeting does not call', async () => {
    const { id } = await announce()
    const asSecretary = await api.call(secretary, contract.answer, {
      params: { id },
      body: { answer: 'attend' },
    })
    expect(asSecretary.status).toBe(403)
    const other = await announced(
      api,
      bureau.tokens.organizer,
      anAnnouncement(bureau.branchB, { title: '乙支部的会' }),
    )
    const [foreign, nowhere] = [
      await answer(other.id, { answer: 'attend' }),
      await answer(crypto.randomUUID() as never, { answer: 'attend' }),
    ]
    expect(foreign.status).toBe(404)
    expect(foreign.problem).toEqual(nowhere.problem)
  })

  it('does not tell the log why', async () => {
    const { id } = await announce()
    await answer(id, { answer: 'leave', reason: '住院治疗' })
    const rows = await api.world.db.selectFrom('audit_entry').selectAll().execute()
    expect(rows.map(({ action }) => action)).toContain('announcement.answered')
    expect(JSON.stringify(rows)).not.toContain('住院治疗')
  })
})

describe('the record of an announced meeting', () => {
  const make = (announcementId: AnnouncementRecord['id'], over = {}) =>
    api.call(secretary, meetingsContract.create, {
      body: {
        ...aMeeting(bureau.branchA, firstOf(bureau.inA2), { heldOn: '2026-11-23', ...over }),
        announcementId,
      },
    })

  it('is one: it ends the answers, a second is refused, a deleted draft sets it free', async () => {
    const { id } = await announce({ heldOn: '2026-11-23' })
    const made = (await make(id)).body
    expect(await show(id)).toMatchObject({ state: 'recorded', meetingId: made.id })
    expect((await answer(id, { answer: 'attend' })).status).toBe(409)
    const second = await make(id, { startedAt: '20:00', endedAt: '21:00' })
    expect(second.status).toBe(409)
    expect(second.problem.message).toContain('这次通知已有会议记录')
    const { rows } = (await api.call(secretary, meetingsContract.list, {})).body
    expect(rows).toHaveLength(1)
    await api.call(secretary, meetingsContract.discard, {
      params: { id: made.id },
      version: made.version,
    })
    expect(await show(id)).toMatchObject({ state: 'open', meetingId: null })
    expect((await make(id)).status).toBe(200)
  })

  it('is one of two that are made at once', async () => {
    const { id } = await announce({ heldOn: '2026-11-23' })
    const both = await Promise.all([make(id), make(id, { startedAt: '20:00', endedAt: '21:00' })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  it('is of the organ that announced it', async () => {
    const { id } = await announced(
      api,
      secretary,
      anAnnouncement(bureau.groupA1, { types: ['group-meeting'] }),
    )
    expect((await make(id)).problem.fields).toEqual({
      'body.announcementId': '通知的是另一个组织的会议',
    })
  })
})

it('counts nowhere: no meeting, no duty, no figure comes from it', async () => {
  const asked = async () => {
    const query = { organization: bureau.branchA.id, year: 2026 }
    const { rows, total } = (await api.call(secretary, meetingsContract.list, { query })).body
    const counts = (await api.call(secretary, meetingsContract.counts, { query })).body
    const { due } = (
      await api.call(secretary, workbenchContract.todos, {
        query: { organization: bureau.branchA.id },
      })
    ).body
    return { rows, total, counts, due }
  }
  const before = await asked()
  const { id } = await announce({ heldOn: '2026-11-23' })
  await answer(id, { answer: 'leave', reason: '出差' })
  expect(await asked()).toEqual(before)
})

describe('who is to do something', () => {
  it('is told on the workbench: to answer until the day, to record from it on', async () => {
    await api.world.db
      .insertInto('assignment')
      .values({
        id: crypto.randomUUID(),
        account_id: (
          await api.world.db
            .selectFrom('account')
            .select('id')
            .where('login', '=', 'secretary')
            .executeTakeFirstOrThrow()
        ).id,
        role: 'member',
        organization_id: bureau.groupA2.id,
        granted_by: null,
        granted_at: api.world.clock().toISOString(),
      })
      .execute()
    const todos = async () => {
      const query = { organization: bureau.branchA.id }
      const { answers, announced: toRecord } = (
        await api.call(secretary, workbenchContract.todos, { query })
      ).body
      return [answers, toRecord].map((group) => group?.rows.map((one) => one.title))
    }
    const { id } = await announce({ title: '将来的会' })
    await announce({ title: '今天的会', heldOn: '2026-11-23' })
    await announced(api, secretary, anAnnouncement(bureau.groupA1, { types: ['group-meeting'] }))
    expect(await todos()).toEqual([['今天的会', '将来的会'], ['今天的会']])
    await api.call(secretary, contract.answer, { params: { id }, body: { answer: 'attend' } })
    expect(await todos()).toEqual([['今天的会'], ['今天的会']])
    api.world.setNow('2026-11-28T02:00:00.000Z')
    expect(await todos()).toEqual([[], ['今天的会', '将来的会', '十一月支部党员大会']])
  })

  it('finds it in the subscribed calendar until it is recorded, and there that it was called off', async () => {
    const uid = (id: string) => `announcement-${id}@six-chains`
    const of = async (token: string) => {
      const read = await subscribed(api, token)
      return async () => {
        const entries = await entriesOf(read)
        return uidsOf(entries, 'announcement').map((one) => [one, entries.get(one)?.status])
      }
    }
    const [asMember, asSecretary, asLeader] = await Promise.all(
      [bureau.tokens.member, secretary, bureau.tokens.leader].map(of),
    )
    const { id, version } = await announce({ heldOn: '2026-11-23' })
    const other = await announced(api, bureau.tokens.organizer, anAnnouncement(bureau.branchB))
    expect(await asMember?.()).toEqual([[uid(id), 'TENTATIVE']])
    expect(await asSecretary?.()).toEqual([[uid(id), 'TENTATIVE']])
    // Of a committee only what it holds itself.
    expect(await asLeader?.()).toEqual([])
    await api.call(secretary, contract.callOff, {
      params: { id },
      body: { reason: '改期另行通知' },
      version,
    })
    expect(await asMember?.()).toEqual([[uid(id), 'CANCELLED']])
    expect(other.state).toBe('open')
  })
})
