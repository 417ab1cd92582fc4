import type { Given } from '#domain/contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import type { TestApi } from './api.ts'
import type { Placed } from './bureau.ts'

type MeetingBody = NonNullable<Given<typeof meetingsContract.create>['body']>

/** A 支部党员大会 of last Friday at which everybody was present, ready to be saved; say what matters. */
export function aMeeting(
  organ: Placed,
  chairId: MemberId,
  over: Partial<MeetingBody> = {},
): MeetingBody {
  return {
    organizationId: organ.id,
    types: ['general-meeting'],
    title: '十一月支部党员大会',
    heldOn: '2026-11-20',
    startedAt: '09:00',
    endedAt: '20:00',
    agenda: ['学习党章'],
    minutes: '集体学习党章第一章。',
    place: '三楼会议室',
    chairId,
    recorderId: chairId,
    attendance: [],
    ...over,
  }
}

/** Saves a meeting and takes it as far as it is to go. */
export async function held(api: TestApi, token: string, body: MeetingBody): Promise<MeetingRecord> {
  return (await api.call(token, meetingsContract.create, { body })).body
}

export const firstOf = <T>(list: readonly T[]): T => {
  const [item] = list
  if (item === undefined) throw new Error('empty list')
  return item
}
