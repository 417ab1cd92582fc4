import { invalid } from '#domain/errors.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { holdsMeetings, rosterOf } from '#domain/meetings.rules.ts'
import { implement } from '#server/http/implement.ts'
import { countMeetings } from './counts.ts'
import { takeTurn } from './judge.ts'
import {
  advanceDraft,
  archive,
  correct,
  expectMayAdvance,
  readForMove,
  sendBack,
  sign,
  submit,
} from './moves.ts'
import { listMeetings } from './queries.ts'
import { readRecord } from './record.ts'
import { organOn, peopleOf } from './roster.ts'
import { insertMeeting, removeDraft, updateMeeting } from './write.ts'

/** 三会一课: recorded once, submitted, signed, archived; afterwards only corrected. */
export const meetings = implement(meetingsContract, {
  list: (door, { query }) => listMeetings(door, query),

  roster: async (door, { query }) => {
    const organ = await organOn(door.db, query.organization, query.on)
    if (!holdsMeetings(organ.kind)) throw invalid('query.organization', '请选择党支部或党小组')
    const people = await peopleOf(door.db, organ.branchId, query.on)
    return rosterOf(people, organ, query.types ?? [], query.on)
  },

  counts: (door, { query }) => countMeetings(door, query.organization, query.year),

  show: (door, { params }) => readRecord(door, params.id),

  create: async (door, { body: { advance, ...content } }) => {
    await expectMayAdvance(door, content.organizationId, advance)
    await takeTurn(door, content.organizationId)
    const id = await insertMeeting(door, content)
    door.note({ detail: { advance } })
    return advanceDraft(door, id, advance)
  },

  change: async (door, { params, body: { advance, ...content } }) => {
    const record = await readForMove(door, params.id, 'change')
    await expectMayAdvance(door, record.organizationId, advance)
    await takeTurn(door, record.organizationId)
    await updateMeeting(door, record, { ...content, organizationId: record.organizationId })
    door.note({ detail: { advance } })
    return advanceDraft(door, params.id, advance)
  },

  discard: async (door, { params }) => {
    const record = await readForMove(door, params.id, 'discard')
    await removeDraft(door, record)
    const { organizationId, title, heldOn } = record
    door.note({ organizationId, detail: { title, heldOn } })
    return { ok: true as const }
  },

  submit: async (door, { params }) => {
    const record = await readForMove(door, params.id, 'submit')
    await takeTurn(door, record.organizationId)
    await submit(door, record)
    return readRecord(door, params.id)
  },

  sendBack: async (door, { params, body }) => {
    await sendBack(door, await readForMove(door, params.id, 'sendBack'), body.reason)
    door.note({ detail: { reason: body.reason } })
    return readRecord(door, params.id)
  },

  sign: async (door, { params }) => {
    await sign(door, await readForMove(door, params.id, 'sign'))
    return readRecord(door, params.id)
  },

  archive: async (door, { params }) => {
    await archive(door, await readForMove(door, params.id, 'archive'))
    return readRecord(door, params.id)
  },

  correct: async (door, { params, body }) => {
    await correct(door, await readForMove(door, params.id, 'correct'), body)
    return readRecord(door, params.id)
  },
})
