import { beforeEach, describe, expect, it } from 'vitest'
import { announcementsContract as contract } from '#domain/announcements.contract.ts'
import type { AnnouncementRecord } from '#domain/announcements.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { anAnnouncement, announced } from '#tests/support/announcements.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { testNow } from '#tests/support/world.ts'

const api = useApi()
let bureau: SmallBureau
let call: AnnouncementRecord
beforeEach(async () => {
  api.world.setNow(testNow)
  bureau = await smallBureau(api.world.db)
  call = await announced(
    api,
    bureau.tokens['branch-secretary'],
    anAnnouncement(bureau.branchA, { heldOn: '2026-11-27' }),
  )
})

const later = (minutes: number) => new Date(Date.parse(testNow) + minutes * 60_000).toISOString()
const answer = () =>
  api.call(bureau.tokens.member, contract.answer, {
    params: { id: call.id },
    body: { answer: 'attend' },
  })
const change = async (over: { place?: string; startedAt?: string; title?: string }) => {
  const token = bureau.tokens['branch-secretary']
  const { body } = await api.call(token, contract.show, { params: { id: call.id } })
  return api.call(token, contract.change, {
    params: { id: call.id },
    version: body.version,
    body: { ...over, reason: '三楼检修' },
  })
}
const own = async () => {
  const { body } = await api.call(bureau.tokens.member, workbenchContract.own)
  const idsOf = (name: 'answers' | 'changes') => body[name]?.rows.map(({ id }) => id)
  return { answers: idsOf('answers'), changes: idsOf('changes') }
}

describe('whoever answered an announced meeting', () => {
  it('is told that it was called off, and why, until its day', async () => {
    await answer()
    expect(await own()).toEqual({ answers: [], changes: [] })
    await api.call(bureau.tokens['branch-secretary'], contract.callOff, {
      params: { id: call.id },
      version: call.version,
      body: { reason: '上级另有会议' },
    })
    expect(await own()).toEqual({ answers: [], changes: [call.id] })
    const { body } = await api.call(bureau.tokens.member, contract.list, {
      query: { toKnow: 'true' },
    })
    expect(body.rows).toMatchObject([{ state: 'called-off', callOffReason: '上级另有会议' }])
    api.world.setNow('2026-11-28T02:00:00Z')
    expect(await own()).toEqual({ answers: [], changes: [] })
  })

  it('is told of another place with what it was, and no longer once answered again', async () => {
    await answer()
    api.world.setNow(later(1))
    expect((await change({ title: '党员大会（改名）' })).body.movedFrom).toBeNull()
    expect((await own()).changes).toEqual([])
    const before = { heldOn: '2026-11-27', startedAt: '15:00', place: '三楼会议室' }
    expect((await change({ place: '五楼' })).body.movedFrom).toEqual({
      ...before,
      reason: '三楼检修',
    })
    expect(await own()).toEqual({ answers: [], changes: [call.id] })
    api.world.setNow(later(2))
    await answer()
    expect(await own()).toEqual({ answers: [], changes: [] })
  })

  it('is asked anew for another hour, and not told of it twice', async () => {
    await answer()
    api.world.setNow(later(1))
    await change({ startedAt: '16:00' })
    expect(await own()).toEqual({ answers: [call.id], changes: [] })
  })
})

it('tells an account without a member and without a role nothing of anybody', async () => {
  const { body } = await api.call(bureau.tokens.auditor, workbenchContract.own)
  expect(Object.values(body).every((group) => group === null)).toBe(true)
})
