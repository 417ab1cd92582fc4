import { z } from 'zod'
import {
  branchResolution,
  campaignChange,
  campaignFilter,
  campaignRecord,
  campaignRow,
  candidates,
  decision,
  newCampaign,
  newNomination,
  newObjection,
  objectionAnswer,
  publicityAmendment,
  publicityStart,
  review,
  withReason,
} from './campaigns.ts'
import { certificateNumberOf } from './certificates.ts'
import { line, search, year } from './common.ts'
import {
  change,
  contract,
  inScope,
  pageOf,
  read,
  readPicture,
  remove,
  signedIn,
  write,
} from './contract.ts'
import {
  boardFilter,
  classCode,
  extension,
  extensionJudged,
  extensionQuestion,
  honourBoard,
  honourCertificate,
  honourCertificateCheck,
  honourPaper,
  honourClass,
  honourClassChange,
  honourCounts,
  honourFilter,
  honourPage,
  honourRecord,
  newHonourClass,
  newPortrait,
  portraitDigest,
  reusedPortrait,
  revocation,
} from './honours.ts'
import { campaignId, honourId, nominationId, objectionId, organizationId } from './ids.ts'

const one = z.strictObject({ id: honourId })
const ofCampaign = z.strictObject({ id: campaignId })
const ofBranch = z.strictObject({ organization: organizationId, q: search })

/** 荣誉: what was given, shown on the board, and taken back. */
export const honoursContract = contract('honours', {
  list: read('/honours', {
    query: honourFilter,
    returns: honourPage,
    access: inScope('honours.read'),
  }),
  board: read('/honours/board', {
    query: boardFilter,
    returns: honourBoard,
    access: inScope('honours.read'),
  }),
  counts: read('/honours/counts', {
    query: z.strictObject({ organization: organizationId, year }),
    returns: honourCounts,
    access: inScope('honours.read'),
  }),
  show: read('/honours/:id', {
    params: one,
    returns: honourRecord,
    access: inScope('honours.read'),
  }),
  /** By the organ that decided; the record and the events stay. */
  revoke: write('/honours/:id/revoke', {
    params: one,
    body: revocation,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.revoked',
    versioned: true,
  }),
  /** What the rules say of an extension before it is decided. */
  extension: read('/honours/:id/extension', {
    params: one,
    query: extensionQuestion,
    returns: extensionJudged,
    access: inScope('honours.manage'),
  }),
  /** A later last day, by the organ that decided; an expired honour comes back to the board. */
  extend: write('/honours/:id/extension', {
    params: one,
    body: extension,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.extended',
    versioned: true,
  }),
  portrait: readPicture('/honours/:id/portrait/:digest', {
    params: one.extend({ digest: portraitDigest }),
    access: inScope('honours.read'),
  }),
  setPortrait: write('/honours/:id/portrait', {
    params: one,
    body: newPortrait,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.portrait-set',
    versioned: true,
  }),
  /** The picture that hangs at an earlier honour of the same subject, with the consent given anew. */
  reusePortrait: write('/honours/:id/portrait/earlier', {
    params: one,
    body: reusedPortrait,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.portrait-reused',
    versioned: true,
  }),
  removePortrait: remove('/honours/:id/portrait', {
    params: one,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.portrait-removed',
  }),
  /** 荣誉证书, once for each honour: asked again, the one that was issued. */
  certify: write('/honours/:id/certificate', {
    params: one,
    returns: honourCertificate,
    access: inScope('honours.manage'),
    audit: 'honour.certified',
  }),
  certificate: read('/honours/:id/certificate', {
    params: one,
    returns: honourPaper,
    access: inScope('honours.read'),
  }),
  /** Is there a certificate of this number for this name, and what has become of the honour? */
  verify: read('/honours/certificates/check', {
    query: z.strictObject({ number: certificateNumberOf('RY'), name: line(1, 60) }),
    returns: honourCertificateCheck,
    access: signedIn,
  }),
})

