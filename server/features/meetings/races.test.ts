import { describe, expect, it } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi(meetings)

const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)))

const tally = (statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [status, statuses.filter((one) => one === status).length]),
  )

describe('pressed twice', () => {
  it('one key twenty times at once makes one meeting and gives one answer', async () => {
    const { tokens, branchB, inB } = await smallBureau(api.world.db)
    const body = aMeeting(branchB, firstOf(inB), { advance: 'sign' })
    const answers = await times(20, () =>
      api.call(tokens.organizer, meetingsContract.create, { body, key: 'one press' }),
    )
    for (const { body: record } of answers) expect(record).toEqual(firstOf(answers).body)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed')).length).toBe(19)
    expect((await api.call(tokens.organizer, meetingsContract.list)).body.total).toBe(1)
    const counted = await api.world.db
      .selectFrom('delta')
      .select('count')
      .where('kind', '=', 'meeting:general-meeting')
      .execute()
    expect(counted).toEqual([{ count: 1 }])
  })

  it('eight keys at once submit the meeting once; the others are told at its hour', async () => {
    const { tokens, branchB, inB } = await smallBureau(api.world.db)
    const body = aMeeting(branchB, firstOf(inB), { advance: 'submit' })
    const answers = await times(8, () =>
      api.call(tokens.organizer, meetingsContract.create, { body }),
    )
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 1, 400: 7 })
    expect((await api.call(tokens.organizer, meetingsContract.list)).body.total).toBe(1)
  })
})

describe('two editors', () => {
  it('the second is refused with the record as it is now, and nothing of the first is lost', async () => {
    const { tokens, branchA, inA2 } = await smallBureau(api.world.db)
    const draft = await held(api, tokens.organizer, aMeeting(branchA, firstOf(inA2)))
    const { organizationId: _, ...content } = aMeeting(branchA, firstOf(inA2))
    const save = (token: string, place: string) =>
      api.call(token, meetingsContract.change, {
        params: { id: draft.id },
        version: 1,
        body: { ...content, place },
      })
    const first = (await save(tokens.organizer, '一楼')).body
    const second = await save(tokens['branch-secretary'], '二楼')
    expect(second.status).toBe(412)
    expect(second.problem.detail).toEqual(first)
    expect(first).toMatchObject({ version: 2, place: '一楼' })
  })

  it.each(['change', 'sign'] as const)('of twelve at once one %s goes through', async (move) => {
    const { tokens, branchA, inA2 } = await smallBureau(api.world.db)
    const body = aMeeting(branchA, firstOf(inA2), { advance: move === 'sign' ? 'submit' : 'draft' })
    const { id, version } = await held(api, tokens.organizer, body)
    const { organizationId: _, ...content } = body
    const answers = await times(12, (index) =>
      move === 'sign'
        ? api.call(tokens.organizer, meetingsContract.sign, { params: { id }, version })
        : api.call(tokens.organizer, meetingsContract.change, {
            params: { id },
            version,
            body: { ...content, place: `${index} 楼` },
          }),
    )
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 1, 412: 11 })
    const won = answers.find(({ status }) => status === 200)?.body as MeetingRecord
    const now = await api.call(tokens.organizer, meetingsContract.show, { params: { id } })
    expect(now.body).toEqual(won)
    const counted = await api.world.db
      .selectFrom('delta')
      .select('count')
      .where('kind', '=', 'meeting:general-meeting')
      .execute()
    expect(counted).toEqual(move === 'sign' ? [{ count: 1 }] : [])
  })

  it('a change without a version is refused', async () => {
    const { tokens, branchA, inA2 } = await smallBureau(api.world.db)
    const draft = await held(api, tokens.organizer, aMeeting(branchA, firstOf(inA2)))
    expect(
      (await api.call(tokens.organizer, meetingsContract.submit, { params: { id: draft.id } }))
        .status,
    ).toBe(428)
  })
})
