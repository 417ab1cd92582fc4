import { announcementsContract } from '#domain/announcements.contract.ts'
import { expectVersion } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { listAnnouncements } from './queries.ts'
import { readAnnouncement, readForMove } from './record.ts'
import { changeAnnouncement, insertAnnouncement, keepAnswer, putAnnouncement } from './write.ts'

/** Meetings to come: announced, answered, changed or called off. The record is made by `meetings.create`. */
export const announcements = implement(announcementsContract, {
  list: (door, { query }) => listAnnouncements(door, query),

  show: (door, { params }) => readAnnouncement(door, params.id),

  announce: async (door, { body }) => readAnnouncement(door, await insertAnnouncement(door, body)),

  change: async (door, { params, body }) => {
    const record = await readForMove(door, params.id, 'change')
    expectVersion(door, record)
    await changeAnnouncement(door, record, body)
    door.note({ detail: { reason: body.reason } })
    return readAnnouncement(door, record.id)
  },

  callOff: async (door, { params, body: { reason } }) => {
    const record = await readForMove(door, params.id, 'callOff')
    expectVersion(door, record)
    await putAnnouncement(door, record, { call_off_reason: reason })
    door.note({ detail: { reason } })
    return readAnnouncement(door, record.id)
  },

  answer: async (door, { params, body }) => {
    // Until the answer is kept nobody records the meeting without it.
    await door.db
      .selectFrom('announcement')
      .select('id')
      .where('id', '=', params.id)
      .forShare()
      .execute()
    await keepAnswer(door, await readForMove(door, params.id, 'answer'), body)
    // Why somebody asks for leave is told where the leave stands, not in the log.
    door.note({ detail: { answer: body.answer } })
    return readAnnouncement(door, params.id)
  },
})
