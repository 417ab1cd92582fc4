import { describe, expect, it } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord, MeetingStatus } from '#domain/meetings.ts'
import type { MeetingMove } from '#domain/meetings.states.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi, type Answer } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi(meetings)

/** A meeting of branch 甲 in a state, and every move on it by the branch's secretary. */
async function inState(status: MeetingStatus) {
  const bureau = await smallBureau(api.world.db)
  const token = bureau.tokens['branch-secretary']
  const body = aMeeting(bureau.branchA, firstOf(bureau.inA2))
  const advance = status === 'draft' ? 'draft' : status === 'submitted' ? 'submit' : 'sign'
  let record = await held(api, token, { ...body, advance })
  const at = () => ({ params: { id: record.id }, version: record.version })
  const { organizationId: _, ...content } = body
  const correction = { field: 'place', wrong: '三楼', right: '四楼', reason: '记错了' } as const
  const moves: Record<MeetingMove, () => Promise<Answer<unknown>>> = {
    change: () => api.call(token, meetingsContract.change, { ...at(), body: content }),
    discard: () => api.call(token, meetingsContract.discard, at()),
    submit: () => api.call(token, meetingsContract.submit, at()),
    sendBack: () =>
      api.call(token, meetingsContract.sendBack, { ...at(), body: { reason: '请补充' } }),
    sign: () => api.call(token, meetingsContract.sign, at()),
    unsign: () => api.call(token, meetingsContract.unsign, { ...at(), body: { reason: '误签' } }),
    archive: () => api.call(token, meetingsContract.archive, at()),
    correct: () => api.call(token, meetingsContract.correct, { ...at(), body: correction }),
  }
  if (status === 'archived') record = (await moves.archive()).body as MeetingRecord
  const show = () => api.call(token, meetingsContract.show, { params: { id: record.id } })
  return { record, moves, show, token }
}

describe('what minutes must say before they are signed (handbook §3.3)', () => {
  it('is told by a saved draft only when it is submitted, and a draft it stays', async () => {
    const bureau = await smallBureau(api.world.db)
    const token = bureau.tokens['branch-secretary']
    const body = aMeeting(bureau.branchA, firstOf(bureau.inA2), {
      endedAt: null,
      agenda: [],
      minutes: '',
    })
    const draft = await held(api, token, body)
    const at = { params: { id: draft.id }, version: draft.version }
    const refused = await api.call(token, meetingsContract.submit, at)
    expect(refused.problem.fields).toEqual({
      'body.endedAt': expect.stringContaining('起止时间'),
      'body.agenda': expect.stringContaining('议题'),
      'body.minutes': expect.stringContaining('会议内容'),
    })
    const now = await api.call(token, meetingsContract.show, { params: { id: draft.id } })
    expect(now.body).toMatchObject({ status: 'draft', version: draft.version })
  })

  it('keeps minutes of later today as a draft until the meeting has begun', async () => {
    const bureau = await smallBureau(api.world.db)
    const token = bureau.tokens['branch-secretary']
    const at = { heldOn: '2026-11-23', startedAt: '15:00', endedAt: '16:00' }
    const draft = await held(api, token, aMeeting(bureau.branchA, firstOf(bureau.inA2), at))
    const submit = () =>
      api.call(token, meetingsContract.submit, {
        params: { id: draft.id },
        version: draft.version,
      })
    expect((await submit()).problem.fields).toEqual({
      'body.startedAt': '会议还没有开始，请先存为草稿，开始之后再提交',
    })
    api.world.setNow('2026-11-23T07:00:00Z')
    expect((await submit()).status).toBe(200)
    api.world.setNow('2026-11-23T02:00:00Z')
  })

  it.each(['submit', 'sign'] as const)(
    'and nothing is stored by a press to %s',
    async (advance) => {
      const bureau = await smallBureau(api.world.db)
      const token = bureau.tokens['branch-secretary']
      const body = aMeeting(bureau.branchA, firstOf(bureau.inA2), { agenda: [], advance })
      const refused = await api.call(token, meetingsContract.create, { body })
      expect(Object.keys(refused.problem.fields ?? {})).toEqual(['body.agenda'])
      const left = await api.world.db.selectFrom('meeting').select('id').execute()
      expect(left).toEqual([])
    },
  )
})

