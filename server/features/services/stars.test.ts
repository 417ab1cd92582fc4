import { describe, expect, it } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { membersContract } from '#domain/members.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { members } from '#server/features/members/handlers.ts'
import { parameters } from '#server/features/parameters/handlers.ts'
import { services } from '#server/features/services/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { decide } from '#tests/support/decide.ts'
import { servingBureau } from '#tests/support/services.ts'

const api = useApi([...services, ...parameters, ...members])

describe('hours, stars and certificates', () => {
  /** 王芳 with volunteer hours confirmed, hours on duty, and hours that wait. */
  async function served() {
    const made = await servingBureau(api)
    const log = async (given: object) =>
      (
        await api.call(made.tokens.member, servicesContract.create, {
          body: { kind: 'outreach', servedOn: '2026-10-10', visits: 2, ...given } as never,
        })
      ).body.id
    const volunteered = [
      await log({ isVolunteer: true, minutes: 600, servedOn: '2026-10-10' }),
      await log({ isVolunteer: true, minutes: 600, servedOn: '2026-10-11' }),
    ]
    const duty = await log({ minutes: 480, servedOn: '2026-10-12' })
    await log({ isVolunteer: true, minutes: 300, servedOn: '2026-10-13' })
    const records = [...volunteered, duty].map((id) => ({ id, version: 1 }))
    await api.call(made.tokens['group-leader'], servicesContract.confirmMany, { body: { records } })
    const member = made.inA1[1] as MemberId
    const standing = async () =>
      (
        await api.call(made.tokens.member, servicesContract.standing, {
          query: { member, year: 2026 },
        })
      ).body
    const certify = (token: string, to = '2026-11-01') =>
      api.call(token, servicesContract.certify, {
        body: { memberId: member, from: '2026-01-01', to },
      })
    return { ...made, member, volunteered, standing, certify }
  }

  it('stars come from confirmed volunteer hours only, by the ladder in force', async () => {
    const { standing, tokens } = await served()
    expect(await standing()).toMatchObject({
      volunteerMinutes: 1_200,
      star: 0,
      toNext: 4_800,
      waiting: 1,
      kinds: [{ kind: 'outreach', records: 3, visits: 6, minutes: 1_680 }],
    })
    await decide(api.world.db, 'volunteer.starHours', [10, 20, 40], '2026-06-01')
    await decide(api.world.db, 'volunteer.starHours', [1_000], '2026-12-01')
    expect(await standing()).toMatchObject({ star: 2, ladder: [10, 20, 40], toNext: 1_200 })
    expect(tokens.leader).toBeDefined()
  })

  it('a certificate says the hours of its period, and its number can be checked with the name', async () => {
    const { certify, tokens, member, volunteered } = await served()
    const made = (await certify(tokens['branch-secretary'])).body
    expect(made).toMatchObject({ memberName: '王芳', records: 2, visits: 4, minutes: 1_200 })
    expect(made.number).toMatch(/^FW2026(-[0-9A-Z]{4}){3}$/)
    const check = async (number: string, name = '王芳') =>
      (await api.call(tokens.leader, servicesContract.verify, { query: { number, name } })).body
    expect(await check(made.number)).toMatchObject({
      verdict: 'genuine',
      minutesNow: null,
      certificate: { minutes: 1_200, issuedOn: '2026-11-23' },
    })
    expect(await check(made.number.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      verdict: 'genuine',
    })
    expect(await check(made.number, '王方')).toEqual({
      verdict: 'unknown',
      certificate: null,
      minutesNow: null,
    })
    expect((await check('FW2026-0000-0000-0000')).verdict).toBe('unknown')
    const id = volunteered[0]
    if (!id) throw new Error('nothing volunteered')
    await api.call(tokens.member, servicesContract.withdraw, {
      params: { id },
      version: 2,
      body: { reason: '记重了' },
    })
    expect(await check(made.number)).toMatchObject({ verdict: 'genuine', minutesNow: 600 })
    await api.world.db.updateTable('service_certificate').set({ minutes: 90_000 }).execute()
    expect(await check(made.number)).toEqual({
      verdict: 'altered',
      certificate: null,
      minutesNow: null,
    })
    expect(
      (await api.call(tokens.member, servicesContract.certificates, { query: { member } })).body,
    ).toHaveLength(1)
    const { id: certificateId } = made
    const shown = await api.call(tokens.member, servicesContract.certificate, {
      params: { id: certificateId },
    })
    expect(shown.body.number).toBe(made.number)
  })

  it('is issued for hours that are there, by oneself or the branch, not by who only looks', async () => {
    const { certify, tokens } = await served()
    expect((await certify(tokens.member)).status).toBe(200)
    for (const role of ['leader', 'discipline', 'group-leader'] as const)
      expect((await certify(tokens[role])).problem.code, `as ${role}`).toBe('forbidden')
    expect((await certify(tokens.member, '2026-11-24')).problem.fields).toHaveProperty(['body.to'])
    expect((await certify(tokens.member, '2025-12-31')).problem.fields).toHaveProperty(['body.to'])
    expect((await certify(tokens.member, '2026-10-09')).problem.fields).toEqual({
      'body.from': '这段时间没有已确认的志愿服务时长，不能出具证明',
    })
  })

  it('follow a member who moved: the new secretary counts and certifies what the member does', async () => {
    const { certify, standing, tokens, member, branchB } = await served()
    const mine = await standing()
    const secretary = (
      await addAccount(api.world.db, {
        login: 'secretary-b',
        roles: [{ role: 'branch-secretary', at: branchB }],
      })
    ).token
    const query = { member, year: 2026 }
    expect((await api.call(secretary, servicesContract.standing, { query })).status).toBe(404)
    const moved = await api.call(tokens.organizer, membersContract.moveMany, {
      body: {
        organizationId: branchB.id,
        on: '2026-11-20',
        reason: '岗位调整',
        members: [{ id: member, version: 1 }],
      },
    })
    expect(moved.body).toEqual({ moved: 1 })
    const theirs = (await api.call(secretary, servicesContract.standing, { query })).body
    expect(theirs).toMatchObject({
      volunteerMinutes: 1_200,
      star: mine.star,
      toNext: mine.toNext,
      // The rows stay with who recorded them.
      elsewhereMinutes: 1_200,
      kinds: [],
    })
    expect((await standing()).elsewhereMinutes).toBe(0)
    const made = (await certify(secretary)).body
    expect(made).toMatchObject({ records: 2, minutes: 1_200, organizationName: '乙支部' })
    const checked = await api.call(tokens.leader, servicesContract.verify, {
      query: { number: made.number, name: '王芳' },
    })
    expect(checked.body).toMatchObject({ verdict: 'genuine', minutesNow: null })
    // Who answered for the member before does so no longer, and counts nothing.
    expect((await certify(tokens['branch-secretary'])).status).toBe(404)
    const before = await api.call(tokens['branch-secretary'], servicesContract.standing, { query })
    expect(before.status).toBe(404)
  })
})
