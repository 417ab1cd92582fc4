import { z } from 'zod'
import { flag, search } from './common.ts'
import { change, contract, inScope, pageOf, paging, read, write } from './contract.ts'
import { organizationId, postId, termId } from './ids.ts'
import {
  appointment,
  newOrganization,
  electionMeeting,
  newTerm,
  organizationCard,
  organizationChange,
  organizationClosing,
  organizationHit,
  organizationKind,
  organizationMove,
  organizationNode,
  organizationPast,
  postEnding,
  termCorrecting,
  postWithdrawal,
  termExtension,
} from './organizations.ts'
import { permissions } from './permissions.ts'
import { many } from './common.ts'

const one = z.strictObject({ id: organizationId })

export const organizationsContract = contract('organizations', {
  /** The tops of the actor's subtrees: where the tree opens and the widest scopes to choose. */
  roots: read('/organizations/roots', {
    returns: z.array(organizationHit),
    access: inScope('organizations.read'),
  }),
  /** Direct children in official order. `around` answers the page that holds that child. */
  children: read('/organizations/:id/children', {
    params: one,
    query: z.strictObject({ ...paging, around: organizationId.optional(), closed: flag }),
    returns: pageOf(organizationNode),
    access: inScope('organizations.read'),
  }),
  /** By part of the name, full pinyin or initials; below `within` when given. */
  search: read('/organizations/search', {
    query: z.strictObject({
      q: search,
      kinds: many(organizationKind),
      within: organizationId.optional(),
      /** Only where this right of the actor reaches: what a form may name, which can be less than what may be read. */
      right: z.enum(permissions).optional(),
      /** Those that were closed too. */
      closed: flag,
      size: paging.size,
    }),
    returns: z.array(organizationHit),
    access: inScope('organizations.read'),
  }),
  show: read('/organizations/:id', {
    params: one,
    returns: organizationCard,
    access: inScope('organizations.read'),
  }),
  history: read('/organizations/:id/history', {
    params: one,
    returns: z.array(organizationPast),
    access: inScope('organizations.read'),
  }),
  /** Organs whose term nears its end or is over (换届), soonest first. */
  termsDue: read('/organizations/terms-due', {
    query: z.strictObject({ ...paging, within: organizationId.optional() }),
    returns: pageOf(
      organizationHit.extend({ endsOn: z.string(), stage: z.string(), daysLeft: z.number().int() }),
    ),
    access: inScope('organizations.read'),
  }),
  /** Organs that have a term by the regulations and none here: nothing reminds of their 换届 until it is entered. */
  termsUnknown: read('/organizations/terms-unknown', {
    query: z.strictObject({ ...paging, within: organizationId.optional() }),
    returns: pageOf(organizationHit),
    access: inScope('organizations.read'),
  }),
  create: write('/organizations', {
    body: newOrganization,
    returns: organizationCard,
    access: inScope('organizations.manage'),
    audit: 'organization.created',
  }),
  change: change('/organizations/:id', {
    params: one,
    body: organizationChange,
    returns: organizationCard,
    access: inScope('organizations.manage'),
    audit: 'organization.changed',
  }),
  move: write('/organizations/:id/move', {
    params: one,
    body: organizationMove,
    returns: organizationCard,
    access: inScope('organizations.manage'),
    audit: 'organization.moved',
    versioned: true,
  }),
  close: write('/organizations/:id/close', {
    params: one,
    body: organizationClosing,
    returns: organizationCard,
    access: inScope('organizations.manage'),
    audit: 'organization.closed',
    versioned: true,
  }),
  startTerm: write('/organizations/:id/terms', {
    params: one,
    body: newTerm,
    returns: organizationCard,
    access: inScope('organizations.manage'),
    audit: 'term.started',
  }),
  /** Signed meetings of the year before at which it elected, newest first. */
  elections: read('/organizations/:id/elections', {
    params: one,
    returns: z.array(electionMeeting),
    access: inScope('organizations.manage'),
  }),
  extendTerm: write('/terms/:id/extension', {
    params: z.strictObject({ id: termId }),
    body: termExtension,
    returns: organizationCard,
    access: inScope('organizations.manage'),
    audit: 'term.extended',
    versioned: true,
  }),
  /** The running term was entered wrongly: another first day, another length. */
  correctTerm: change('/terms/:id', {
    params: z.strictObject({ id: termId }),
    body: termCorrecting,
    returns: organizationCard,
    access: inScope('organizations.manage'),
    audit: 'term.corrected',
  }),
  appoint: write('/organizations/:id/posts', {
    params: one,
    body: appointment,
    returns: organizationCard,
    access: inScope('organizations.manage'),
    audit: 'post.appointed',
  }),
  endPost: write('/posts/:id/end', {
    params: z.strictObject({ id: postId }),
    body: postEnding,
    returns: organizationCard,
    access: inScope('organizations.manage'),
    audit: 'post.ended',
    versioned: true,
  }),
  /** Entered by mistake: it never was. What it said stays in the log alone. */
  withdrawPost: write('/posts/:id/withdraw', {
    params: z.strictObject({ id: postId }),
    body: postWithdrawal,
    returns: organizationCard,
    access: inScope('organizations.manage'),
    audit: 'post.withdrawn',
    versioned: true,
  }),
})
