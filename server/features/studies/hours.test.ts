import { describe, expect, it } from 'vitest'
import { newId, type MemberId, type OrganizationId } from '#domain/ids.ts'
import { membersContract } from '#domain/members.contract.ts'
import { studiesContract as contract } from '#domain/studies.contract.ts'
import { makeups } from '#server/features/makeups/handlers.ts'
import { members } from '#server/features/members/handlers.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { studies } from '#server/features/studies/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { aStudy, recorded } from '#tests/support/studies.ts'

const api = useApi([...members, ...meetings, ...makeups, ...studies])

/** Branch 甲 with a signed 党课 of 90 minutes on the 20th that 单雄信 missed. */
async function withLecture() {
  const bureau = await smallBureau(api.world.db)
  const [, own, missing] = bureau.inA1
  if (!own || !missing) throw new Error('no members')
  const secretary = bureau.tokens['branch-secretary']
  const lecture = await held(
    api,
    secretary,
    aMeeting(bureau.branchA, firstOf(bureau.inA2), {
      types: ['party-lecture'],
      title: '十一月党课',
      lecturer: '李强',
      lectureMinutes: 90,
      attendance: [{ memberId: missing, status: 'leave', reason: '公务' }],
      advance: 'sign',
    }),
  )
  const hours = async (id: typeof own, token = secretary) =>
    (await api.call(token, contract.hours, { params: { id }, query: { year: 2026 } })).body
  return { ...bureau, secretary, lecture, own, missing, hours }
}

