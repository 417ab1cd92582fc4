import { z } from 'zod'
import { line, year } from './common.ts'
import { contract, done, inScope, pageOf, read, remove, write } from './contract.ts'
import {
  educationFollowUpId,
  educationId,
  followUpId,
  organizationId,
  responsibilityId,
  talkId,
} from './ids.ts'
import { coverage, coveredFilter, coveredPerson, talkCoverage } from './coverage.ts'
import {
  educationFilter,
  educationFollowUp,
  educationFollowUpFilter,
  educationRecord,
  educationRow,
  followUpDone,
  followUpFilter,
  followUpRate,
  followUpRow,
  newEducation,
  newEducationFollowUp,
  newFollowUp,
  newTalk,
  talkFilter,
  talkRecord,
  talkRow,
  talkWritten,
  withdrawal,
} from './integrity.ts'
import {
  checking,
  newResponsibility,
  ownResponsibilityFilter,
  responsibility,
  responsibilityFilter,
} from './responsibilities.ts'

const ofEducation = z.strictObject({ id: educationId })
const ofTalk = z.strictObject({ id: talkId })
const ofFollowUp = z.strictObject({ id: followUpId })
const ofResponsibility = z.strictObject({ id: responsibilityId })

/** What everybody with the right to look may know: 警示教育, the 责任清单, counts and coverage. */
export const integrityContract = contract('integrity', {
  coverage: read('/integrity/coverage', {
    query: z.strictObject({ organization: organizationId, year }),
    returns: coverage,
    access: inScope('integrity.read'),
  }),
  /** Whom the coverage counts, one by one. */
  people: read('/integrity/coverage/people', {
    query: coveredFilter,
    returns: pageOf(coveredPerson),
    access: inScope('integrity.read'),
  }),
  educations: read('/integrity/educations', {
    query: educationFilter,
    /** `sum`: attendances of all rows, not of the page alone. */
    returns: pageOf(educationRow).extend({ sum: z.number().int() }),
    access: inScope('integrity.read'),
  }),
  education: read('/integrity/educations/:id', {
    params: ofEducation,
    returns: educationRecord,
    access: inScope('integrity.read'),
  }),
  recordEducation: write('/integrity/educations', {
    body: newEducation,
    returns: educationRecord,
    access: inScope('integrity.record'),
    audit: 'education.recorded',
  }),
  /** The row stays, with the reason; it is counted no more. */
  withdrawEducation: write('/integrity/educations/:id/withdraw', {
    params: ofEducation,
    body: withdrawal,
    returns: educationRecord,
    access: inScope('integrity.record'),
    audit: 'education.withdrawn',
    versioned: true,
  }),
  /** What follows from 警示教育, listed where it is to be done. */
  educationFollowUps: read('/integrity/education-follow-ups', {
    query: educationFollowUpFilter,
    returns: pageOf(educationFollowUp),
    access: inScope('integrity.read'),
  }),
  followUpRate: read('/integrity/education-follow-ups/rate', {
    query: z.strictObject({ organization: organizationId, year }),
    returns: followUpRate,
    access: inScope('integrity.read'),
  }),
  addEducationFollowUp: write('/integrity/educations/:id/follow-ups', {
    params: ofEducation,
    body: newEducationFollowUp,
    returns: educationRecord,
    access: inScope('integrity.record'),
    audit: 'education.follow-up-added',
  }),
  finishEducationFollowUp: write('/integrity/education-follow-ups/:id/done', {
    params: z.strictObject({ id: educationFollowUpId }),
    body: followUpDone,
    returns: educationFollowUp,
    access: inScope('integrity.record'),
    audit: 'education.follow-up-done',
    versioned: true,
  }),
  /** What was said to be done by mistake: it is to be done again, by its day. */
  reopenEducationFollowUp: write('/integrity/education-follow-ups/:id/reopen', {
    params: z.strictObject({ id: educationFollowUpId }),
    body: withdrawal,
    returns: educationFollowUp,
    access: inScope('integrity.record'),
    audit: 'education.follow-up-reopened',
    versioned: true,
  }),
  responsibilities: read('/integrity/responsibilities', {
    query: responsibilityFilter,
    returns: pageOf(responsibility),
    access: inScope('integrity.read'),
  }),
  ownResponsibilities: read('/integrity/responsibilities/own', {
    query: ownResponsibilityFilter,
    returns: pageOf(responsibility),
    access: inScope('integrity.answer'),
  }),
  /** 落实记录 by who answers for it; until it is checked it may be handed in anew. */
  reportResponsibility: write('/integrity/responsibilities/:id/report', {
    params: ofResponsibility,
    body: checking,
    returns: responsibility,
    access: inScope('integrity.answer'),
    audit: 'responsibility.reported',
    versioned: true,
  }),
  /** What was handed in does not prove it. */
  returnResponsibility: write('/integrity/responsibilities/:id/return', {
    params: ofResponsibility,
    body: z.strictObject({ reason: line(2, 200) }),
    returns: responsibility,
    access: inScope('integrity.record'),
    audit: 'responsibility.returned',
    versioned: true,
  }),
  createResponsibility: write('/integrity/responsibilities', {
    body: newResponsibility,
    returns: responsibility,
    access: inScope('integrity.record'),
    audit: 'responsibility.created',
  }),
  checkResponsibility: write('/integrity/responsibilities/:id/done', {
    params: ofResponsibility,
    body: checking,
    returns: responsibility,
    access: inScope('integrity.record'),
    audit: 'responsibility.checked',
    versioned: true,
  }),
  reopenResponsibility: write('/integrity/responsibilities/:id/reopen', {
    params: ofResponsibility,
    body: withdrawal,
    returns: responsibility,
    access: inScope('integrity.record'),
    audit: 'responsibility.reopened',
    versioned: true,
  }),
  /** Only while it is not checked off. */
  removeResponsibility: remove('/integrity/responsibilities/:id', {
    params: ofResponsibility,
    returns: done,
    access: inScope('integrity.record'),
    audit: 'responsibility.removed',
  }),
})

