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
  nomination,
  nominationChange,
  newObjection,
  objectionAnswer,
  publicityAmendment,
  publicityStart,
  review,
  withReason,
} from './campaigns.ts'
import { search } from './common.ts'
import { change, contract, inScope, pageOf, paging, read, write } from './contract.ts'
import { campaignId, nominationId, objectionId, organizationId } from './ids.ts'

const ofCampaign = z.strictObject({ id: campaignId })
const ofBranch = z.strictObject({ organization: organizationId, q: search })

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
  /** To who decides: what `show` lists, for a file. */
  nominations: read('/nominations', {
    query: z.strictObject({ ...paging, campaign: campaignId }),
    returns: pageOf(nomination),
    access: inScope('honours.manage'),
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
    returns: campaignRecord,
    access: inScope('honours.manage'),
    body: campaignChange,
    audit: 'campaign.changed',
  }),
  nominate: write('/campaigns/:id/nominations', {
    params: ofCampaign,
    body: newNomination,
    returns: campaignRecord,
    access: inScope('honours.nominate'),
    audit: 'nomination.created',
  }),
  /** Before the committee has met; who is nominated stays. */
  changeNomination: change('/campaigns/nominations/:id', {
    params: z.strictObject({ id: nominationId }),
    body: nominationChange,
    returns: campaignRecord,
    access: inScope('honours.nominate'),
    audit: 'nomination.changed',
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
    returns: campaignRecord,
    access: inScope('honours.manage'),
    body: review,
    audit: 'campaign.reviewed',
    versioned: true,
  }),
  publish: write('/campaigns/:id/publicity', {
    params: ofCampaign,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    body: publicityStart,
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
    returns: campaignRecord,
    access: inScope('honours.manage'),
    body: newObjection,
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
    returns: campaignRecord,
    access: inScope('honours.manage'),
    body: decision,
    audit: 'campaign.decided',
    versioned: true,
  }),
  cancel: write('/campaigns/:id/cancel', {
    params: ofCampaign,
    returns: campaignRecord,
    access: inScope('honours.manage'),
    body: withReason,
    audit: 'campaign.cancelled',
    versioned: true,
  }),
})