describe('the life of a record', () => {
  const after: Record<MeetingStatus, Partial<Record<MeetingMove, MeetingStatus | 'gone'>>> = {
    draft: { change: 'draft', discard: 'gone', submit: 'submitted' },
    submitted: { sendBack: 'draft', sign: 'signed' },
    signed: { unsign: 'draft', archive: 'archived', correct: 'signed' },
    archived: { correct: 'archived' },
  }
  const names: MeetingMove[] = [
    'change',
    'discard',
    'submit',
    'sendBack',
    'sign',
    'unsign',
    'archive',
    'correct',
  ]
  const table = Object.entries(after).flatMap(([status, allowed]) =>
    names.map((move) => ({ status: status as MeetingStatus, move, next: allowed[move] })),
  )

  it.each(table.filter(({ next }) => next))(
    '$status: $move → $next',
    async ({ status, move, next }) => {
      const { record, moves, show } = await inState(status)
      expect((await moves[move]()).status).toBe(200)
      const now = await show()
      expect(now.status === 404 ? 'gone' : now.body.status).toBe(next)
      expect(now.status === 404 || now.body.version === record.version + 1).toBe(true)
    },
  )

  it.each(table.filter(({ next }) => !next))(
    '$status: $move is refused with a reason and leaves everything as it was',
    async ({ status, move }) => {
      const { record, moves, show } = await inState(status)
      const refusal = (await moves[move]()).problem
      expect(refusal).toMatchObject({
        code: 'state',
        message: expect.stringMatching(/：\p{Script=Han}/u),
      })
      expect((await show()).body).toEqual(record)
    },
  )

  it('locks what was signed: the correction stands beside the old text, each with its reason', async () => {
    const { record, moves } = await inState('signed')
    const corrected = (await moves.correct()).body as MeetingRecord
    expect(corrected).toMatchObject({
      place: '三楼会议室',
      correctionCount: 1,
      verdict: record.verdict,
    })
    expect(corrected.corrections).toEqual([
      expect.objectContaining({
        field: 'place',
        wrong: '三楼',
        right: '四楼',
        reason: '记错了',
        by: 'secretary',
      }),
    ])
  })

  it('tells why it was sent back until it is submitted again', async () => {
    const { moves, record, token } = await inState('submitted')
    const returned = (await moves.sendBack()).body as MeetingRecord
    expect(returned).toMatchObject({ status: 'draft', returnReason: '请补充', submittedAt: null })
    const again = await api.call(token, meetingsContract.submit, {
      params: { id: record.id },
      version: returned.version,
    })
    expect(again.body).toMatchObject({
      status: 'submitted',
      returnReason: null,
      submittedAt: expect.any(String),
    })
  })
})

describe('who may', () => {
  it('a group leader records and submits, and does not sign, not even in one press', async () => {
    const { tokens, groupA1, inA1 } = await smallBureau(api.world.db)
    const body = aMeeting(groupA1, firstOf(inA1), { types: ['group-meeting'] })
    const leader = tokens['group-leader']
    const press = await api.call(leader, meetingsContract.create, {
      body: { ...body, advance: 'sign' },
    })
    expect(press.problem.code).toBe('forbidden')
    expect((await api.call(leader, meetingsContract.list)).body.total).toBe(0)
    const record = await held(api, leader, { ...body, advance: 'submit' })
    const at = { params: { id: record.id }, version: record.version }
    expect((await api.call(leader, meetingsContract.sign, at)).problem.code).toBe('forbidden')
    expect(
      (await api.call(tokens['branch-secretary'], meetingsContract.sign, at)).body,
    ).toMatchObject({
      status: 'signed',
      signedBy: 'secretary',
    })
  })

  it('a secretary signs own meetings only, also in one press', async () => {
    const { tokens, branchB, inB } = await smallBureau(api.world.db)
    const foreign = aMeeting(branchB, firstOf(inB), { advance: 'sign' })
    const answer = await api.call(tokens['branch-secretary'], meetingsContract.create, {
      body: foreign,
    })
    expect(answer.status).toBe(404)
    expect((await held(api, tokens.organizer, foreign)).status).toBe('signed')
  })
})
