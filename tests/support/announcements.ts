import { announcementsContract } from '#domain/announcements.contract.ts'
import type { AnnouncementInput, AnnouncementRecord } from '#domain/announcements.ts'
import type { TestApi } from './api.ts'
import type { Placed } from './bureau.ts'

/** A 支部党员大会 of next Friday; say what matters. */
export const anAnnouncement = (
  organ: Placed,
  over: Partial<AnnouncementInput> = {},
): AnnouncementInput => ({
  organizationId: organ.id,
  types: ['general-meeting'],
  title: '十一月支部党员大会',
  heldOn: '2026-11-27',
  startedAt: '15:00',
  place: '三楼会议室',
  agenda: ['学习党章', '讨论年度总结'],
  ...over,
})

/** Announces a meeting. */
export const announced = async (
  api: TestApi,
  token: string,
  body: AnnouncementInput,
): Promise<AnnouncementRecord> =>
  (await api.call(token, announcementsContract.announce, { body })).body
