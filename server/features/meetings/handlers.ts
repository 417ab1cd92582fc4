import { meetingsContract } from '#domain/meetings.contract.ts'
import { rosterOf } from '#domain/meetings.rules.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import { implement } from '#server/http/implement.ts'
import { linkRecord } from '#server/features/announcements/link.ts'
import { countMeetings } from './counts.ts'
import {
  advanceDraft,
  archive,
  correct,
  move,
  readForMove,
  readyToAdvance,
  sendBack,
  sign,
  submit,
} from './moves.ts'
import { listMeetings } from './queries.ts'
import { readRecord } from './record.ts'
import { organOn, peopleOf } from './roster.ts'
import { unsign } from './unsign.ts'
import { insertMeeting, removeDraft, updateMeeting } from './write.ts'

/** 三会一课: recorded once, submitted, signed, archived; afterwards only corrected. */
export const meetings = implement(meetingsContract, {
  list: (door, { query }) => listMeetings(door, query),

  roster: async (door, { query }) => {
    const organ = await organOn(door.db, query.organization, query.on)
    const people = await peopleOf(door.db, organ, query.on)
    const electionBasis = await parameterOn(door.db, 'election.basis', query.on)
    return { ...rosterOf(people, organ, query.types ?? [], query.on), electionBasis }
  },

  counts: (door, { query }) => countMeetings(door, query.organization, query.year),

  show: (door, { params }) => readRecord(door, params.id),

  create: async (door, { body: { advance, announcementId, ...content } }) => {
    await readyToAdvance(door, content, advance)
    const id = await insertMeeting(door, content)
    if (announcementId)
      await linkRecord(door, announcementId, { id, organizationId: content.organizationId })
    await advanceDraft(door, id, advance)
    door.note({ detail: { advance, ...(announcementId && { announcementId }) } })
    return readRecord(door, id)
  },

  change: async (door, { params, body: { advance, ...content } }) => {
    const record = await readForMove(door, params.id, 'change')
    const changed = { ...content, organizationId: record.organizationId }
    await readyToAdvance(door, changed, advance)
    await updateMeeting(door, record, changed)
    await advanceDraft(door, record.id, advance)
    door.note({ detail: { advance } })
    return readRecord(door, record.id)
  },

  discard: async (door, { params }) => {
    const record = await readForMove(door, params.id, 'discard')
    await removeDraft(door, record)
    const { organizationId, title, heldOn } = record
    door.note({ organizationId, detail: { title, heldOn } })
    return { ok: true as const }
  },

  submit: (door, { params }) => move(door, params.id, 'submit', submit),

  sendBack: (door, { params, body: { reason } }) => {
    door.note({ detail: { reason } })
    return move(door, params.id, 'sendBack', (_, record) => sendBack(door, record, reason))
  },

  sign: (door, { params }) => move(door, params.id, 'sign', sign),

  unsign: (door, { params, body: { reason } }) => {
    door.note({ detail: { reason } })
    return move(door, params.id, 'unsign', (_, record) => unsign(door, record, reason))
  },

  archive: (door, { params }) => move(door, params.id, 'archive', archive),

  correct: (door, { params, body }) =>
    move(door, params.id, 'correct', (_, record) => correct(door, record, body)),
})
