import { z } from 'zod'
import { day } from './common.ts'
import { educationId, honourId, meetingId, serviceId, studyId } from './ids.ts'

/** An entry of a member's timeline, newest first. */
export const memberEvent = z.object({
  on: day,
  kind: z.enum([
    'entered',
    'status',
    'moved',
    'post',
    'meeting',
    'makeup',
    'study',
    'joined',
    'full',
    'honour',
    'service',
    'education',
  ]),
  text: z.string(),
  organizationName: z.string().nullable(),
  meetingId: meetingId.nullable(),
  /** Null for one that is none of the reader's, and for all other kinds. */
  studyId: studyId.nullable(),
  serviceId: serviceId.nullable(),
  honourId: honourId.nullable(),
  /** Null also where it was held outside the reader's reach. */
  educationId: educationId.nullable(),
})
export type MemberEvent = z.infer<typeof memberEvent>

/** One line of a member's own ledger: a meeting that counted the member as one who should attend. */
export const ledgerMeeting = z.object({
  meetingId,
  heldOn: day,
  title: z.string(),
  types: z.array(z.string()),
  organizationName: z.string(),
  attendance: z.string(),
  makeupState: z.string().nullable(),
})
export const memberLedger = z.object({
  year: z.number().int(),
  expected: z.number().int(),
  present: z.number().int(),
  leave: z.number().int(),
  absent: z.number().int(),
  meetings: z.array(ledgerMeeting),
})

/** A 警示教育 of the year on whose roster the member stood. Talks are no part of it: see `talks.list`. */
export const memberEducation = z.object({
  /** Null where it was held outside the reader's reach. */
  educationId: educationId.nullable(),
  heldOn: day,
  title: z.string(),
  theme: z.string(),
  organizationName: z.string(),
  present: z.boolean(),
})
export const memberIntegrity = z.object({
  year: z.number().int(),
  expected: z.number().int(),
  present: z.number().int(),
  educations: z.array(memberEducation),
})
