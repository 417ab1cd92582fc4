import { z } from 'zod'
import { day, many, year } from './common.ts'
import { change, contract, done, inScope, pageOf, read, remove, write } from './contract.ts'
import { makeupId, meetingId, organizationId } from './ids.ts'
import { makeup, makeupFilter, makeupsDone } from './makeups.ts'
import {
  dayRoster,
  meetingChange,
  meetingCounts,
  meetingFilter,
  meetingRecord,
  meetingRow,
  meetingType,
  newCorrection,
  newMeeting,
  withReason,
} from './meetings.ts'

const one = z.strictObject({ id: meetingId })

export const meetingsContract = contract('meetings', {
  list: read('/meetings', {
    query: meetingFilter,
    returns: pageOf(meetingRow),
    access: inScope('meetings.read'),
  }),
  /** Who should attend, from the roster of that day (支部工作条例 Art. 11–13). */
  roster: read('/meetings/roster', {
    query: z.strictObject({ organization: organizationId, on: day, types: many(meetingType) }),
    returns: dayRoster,
    access: inScope('meetings.record'),
  }),
  counts: read('/meetings/counts', {
    query: z.strictObject({ organization: organizationId, year }),
    returns: meetingCounts,
    access: inScope('meetings.read'),
  }),
  show: read('/meetings/:id', {
    params: one,
    returns: meetingRecord,
    access: inScope('meetings.read'),
  }),
  create: write('/meetings', {
    body: newMeeting,
    returns: meetingRecord,
    access: inScope('meetings.record'),
    audit: 'meeting.created',
  }),
  change: change('/meetings/:id', {
    params: one,
    body: meetingChange,
    returns: meetingRecord,
    access: inScope('meetings.record'),
    audit: 'meeting.changed',
  }),
  /** Only a draft; whatever was submitted stays. */
  discard: remove('/meetings/:id', {
    params: one,
    returns: done,
    access: inScope('meetings.record'),
    audit: 'meeting.discarded',
  }),
  submit: write('/meetings/:id/submit', {
    params: one,
    returns: meetingRecord,
    access: inScope('meetings.record'),
    audit: 'meeting.submitted',
    versioned: true,
  }),
  sendBack: write('/meetings/:id/send-back', {
    params: one,
    body: withReason,
    returns: meetingRecord,
    access: inScope('meetings.sign'),
    audit: 'meeting.sent-back',
    versioned: true,
  }),
  sign: write('/meetings/:id/sign', {
    params: one,
    returns: meetingRecord,
    access: inScope('meetings.sign'),
    audit: 'meeting.signed',
    versioned: true,
  }),
  /** Signed too soon: a draft again, as long as nothing was made of it. */
  unsign: write('/meetings/:id/unsign', {
    params: one,
    body: withReason,
    returns: meetingRecord,
    access: inScope('meetings.sign'),
    audit: 'meeting.unsigned',
    versioned: true,
  }),
  archive: write('/meetings/:id/archive', {
    params: one,
    returns: meetingRecord,
    access: inScope('meetings.sign'),
    audit: 'meeting.archived',
    versioned: true,
  }),
  /** Signed or archived minutes are corrected by a record beside them, never edited or deleted. */
  correct: write('/meetings/:id/corrections', {
    params: one,
    body: newCorrection,
    returns: meetingRecord,
    access: inScope('meetings.sign'),
    audit: 'meeting.corrected',
    versioned: true,
  }),
})

export const makeupsContract = contract('makeups', {
  list: read('/makeups', {
    query: makeupFilter,
    returns: pageOf(makeup),
    access: inScope('makeups.read'),
  }),
  /** All of them, or none and each that cannot be is named with the reason. */
  confirm: write('/makeups/done', {
    body: makeupsDone,
    returns: z.object({ confirmed: z.number().int() }),
    access: inScope('makeups.confirm'),
    audit: 'makeup.confirmed-many',
  }),
  /** A wrong confirmation is taken back: it is owed again, by the day it was due. */
  withdraw: write('/makeups/:id/withdraw', {
    params: z.strictObject({ id: makeupId }),
    body: withReason,
    returns: makeup,
    access: inScope('makeups.confirm'),
    audit: 'makeup.withdrawn',
    versioned: true,
  }),
})
