import { beforeEach, describe, expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import { holidaysContract } from '#domain/holidays.contract.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { officialYears } from '#domain/rules/officialHolidays.ts'
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

/** The year's arrangement again, with 18 November off. */
async function correctHolidays() {
  const official = officialYears.find(({ year }) => year === 2026)
  if (!official) throw new Error('no year')
  const { status } = await api.call(bureau.tokens.organizer, holidaysContract.set, {
    version: 1,
    body: {
      ...official,
      days: [...official.days, { day: '2026-11-18', name: '临时放假', off: true }],
    },
  })
  expect(status).toBe(200)
}

type Body = NonNullable<Given<typeof campaignsContract.amend>['body']>
const stated = { from: '2026-11-16', to: '2026-11-20', place: '一楼公示栏' }
const reason = '放假安排更正，18 日放假'

async function amending() {
  const steps = await onNotice(api, bureau, [bureau.inA1[0] as MemberId])
  api.world.setNow('2026-11-17T02:00:00Z')
  const amend = async (over: Partial<Body>, token = bureau.tokens.organizer) =>
    api.call(token, campaignsContract.amend, {
      params: { id: steps.id },
      version: (await steps.show(steps.id)).version,
      body: { ...stated, reason, ...over },
    })
  return { ...steps, amend }
}

const waiting = async () =>
  (await api.call(bureau.tokens.organizer, campaignsContract.list, { query: { waiting: 'true' } }))
    .body.rows

describe('a public notice that a corrected holiday table made too short', () => {
  it('waits for who runs the campaign, is lengthened, and then decided', async () => {
    const { id, amend, show, decide } = await amending()
    expect(await waiting()).toEqual([])
    await correctHolidays()
    expect(await waiting()).toMatchObject([{ id, next: 'extend', nextOn: '2026-11-20' }])
    api.world.setNow('2026-11-23T02:00:00Z')
    expect((await decide(id, '2026-11-23')).problem.message).toContain(
      '2026-11-16 至 2026-11-20 只有 4 个工作日，不足 5 个',
    )
    // Neither a day that has passed nor one that still does not suffice.
    expect((await amend({ to: '2026-11-22' })).problem.fields).toEqual({
      'body.to': '截止日期不能早于今天',
    })
    const amended = await amend({ to: '2026-11-23' })
    expect(amended.body).toMatchObject({
      state: 'publicity',
      publicityTo: '2026-11-23',
      next: 'wait',
      publicityChanges: [
        { on: '2026-11-23', reason, before: stated, after: { ...stated, to: '2026-11-23' } },
      ],
    })
    // Everybody whom the notice concerns sees that it was lengthened, and why.
    expect((await show(id, bureau.tokens['branch-secretary'])).publicityChanges).toEqual(
      amended.body.publicityChanges,
    )
    api.world.setNow('2026-11-24T02:00:00Z')
    expect((await decide(id, '2026-11-24')).body.state).toBe('decided')
  })

  it('is not ended where the working days do not suffice', async () => {
    const { amend } = await amending()
    await correctHolidays()
    expect((await amend({})).problem.fields).toEqual({
      'body.reason': '起止日期和地点都没有改动',
    })
    expect((await amend({ to: '2026-11-22' })).problem.fields).toEqual({
      'body.to': '按现在的放假安排，2026-11-16 至 2026-11-22 只有 4 个工作日，不足 5 个',
    })
  })
})

describe('a public notice written wrong', () => {
  it('has its place corrected while it hangs, its start before its day only', async () => {
    const { id, amend, show } = await amending()
    expect((await amend({ from: '2026-11-13' })).problem.fields).toEqual({
      'body.from': '公示已于 2026-11-16 开始，起始日期不能再改',
    })
    expect((await amend({ place: '二楼公示栏' })).body.publicityPlace).toBe('二楼公示栏')
    expect((await show(id)).publicityChanges).toHaveLength(1)
    api.world.setNow('2026-11-15T02:00:00Z')
    expect((await amend({ from: '2026-11-11' })).problem.fields).toEqual({
      'body.from': '公示不能早于党委审定（2026-11-12）',
    })
    expect((await amend({ from: '2026-11-13' })).problem.fields).toEqual({
      'body.from': '公示还没有开始，起始日期不能改到今天以前',
    })
    const moved = await amend({ from: '2026-11-17', to: '2026-11-23' })
    expect(moved.body).toMatchObject({ publicityFrom: '2026-11-17', publicityTo: '2026-11-23' })
  })

  it('is corrected by the deciding organ, and only while it hangs', async () => {
    const { amend } = await amending()
    const place = '二楼公示栏'
    expect((await amend({ place }, bureau.tokens['branch-secretary'])).status).toBe(403)
    const { create, show } = campaignSteps(api, bureau)
    const { id } = await create()
    const early = await api.call(bureau.tokens.organizer, campaignsContract.amend, {
      params: { id },
      version: (await show(id)).version,
      body: { ...stated, reason },
    })
    expect(early.problem).toMatchObject({ code: 'state' })
  })
})
