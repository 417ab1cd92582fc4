import { describe, expect, it } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi(meetings)

/** The member's rights, as they are known from now on, for all time. */
const rightsBecome = (memberId: MemberId, rights: string) =>
  api.world.db
    .updateTable('member_state')
    .set({ rights })
    .where('member_id', '=', memberId)
    .execute()

describe('the list of a record', () => {
  it('follows the roster while a draft, and is frozen from submission on', async () => {
    const { tokens, branchB, inB } = await smallBureau(api.world.db)
    const [chair, gone] = [firstOf(inB), inB[1] as MemberId]
    const attendance = [{ memberId: gone, status: 'leave', reason: '出差' }] as const
    const draft = await held(
      api,
      tokens.organizer,
      aMeeting(branchB, chair, { attendance: [...attendance] }),
    )
    expect(draft).toMatchObject({ expected: 5, present: 4, leave: 1, voters: 5, votersPresent: 4 })
    await rightsBecome(gone, 'probation')
    const at = { params: { id: draft.id }, version: draft.version }
    const now = await api.call(tokens.organizer, meetingsContract.show, at)
    expect(now.body).toMatchObject({ expected: 5, leave: 1, voters: 4, votersPresent: 4 })
    const submitted = await api.call(tokens.organizer, meetingsContract.submit, at)
    expect(submitted.body).toMatchObject({ voters: 4, votersPresent: 4 })
    await rightsBecome(gone, 'normal')
    const frozen = await api.call(tokens.organizer, meetingsContract.show, at)
    expect(frozen.body).toMatchObject({ voters: 4, votersPresent: 4 })
    expect(frozen.body.attendance).toEqual(submitted.body.attendance)
  })

  it('is filled by marking only who was missing', async () => {
    const { tokens, branchB, inB } = await smallBureau(api.world.db)
    const attendance = [
      { memberId: inB[2] as MemberId, status: 'absent', reason: '无故' },
      { memberId: inB[3] as MemberId, status: 'leave', reason: '病假' },
    ] as const
    const record = await held(
      api,
      tokens.organizer,
      aMeeting(branchB, firstOf(inB), { attendance: [...attendance] }),
    )
    expect(record.attendance.map(({ name, status, reason }) => [name, status, reason])).toEqual([
      ['陈明', 'present', null],
      ['冯涛', 'present', null],
      ['吴刚', 'absent', '无故'],
      ['郑丽', 'leave', '病假'],
      ['周敏', 'present', null],
    ])
    expect(record).toMatchObject({ expected: 5, present: 3, leave: 1, absent: 1 })
  })
})
