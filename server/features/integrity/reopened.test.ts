import { beforeEach, expect, it } from 'vitest'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { firstOf } from '#tests/support/meetings.ts'

const api = useApi()
let bureau: SmallBureau
beforeEach(async () => void (bureau = await smallBureau(api.world.db)))

const reason = '登记到了另一项上'
const logged = async (action: string) =>
  (
    await api.world.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', action)
      .execute()
  ).map(({ detail }) => detail)

it('a line of the 责任清单 ticked off by mistake is open again, and the log keeps what was said', async () => {
  const { branchA, inA1, tokens } = bureau
  const { body: made } = await api.call(tokens.discipline, integrityContract.createResponsibility, {
    body: {
      organizationId: branchA.id,
      year: 2026,
      layer: 'section-head',
      title: '岗位风险排查',
      ownerId: firstOf(inA1),
      dueOn: '2026-12-01',
    },
  })
  const reopen = (version: number, token = tokens['branch-secretary']) =>
    api.call(token, integrityContract.reopenResponsibility, {
      params: { id: made.id },
      version,
      body: { reason },
    })
  expect((await reopen(1)).problem.code).toBe('state')
  await api.call(tokens['branch-secretary'], integrityContract.checkResponsibility, {
    params: { id: made.id },
    version: 1,
    body: { doneOn: '2026-11-21', evidence: '清单已公示' },
  })
  expect((await reopen(2, tokens.leader)).problem.code).toBe('forbidden')
  expect((await reopen(1)).problem.code).toBe('version_conflict')
  expect((await reopen(2)).body).toMatchObject({
    state: 'open',
    doneOn: null,
    evidence: null,
    events: [
      { action: 'checked', by: 'secretary', evidence: '清单已公示', reason: null },
      { action: 'reopened', by: 'secretary', evidence: '清单已公示', reason },
    ],
  })
  expect(await logged('responsibility.reopened')).toEqual([
    { title: '岗位风险排查', reason, doneOn: '2026-11-21', evidence: '清单已公示' },
  ])
})

it('what follows a 警示教育 is to be done again, where it was to be done', async () => {
  const { branchA, committee, tokens } = bureau
  const { body: education } = await api.call(tokens.discipline, integrityContract.recordEducation, {
    body: {
      organizationId: committee.id,
      title: '警示教育大会',
      theme: '以案为鉴',
      heldOn: '2026-11-20',
      followUps: [{ what: '开展专题讨论', dueOn: '2026-12-01', placeId: branchA.id }],
    },
  })
  const { id } = firstOf(education.followUps)
  const secretary = tokens['branch-secretary']
  const reopen = (version: number) =>
    api.call(secretary, integrityContract.reopenEducationFollowUp, {
      params: { id },
      version,
      body: { reason },
    })
  expect((await reopen(1)).problem.code).toBe('state')
  await api.call(secretary, integrityContract.finishEducationFollowUp, {
    params: { id },
    version: 1,
    body: { doneOn: '2026-11-23', result: '已讨论' },
  })
  expect((await reopen(2)).body).toMatchObject({
    state: 'open',
    doneOn: null,
    result: null,
    reopened: [{ by: 'secretary', reason, doneOn: '2026-11-23', result: '已讨论' }],
  })
  expect(await logged('education.follow-up-reopened')).toEqual([
    { reason, doneOn: '2026-11-23', result: '已讨论' },
  ])
})

it('of a talk it is told beside the follow-up alone: the log says nothing of it', async () => {
  const { discipline } = bureau.tokens
  const { id } = (
    await api.call(discipline, talksContract.record, {
      body: {
        kind: 'reminder-talk',
        occasion: 'sign',
        talkerId: firstOf(bureau.inB),
        talkeeId: firstOf(bureau.inA1),
        heldOn: '2026-11-20',
        place: '谈话室',
        reason: '窗口群众反映态度生硬',
        points: '提醒改进服务作风',
        followUps: [{ what: '交书面说明', dueOn: '2026-12-01' }],
      },
    })
  ).body
  const open = async () =>
    (await api.call(discipline, talksContract.open, { params: { id } })).body.followUpList
  const followUp = firstOf(await open())
  const reopen = (version: number) =>
    api.call(discipline, talksContract.reopenFollowUp, {
      params: { id: followUp.id },
      version,
      body: { reason },
    })
  expect((await reopen(1)).problem.code).toBe('state')
  await api.call(discipline, talksContract.finishFollowUp, {
    params: { id: followUp.id },
    version: 1,
    body: { doneOn: '2026-11-23', result: '已交' },
  })
  expect((await reopen(2)).body).toEqual({ id })
  expect(await open()).toMatchObject([
    {
      state: 'open',
      doneOn: null,
      result: null,
      reopened: [{ by: 'discipline', reason, doneOn: '2026-11-23', result: '已交' }],
    },
  ])
  expect(await logged('talk.follow-up-reopened')).toEqual([{}])
})