/** 评选: a campaign from notice to decision. Read by everybody below the organ that runs it. */
export const campaignsContract = contract('campaigns', {
  list: read('/campaigns', {
    query: campaignFilter,
    returns: pageOf(campaignRow),
    access: inScope('honours.read'),
  }),
  show: read('/campaigns/:id', {
    params: ofCampaign,
    returns: campaignRecord,
    access: inScope('honours.read'),
  }),
  candidates: read('/campaigns/:id/candidates', {
    params: ofCampaign,
    query: ofBranch,
    returns: candidates,
    access: inScope('honours.nominate'),
  }),
  resolutions: read('/campaigns/:id/resolutions', {
    params: ofCampaign,
    query: z.strictObject({ organization: organizationId }),
    returns: z.array(branchResolution),
    access: inScope('honours.nominate'),
  }),
  create: write('/campaigns', {
    body: newCampaign,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    audit: 'campaign.created',
  }),
  change: change('/campaigns/:id', {
    params: ofCampaign,
    body: campaignChange,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    audit: 'campaign.changed',
  }),
  nominate: write('/campaigns/:id/nominations', {
    params: ofCampaign,
    body: newNomination,
    returns: campaignRecord,
    access: inScope('honours.nominate'),
    audit: 'nomination.created',
  }),
  withdraw: write('/campaigns/nominations/:id/withdraw', {
    params: z.strictObject({ id: nominationId }),
    body: withReason,
    returns: campaignRecord,
    access: inScope('honours.nominate'),
    audit: 'nomination.withdrawn',
    versioned: true,
  }),
  /** A nominee who lost eligibility, by the deciding organ. */
  exclude: write('/campaigns/nominations/:id/exclude', {
    params: z.strictObject({ id: nominationId }),
    body: withReason,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    audit: 'nomination.excluded',
    versioned: true,
  }),
  review: write('/campaigns/:id/review', {
    params: ofCampaign,
    body: review,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    audit: 'campaign.reviewed',
    versioned: true,
  }),
  publish: write('/campaigns/:id/publicity', {
    params: ofCampaign,
    body: publicityStart,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    audit: 'campaign.published',
    versioned: true,
  }),
  /** Public notice that is too short, or hung with a wrong day or place, by the deciding organ. */
  amend: write('/campaigns/:id/publicity/amend', {
    params: ofCampaign,
    body: publicityAmendment,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    audit: 'campaign.notice-amended',
    versioned: true,
  }),
  object: write('/campaigns/:id/objections', {
    params: ofCampaign,
    body: newObjection,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    audit: 'objection.recorded',
  }),
  answer: write('/campaigns/objections/:id/answer', {
    params: z.strictObject({ id: objectionId }),
    body: objectionAnswer,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    audit: 'objection.answered',
    versioned: true,
  }),
  decide: write('/campaigns/:id/decision', {
    params: ofCampaign,
    body: decision,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    audit: 'campaign.decided',
    versioned: true,
  }),
  cancel: write('/campaigns/:id/cancel', {
    params: ofCampaign,
    body: withReason,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    audit: 'campaign.cancelled',
    versioned: true,
  }),
})

const byCode = z.strictObject({ code: classCode })

/** Classes of honours: those of the house and what the bureau adds. Set for all, at the root. */
export const honourClassesContract = contract('honourClasses', {
  list: read('/honour-classes', {
    returns: z.array(honourClass),
    access: inScope('honours.read'),
  }),
  create: write('/honour-classes', {
    body: newHonourClass,
    returns: z.array(honourClass),
    access: inScope('honours.manage'),
    audit: 'honour-class.created',
  }),
  change: change('/honour-classes/:code', {
    params: byCode,
    body: honourClassChange,
    returns: z.array(honourClass),
    access: inScope('honours.manage'),
    audit: 'honour-class.changed',
  }),
})
