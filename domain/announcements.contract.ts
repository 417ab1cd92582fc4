import { z } from 'zod'
import {
  announcementChange,
  announcementFilter,
  announcementRecord,
  announcementRow,
  callingOff,
  newAnnouncement,
  newAnswer,
} from './announcements.ts'
import { change, contract, inScope, pageOf, read, write } from './contract.ts'
import { announcementId } from './ids.ts'

const one = z.strictObject({ id: announcementId })

/** Meetings to come. Who may record an organ's meetings announces them; whoever is called answers. */
export const announcementsContract = contract('announcements', {
  list: read('/announcements', {
    query: announcementFilter,
    returns: pageOf(announcementRow),
    access: inScope('meetings.read'),
  }),
  show: read('/announcements/:id', {
    params: one,
    returns: announcementRecord,
    access: inScope('meetings.read'),
  }),
  announce: write('/announcements', {
    body: newAnnouncement,
    returns: announcementRecord,
    access: inScope('meetings.record'),
    audit: 'announcement.made',
  }),
  /** Another day or hour asks everybody anew. */
  change: change('/announcements/:id', {
    params: one,
    body: announcementChange,
    returns: announcementRecord,
    access: inScope('meetings.record'),
    audit: 'announcement.changed',
  }),
  callOff: write('/announcements/:id/call-off', {
    params: one,
    body: callingOff,
    returns: announcementRecord,
    access: inScope('meetings.record'),
    audit: 'announcement.called-off',
    versioned: true,
  }),
  /** One's own; the last answer holds. */
  answer: write('/announcements/:id/answer', {
    params: one,
    body: newAnswer,
    returns: announcementRecord,
    access: inScope('meetings.answer'),
    audit: 'announcement.answered',
  }),
})
