import { z } from 'zod'
import { day, line, officialName, version } from './common.ts'
import { meetingId, memberId, organizationId, postId, termId } from './ids.ts'
import { hands } from './meetings.ts'
import { branchKind, organizationKind } from './rules/structure.ts'
import { verdict } from './verdict.ts'

export { branchKind, organizationKind }

/** Posts of a committee or branch, and the leader of a group (支部工作条例 Art. 20 names the first five). */
export const postKind = z.enum([
  'secretary',
  'deputy-secretary',
  'organization-officer',
  'publicity-officer',
  'discipline-officer',
  'youth-officer',
  'officer',
  'group-leader',
  'deputy-group-leader',
])
export type PostKind = z.infer<typeof postKind>

/** One node of the layered tree. */
export const organizationNode = z.object({
  id: organizationId,
  parentId: organizationId.nullable(),
  kind: organizationKind,
  branchKind: branchKind.nullable(),
  name: z.string(),
  /** Names from the root down to the parent, for telling namesakes apart. */
  childCount: z.number().int(),
  /** Party members placed directly here (a group's members count at the group). */
  memberCount: z.number().int(),
  closedOn: day.nullable(),
  version,
})
export type OrganizationNode = z.infer<typeof organizationNode>

export const trailStep = z.object({ id: organizationId, name: z.string(), kind: organizationKind })

/** A hit of the search: the node and the way to it, root first, itself not included. */
export const organizationHit = organizationNode.extend({ trail: z.array(trailStep) })
export type OrganizationHit = z.infer<typeof organizationHit>

/** A term put right: what it was before. An approved delay that no longer fits the new end falls away with it. */
export const termCorrection = z.object({
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  startedOn: day,
  endsOn: day,
  extendedTo: day.nullable(),
  extensionDocument: z.string().nullable(),
})
export type TermCorrection = z.infer<typeof termCorrection>

export const term = z.object({
  id: termId,
  startedOn: day,
  endsOn: day,
  extendedTo: day.nullable(),
  extensionDocument: z.string().nullable(),
  /** The meeting that elected, where it was named. */
  meetingId: meetingId.nullable(),
  endedOn: day.nullable(),
  /** Oldest first. */
  corrections: z.array(termCorrection),
  version,
})
export type Term = z.infer<typeof term>

export const post = z.object({
  id: postId,
  post: postKind,
  memberId,
  memberName: z.string(),
  startedOn: day,
  endedOn: day.nullable(),
  version,
})
export type Post = z.infer<typeof post>

/** The card of the chosen node. Counts include everything below. */
export const organizationCard = organizationHit.extend({
  fullName: z.string().nullable(),
  nationalCode: z.string().nullable(),
  foundedOn: day,
  closedReason: z.string().nullable(),
  counts: z.object({
    applicant: z.number().int(),
    activist: z.number().int(),
    candidate: z.number().int(),
    probationary: z.number().int(),
    full: z.number().int(),
    branches: z.number().int(),
    groups: z.number().int(),
  }),
  posts: z.array(post),
  /** Honours given here or below and valid today. */
  honours: z.number().int(),
  term: term.nullable(),
  /** Structure thresholds (3/7/50/100) and the state of the term: suggestions, never changes. */
  verdicts: z.array(verdict),
  /** Of its meetings. */
  hands,
})
export type OrganizationCard = z.infer<typeof organizationCard>

const nationalCode = z
  .string()
  .regex(/^\d{12}$/, '全国党组织代码为 12 位数字')
  .nullable()

export const newOrganization = z.strictObject({
  parentId: organizationId,
  kind: organizationKind,
  branchKind: branchKind.nullable().default(null),
  name: officialName(2, 60),
  fullName: line(2, 120).nullable().default(null),
  nationalCode: nationalCode.default(null),
  foundedOn: day,
})

export const organizationChange = z.strictObject({
  name: officialName(2, 60).optional(),
  fullName: line(2, 120).nullable().optional(),
  nationalCode: nationalCode.optional(),
  branchKind: branchKind.nullable().optional(),
  /** Put right; no record of the organization may be older. */
  foundedOn: day.optional(),
  /** Order among siblings, as on the official list. */
  rank: z.number().int().min(0).max(9999).optional(),
  /** Day from which the new name holds; the old one stays in the history. */
  on: day.optional(),
})

export const organizationMove = z.strictObject({
  parentId: organizationId,
  on: day,
  reason: line(2, 200),
})
export const organizationClosing = z.strictObject({ on: day, reason: line(2, 200) })
/** Who was elected to what. */
export const seat = z.strictObject({ post: postKind, memberId })
/** Everybody who was elected: an organization of nobody is not what an election makes. */
export const committee = z.array(seat).min(1, '请填写当选的班子成员').max(40, '班子成员最多 40 人')
export const newTerm = z.strictObject({
  startedOn: day,
  years: z.number().int().min(1).max(5),
  meetingId: meetingId.nullable().default(null),
  /** The whole committee as elected: whoever holds a post that is not among these has left it. Null: posts stay. */
  committee: committee.nullable().default(null),
  /** The posts of the card that `committee` was drawn up from: where they are others by now, nobody's post ends. */
  seen: z.array(postId).max(200).default([]),
})
/** A meeting of the organization at which somebody was elected. */
export const electionMeeting = z.object({ id: meetingId, title: z.string(), heldOn: day })
export const termCorrecting = newTerm
  .pick({ startedOn: true, years: true })
  .extend({ reason: line(2, 200) })
export const termExtension = z.strictObject({ until: day, documentNumber: line(2, 60) })
export const appointment = z.strictObject({ memberId, post: postKind, startedOn: day })
export const postEnding = z.strictObject({ endedOn: day })
export const postWithdrawal = z.strictObject({ reason: line(2, 200) })

/** One stretch of an organization's past: what it was called and where it hung. */
export const organizationPast = z.object({
  name: z.string(),
  parentId: organizationId.nullable(),
  parentName: z.string().nullable(),
  validFrom: day,
  validTo: day.nullable(),
  reason: z.string().nullable(),
})
