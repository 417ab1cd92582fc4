import { beforeEach, describe, expect, it } from 'vitest'
import { dutiesContract } from '#domain/duties.contract.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { newId, type MemberId } from '#domain/ids.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { campaignSteps } from '#tests/support/honours.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { testNow } from '#tests/support/world.ts'

const api = useApi()
let bureau: SmallBureau
beforeEach(async () => {
  api.world.setNow(testNow)
  bureau = await smallBureau(api.world.db)
})

const signed = (over: Partial<ReturnType<typeof aMeeting>> = {}) =>
  held(
    api,
    bureau.tokens.organizer,
    aMeeting(bureau.branchB, firstOf(bureau.inB), {
      attendance: [{ memberId: bureau.inB[1] as MemberId, status: 'leave', reason: '病假' }],
      // Of a quarter that is over: the duty is kept by it.
      heldOn: '2026-09-15',
      advance: 'sign',
      ...over,
    }),
  )
const unsign = ({ id, version }: MeetingRecord, token = bureau.tokens.organizer) =>
  api.call(token, meetingsContract.unsign, {
    params: { id },
    version,
    body: { reason: '出席标错' },
  })
const query = () => ({ organization: bureau.branchB.id, year: 2026 })
const counted = async () => {
  const token = bureau.tokens.organizer
  const { body: counts } = await api.call(token, meetingsContract.counts, { query: query() })
  const { body: duties } = await api.call(token, dutiesContract.summary, { query: query() })
  const { body: owed } = await api.call(token, makeupsContract.list, {
    query: { organization: bureau.branchB.id },
  })
  return {
    cells: counts.cells.filter(({ count }) => count !== 0).length,
    attended: counts.attendance.reduce((sum, { present }) => sum + present, 0),
    kept: duties.duties.reduce((sum, { kept }) => sum + kept, 0),
    owed: owed.total,
  }
}

describe('撤回审签', () => {
  it('makes a draft of it that says why, and takes back what followed', async () => {
    const before = await counted()
    const record = await signed()
    expect(await counted()).toEqual({ cells: 1, attended: 4, kept: before.kept + 1, owed: 1 })
    expect((await unsign(record)).body).toMatchObject({
      status: 'draft',
      submittedAt: null,
      signedBy: null,
      signedAt: null,
      returnReason: '出席标错',
      makeups: [],
    })
    expect(await counted()).toEqual(before)
    const [row] = await api.world.db
      .selectFrom('audit_entry')
      .select(['action', 'target_id', 'detail'])
      .where('action', '=', 'meeting.unsigned')
      .execute()
    expect(row).toMatchObject({ target_id: record.id, detail: { reason: '出席标错' } })
  })

  it('counts once when it is signed again', async () => {
    const { body: draft } = await unsign(await signed())
    const at = (version: number) => ({ params: { id: draft.id }, version })
    const token = bureau.tokens.organizer
    const submitted = await api.call(token, meetingsContract.submit, at(draft.version))
    await api.call(token, meetingsContract.sign, at(submitted.body.version))
    expect(await counted()).toMatchObject({ cells: 1, attended: 4, owed: 1 })
  })

  it('is for who may sign there', async () => {
    const record = await signed()
    expect((await unsign(record, bureau.tokens['branch-secretary'])).status).toBe(404)
    expect((await unsign(record, bureau.tokens['group-leader'])).status).toBe(403)
  })

  it('is refused once somebody has made up, and leaves everything as it was', async () => {
    const record = await signed()
    const [owed] = record.makeups
    if (!owed) throw new Error('nobody owes')
    await api.call(bureau.tokens.organizer, makeupsContract.confirm, {
      body: {
        makeups: [{ id: owed.id, version: owed.version }],
        doneOn: '2026-11-23',
        how: '自学并交心得',
      },
    })
    expect((await unsign(record)).problem.message).toContain('已有党员补学，不能撤回审签')
    expect(await counted()).toMatchObject({ cells: 1, attended: 4, owed: 1 })
  })

  it('is refused while a term rests on its election, and leaves it signed', async () => {
    const record = await signed()
    await api.world.db
      .insertInto('term')
      .values({
        id: newId(),
        organization_id: record.organizationId,
        started_on: '2026-11-20',
        ends_on: '2029-11-19',
        extended_to: null,
        extension_document: null,
        ended_on: null,
        meeting_id: record.id,
      })
      .execute()
    expect((await unsign(record)).problem.message).toContain('已由这次会议登记换届')
    expect(await counted()).toMatchObject({ cells: 1, attended: 4 })
  })

  it('is refused once it was corrected, or a nomination rests on it', async () => {
    const record = await signed()
    const corrected = await api.call(bureau.tokens.organizer, meetingsContract.correct, {
      params: { id: record.id },
      version: record.version,
      body: { field: 'place', wrong: '三楼', right: '四楼', reason: '记错了' },
    })
    expect((await unsign(corrected.body)).problem.message).toContain('记录已有更正')
    const { create, resolved, nominate } = campaignSteps(api, bureau)
    const { id } = await create()
    const meeting = await resolved()
    const nominated = await nominate(id, {
      memberId: bureau.inA1[0],
      meetingId: meeting.id,
    })
    expect(nominated.status).toBe(200)
    expect((await unsign(meeting)).problem.message).toContain('已有表彰推荐')
    const list = await api.call(bureau.tokens.organizer, campaignsContract.show, { params: { id } })
    expect(list.body.nominations).toHaveLength(1)
  })
  it('is possible once the nomination was withdrawn, and such a draft is not deleted', async () => {
    const { create, resolved, nominate } = campaignSteps(api, bureau)
    const { id } = await create()
    const meeting = await resolved()
    const given = { memberId: bureau.inA1[0], meetingId: meeting.id }
    const { body: campaign } = await nominate(id, given)
    const [nomination] = campaign.nominations
    if (!nomination) throw new Error('nobody was nominated')
    await api.call(bureau.tokens['branch-secretary'], campaignsContract.withdraw, {
      params: { id: nomination.id },
      version: nomination.version,
      body: { reason: '本人放弃' },
    })
    const draft = await unsign(meeting)
    expect(draft.body.status).toBe('draft')
    const discarded = await api.call(bureau.tokens.organizer, meetingsContract.discard, {
      params: { id: meeting.id },
      version: draft.body.version,
    })
    expect(discarded.status).toBe(409)
    expect(discarded.problem.message).toContain('记录不能删除')
  })

  it('is possible once the 警示教育 made of it was withdrawn, and such a draft is not deleted', async () => {
    const record = await signed()
    const token = bureau.tokens.organizer
    const { body: education } = await api.call(token, integrityContract.recordEducation, {
      body: {
        organizationId: record.organizationId,
        heldOn: record.heldOn,
        title: '警示教育大会',
        theme: '违规收受礼品案例',
        meetingId: record.id,
      },
    })
    expect((await unsign(record)).problem.message).toContain('已由这次会议登记警示教育')
    await api.call(token, integrityContract.withdrawEducation, {
      params: { id: education.id },
      version: education.version,
      body: { reason: '重复登记' },
    })
    const draft = await unsign(record)
    expect(draft.body.status).toBe('draft')
    const left = { params: { id: record.id }, version: draft.body.version }
    expect((await api.call(token, meetingsContract.discard, left)).status).toBe(409)
  })
})
