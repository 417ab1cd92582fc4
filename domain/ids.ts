import { z } from 'zod'

/**
 * Ids are UUIDv7: made in TypeScript, ordered by time, never a serial (sequences are neither
 * replicated nor distributed). Each kind is branded, and its schema carries the kind in its
 * metadata, so that the server can scope-check every id in path, query, body or array by its type.
 */
export const idKinds = [
  'organization',
  'member',
  'meeting',
  'makeup',
  'announcement',
  'study',
  'service',
  'certificate',
  'term',
  'post',
  'exemption',
  'campaign',
  'nomination',
  'objection',
  'honour',
  'education',
  'education-follow-up',
  'talk',
  'follow-up',
  'responsibility',
  'account',
  'assignment',
  'session',
] as const
export type IdKind = (typeof idKinds)[number]

export const idRegistry = z.registry<{ kind: IdKind }>()

const uuid = () => z.uuid().toLowerCase()

export const organizationId = uuid()
  .brand<'organization'>()
  .register(idRegistry, { kind: 'organization' })
export const memberId = uuid().brand<'member'>().register(idRegistry, { kind: 'member' })
export const meetingId = uuid().brand<'meeting'>().register(idRegistry, { kind: 'meeting' })
export const makeupId = uuid().brand<'makeup'>().register(idRegistry, { kind: 'makeup' })
export const announcementId = uuid()
  .brand<'announcement'>()
  .register(idRegistry, { kind: 'announcement' })
export const studyId = uuid().brand<'study'>().register(idRegistry, { kind: 'study' })
export const serviceId = uuid().brand<'service'>().register(idRegistry, { kind: 'service' })
export const certificateId = uuid()
  .brand<'certificate'>()
  .register(idRegistry, { kind: 'certificate' })
export const termId = uuid().brand<'term'>().register(idRegistry, { kind: 'term' })
export const postId = uuid().brand<'post'>().register(idRegistry, { kind: 'post' })
export const exemptionId = uuid().brand<'exemption'>().register(idRegistry, { kind: 'exemption' })
export const campaignId = uuid().brand<'campaign'>().register(idRegistry, { kind: 'campaign' })
export const nominationId = uuid()
  .brand<'nomination'>()
  .register(idRegistry, { kind: 'nomination' })
export const objectionId = uuid().brand<'objection'>().register(idRegistry, { kind: 'objection' })
export const honourId = uuid().brand<'honour'>().register(idRegistry, { kind: 'honour' })
export const educationId = uuid().brand<'education'>().register(idRegistry, { kind: 'education' })
export const educationFollowUpId = uuid()
  .brand<'education-follow-up'>()
  .register(idRegistry, { kind: 'education-follow-up' })
export const talkId = uuid().brand<'talk'>().register(idRegistry, { kind: 'talk' })
export const followUpId = uuid().brand<'follow-up'>().register(idRegistry, { kind: 'follow-up' })
export const responsibilityId = uuid()
  .brand<'responsibility'>()
  .register(idRegistry, { kind: 'responsibility' })
export const accountId = uuid().brand<'account'>().register(idRegistry, { kind: 'account' })
export const assignmentId = uuid()
  .brand<'assignment'>()
  .register(idRegistry, { kind: 'assignment' })
export const sessionId = uuid().brand<'session'>().register(idRegistry, { kind: 'session' })

export type OrganizationId = z.infer<typeof organizationId>
export type MemberId = z.infer<typeof memberId>
export type MeetingId = z.infer<typeof meetingId>
export type AnnouncementId = z.infer<typeof announcementId>
export type StudyId = z.infer<typeof studyId>
export type TalkId = z.infer<typeof talkId>
export type ServiceId = z.infer<typeof serviceId>
export type AccountId = z.infer<typeof accountId>

let lastTime = 0
let counter = 0

const octets = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
/** Random bytes for some hundred ids at once: to ask for them takes longer than all the rest. */
const stock = new Uint8Array(4096)
let used = stock.length

/** Random ones; each is given once. */
function eightBytes(): Uint8Array {
  if (used === stock.length) {
    crypto.getRandomValues(stock)
    used = 0
  }
  used += 8
  return stock.subarray(used - 8, used)
}

/**
 * A new UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then a 12-bit counter that keeps ids made
 * in one millisecond in order, then 62 random bits.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastTime) {
    lastTime = now
    counter = 0
  } else if (++counter > 0xfff) {
    lastTime += 1
    counter = 0
  }
  const time = lastTime.toString(16).padStart(12, '0')
  const count = (0x7000 | counter).toString(16)
  const [first = 0, ...others] = eightBytes()
  const rest = others.map((byte) => octets[byte]).join('')
  const variant = octets[0x80 | (first & 0x3f)]
  return `${time.slice(0, 8)}-${time.slice(8)}-${count}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}`
}