describe('hours', () => {
  it('count a signed 党课 by itself for those who were present', async () => {
    const { own, missing, lecture, hours } = await withLecture()
    expect(await hours(own)).toMatchObject({
      minutes: 90,
      targetMinutes: 1920,
      sources: [{ source: 'meeting', meetingId: lecture.id, kind: 'party-lecture', minutes: 90 }],
    })
    expect(await hours(missing)).toMatchObject({ minutes: 0, sources: [] })
  })

  it('count of a guest who came for part of it that part', async () => {
    const { secretary, branchA, own } = await withLecture()
    const guests = [
      { name: '李老师', capacity: '市委党校' },
      { name: '王工', minutes: 45 },
      { name: '赵工', minutes: 120 },
    ]
    const made = await recorded(api, secretary, aStudy(branchA, [own], { minutes: 120, guests }))
    expect(made).toMatchObject({ present: 4, personMinutes: 3 * 120 + 45 })
    expect(made.guests.map(({ minutes }) => minutes)).toEqual([null, 45, null])
    const planned = await api.call(secretary, contract.create, {
      body: aStudy(branchA, [own], { topic: '计划', advance: 'plan', guests }),
    })
    expect(Object.keys(planned.problem.fields ?? {})).toEqual([
      'body.guests.1.minutes',
      'body.guests.2.minutes',
    ])
  })

  it('count of one who came for part of it that part, and say so', async () => {
    const { secretary, branchA, own, missing, hours } = await withLecture()
    const body = aStudy(branchA, [], {
      minutes: 120,
      audience: [
        { memberId: own, present: true, minutes: 45 },
        { memberId: missing, present: true, minutes: 120 },
      ],
    })
    const made = await recorded(api, secretary, body)
    expect(made.personMinutes).toBe(165)
    expect(
      made.audience.map(({ minutes }) => minutes).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    ).toEqual(
      // All of it is no part.
      [null, 45],
    )
    expect(await hours(own)).toMatchObject({
      minutes: 135,
      sources: [
        { source: 'study', minutes: 45, whole: 120 },
        { source: 'meeting', minutes: 90, whole: 90 },
      ],
    })
    expect((await hours(missing)).sources).toMatchObject([{ minutes: 120, whole: 120 }])
    const list = await api.call(secretary, contract.hoursList, { query: { year: 2026 } })
    expect(list.body.rows.find(({ memberId }) => memberId === own)?.minutes).toBe(135)
  })

  it('keep the part when the activity is opened again and closed', async () => {
    const { secretary, branchA, own, hours } = await withLecture()
    const body = aStudy(branchA, [], { audience: [{ memberId: own, present: true, minutes: 30 }] })
    const { id, version } = await recorded(api, secretary, body)
    const reopened = await api.call(secretary, contract.reopen, {
      params: { id },
      version,
      body: { reason: '补记成绩' },
    })
    await api.call(secretary, contract.close, { params: { id }, version: reopened.body.version })
    expect(await hours(own)).toMatchObject({ minutes: 120 })
  })

  it.each([0, -5, 1.5, 121])(
    'refuse %d minutes of an activity of 120, at the field',
    async (minutes) => {
      const { secretary, branchA, own } = await withLecture()
      const body = aStudy(branchA, [], { audience: [{ memberId: own, present: true, minutes }] })
      const { status, problem } = await api.call(secretary, contract.create, { body })
      expect([status, Object.keys(problem.fields ?? {})]).toEqual([
        400,
        ['body.audience.0.minutes'],
      ])
    },
  )

  it('count it once where an activity is linked to the same meeting', async () => {
    const { secretary, branchA, own, missing, lecture, hours } = await withLecture()
    const link = { meetingId: lecture.id, minutes: 100 }
    await recorded(api, secretary, aStudy(branchA, [own, missing], link))
    expect((await hours(own)).sources.map(({ source, minutes }) => [source, minutes])).toEqual([
      ['meeting', 90],
    ])
    // Who was only at the activity studied there.
    expect((await hours(missing)).sources.map(({ source, minutes }) => [source, minutes])).toEqual([
      ['study', 100],
    ])
    const twice = await api.call(secretary, contract.create, {
      body: aStudy(branchA, [own], { ...link, topic: '另一次' }),
    })
    expect(twice.problem.fields).toHaveProperty(['body.meetingId'])
  })

  it('count an activity beside the 党课 only once it is closed, and not after it is opened again', async () => {
    const { secretary, branchA, own, hours } = await withLecture()
    const study = await recorded(api, secretary, aStudy(branchA, [own], { advance: 'hold' }))
    expect((await hours(own)).minutes).toBe(90)
    const { id, version } = study
    const closed = (await api.call(secretary, contract.close, { params: { id }, version })).body
    expect((await hours(own)).minutes).toBe(210)
    await api.call(secretary, contract.reopen, {
      params: { id },
      version: closed.version,
      body: { reason: '名单有误' },
    })
    expect((await hours(own)).minutes).toBe(90)
  })

  it('show a secretary what was studied elsewhere, without a way into the record', async () => {
    const { tokens, committee, own, hours } = await withLecture()
    const study = await recorded(api, tokens.organizer, aStudy(committee, [own]))
    const latest = async (token: string) => (await hours(own, token)).sources[0]
    const what = { source: 'study', title: study.topic, minutes: 120 }
    expect(await latest(tokens['branch-secretary'])).toMatchObject({ ...what, studyId: null })
    expect(await latest(tokens.organizer)).toMatchObject({ ...what, studyId: study.id })
    expect(await latest(tokens.member)).toMatchObject({ ...what, studyId: study.id })
  })

  it('ask 56 of secretary and committee, by the posts of the day', async () => {
    const { branchA, own, hours } = await withLecture()
    await api.world.db
      .insertInto('post')
      .values({
        id: newId(),
        organization_id: branchA.id,
        member_id: own,
        post: 'discipline-officer',
        started_on: '2025-01-01',
        ended_on: null,
      })
      .execute()
    const { officer, targetMinutes, verdicts } = await hours(own)
    expect([officer, targetMinutes]).toEqual([true, 56 * 60])
    expect(verdicts.map(({ code }) => code)).toEqual(['study.hours.short', 'study.course.none'])
  })

  it('are listed for a branch, with those below the target apart, and never in order of hours', async () => {
    const { secretary, tokens, branchA, own, missing } = await withLecture()
    await recorded(api, secretary, aStudy(branchA, [own], { minutes: 1440, heldOn: '2026-11-19' }))
    await recorded(api, secretary, aStudy(branchA, [own], { minutes: 400, topic: '再训' }))
    const list = async (query: object, token = secretary) =>
      (await api.call(token, contract.hoursList, { query: { year: 2026, ...query } })).body
    const all = await list({ organization: branchA.id })
    expect(all).toMatchObject({ total: 10, below: 9, sum: 90 * 9 + 1840, hourMinutes: 60 })
    const below = await list({ organization: branchA.id, below: 'true' })
    expect(below).toMatchObject({ total: 9, sum: 90 * 8 })
    expect(below.rows.find(({ memberId }) => memberId === missing)?.minutes).toBe(0)
    const reached = await list({ below: 'false' })
    expect(reached.rows.map(({ memberId, minutes }) => [memberId, minutes])).toEqual([[own, 1930]])
    expect((await list({}, tokens.member)).rows.map(({ memberId }) => memberId)).toEqual([own])
    const ranked = await api.call(secretary, contract.hoursList, {
      query: { year: 2026, sort: 'minutes' as 'name' },
    })
    expect(ranked.status).toBe(400)
  })

  it('are nobody’s business outside the reach', async () => {
    const { tokens, inA1, inB, secretary } = await withLecture()
    const ask = (token: string, id: (typeof inA1)[number]) =>
      api.call(token, contract.hours, { params: { id }, query: { year: 2026 } })
    expect((await ask(tokens.member, firstOf(inA1))).status).toBe(404)
    expect((await ask(secretary, firstOf(inB))).status).toBe(404)
    expect((await ask(tokens['system-admin'], firstOf(inB))).status).toBe(403)
  })
})