/** 廉政谈话 and 提醒谈话: seen by 纪检委员, 党委书记 and the two people concerned (handbook §9.1). */
export const talksContract = contract('talks', {
  list: read('/integrity/talks', {
    query: talkFilter,
    returns: pageOf(talkRow),
    access: inScope('integrity.detail'),
  }),
  /** Only to who may open the talks: of people whose posts are known, a number told to others would name them. */
  coverage: read('/integrity/talks/coverage', {
    query: z.strictObject({ organization: organizationId, year }),
    returns: talkCoverage,
    access: inScope('integrity.detail'),
  }),
  /** Reading why somebody was talked to is itself written to the audit log, so it is no GET. */
  open: write('/integrity/talks/:id/open', {
    params: ofTalk,
    returns: talkRecord,
    access: inScope('integrity.detail'),
    audit: 'talk.opened',
    secret: true,
  }),
  record: write('/integrity/talks', {
    body: newTalk,
    returns: talkWritten,
    access: inScope('integrity.talk'),
    audit: 'talk.recorded',
  }),
  withdraw: write('/integrity/talks/:id/withdraw', {
    params: ofTalk,
    body: withdrawal,
    returns: talkWritten,
    access: inScope('integrity.talk'),
    audit: 'talk.withdrawn',
    versioned: true,
  }),
  /** The person who was talked to confirms the record (本人签字). */
  acknowledge: write('/integrity/talks/:id/acknowledge', {
    params: ofTalk,
    returns: talkWritten,
    access: inScope('integrity.detail'),
    audit: 'talk.acknowledged',
    versioned: true,
  }),
  followUps: read('/integrity/follow-ups', {
    query: followUpFilter,
    returns: pageOf(followUpRow),
    access: inScope('integrity.detail'),
  }),
  addFollowUp: write('/integrity/talks/:id/follow-ups', {
    params: ofTalk,
    body: newFollowUp,
    returns: talkWritten,
    access: inScope('integrity.talk'),
    audit: 'talk.follow-up-added',
  }),
  finishFollowUp: write('/integrity/follow-ups/:id/done', {
    params: ofFollowUp,
    body: followUpDone,
    returns: talkWritten,
    access: inScope('integrity.talk'),
    audit: 'talk.follow-up-done',
    versioned: true,
  }),
  reopenFollowUp: write('/integrity/follow-ups/:id/reopen', {
    params: ofFollowUp,
    body: withdrawal,
    returns: talkWritten,
    access: inScope('integrity.talk'),
    audit: 'talk.follow-up-reopened',
    versioned: true,
  }),
})