describe('the hours of a year that is over', () => {
  it('are those of who was on its roster, where they stood, whoever has moved or left since', async () => {
    const { tokens, branchA, branchB, groupA2, inA1, inA2 } = await smallBureau(api.world.db)
    const [, moved, gone] = inA1
    const [stayed] = inA2
    if (!moved || !gone || !stayed) throw new Error('no members')
    await recorded(
      api,
      tokens['branch-secretary'],
      aStudy(branchA, [moved, gone, stayed], { heldOn: '2025-11-20', minutes: 120 }),
    )
    const change = (ids: readonly MemberId[], organizationId: OrganizationId) =>
      api.call(tokens.organizer, membersContract.moveMany, {
        body: {
          organizationId,
          on: '2026-03-01',
          reason: '岗位调整',
          members: ids.map((id) => ({ id, version: 1 })),
        },
      })
    expect((await change([moved], branchB.id)).body).toEqual({ moved: 1 })
    expect((await change([stayed], branchA.id)).body).toEqual({ moved: 1 })
    const left = await api.call(tokens.organizer, membersContract.changeStatus, {
      params: { id: gone },
      body: { on: '2026-03-01', reason: '自行退党', standing: 'left', leaving: 'resigned' },
      version: 1,
    })
    expect(left.status).toBe(200)
    const other = await addAccount(api.world.db, {
      login: 'secretary-b',
      roles: [{ role: 'branch-secretary', at: branchB }],
    })
    const list = async (token: string, year: number) =>
      (await api.call(token, contract.hoursList, { query: { year, size: 100 } })).body
    const of = async (token: string, year: number, id: MemberId) =>
      (await list(token, year)).rows.find(({ memberId }) => memberId === id)
    const own = tokens['branch-secretary']
    expect(await of(own, 2025, moved)).toMatchObject({ minutes: 120, elsewhere: true })
    expect(await of(own, 2025, gone)).toMatchObject({ minutes: 120, elsewhere: false })
    expect(await of(own, 2025, stayed)).toMatchObject({ organizationName: '甲二小组' })
    expect(await of(other.token, 2025, moved)).toBeUndefined()
    expect(await of(tokens.leader, 2025, moved)).toMatchObject({ elsewhere: false })
    const group = await api.call(own, contract.hoursList, {
      query: { year: 2025, organization: groupA2.id },
    })
    expect(group.body.rows.map(({ memberId }) => memberId)).toContain(stayed)
    const file = await api.call(own, contract.exportHoursList, { body: { year: 2025 } })
    expect(file.body.text.match(/,120,/g)).toHaveLength(3)
    // Of the year that runs, today's roster speaks.
    expect(await of(own, 2026, moved)).toBeUndefined()
    expect(await of(own, 2026, gone)).toBeUndefined()
    expect(await of(other.token, 2026, moved)).toMatchObject({ minutes: 0, elsewhere: false })
  })
})
