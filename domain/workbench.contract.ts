import { z } from 'zod'
import { announcementsContract } from './announcements.contract.ts'
import { contract, inScope, read, signedIn } from './contract.ts'
import { dutiesContract } from './duties.contract.ts'
import { holidaysContract } from './holidays.contract.ts'
import { campaignsContract } from './campaigns.contract.ts'
import { honoursContract } from './honours.contract.ts'
import { organizationId } from './ids.ts'
import { integrityContract, talksContract } from './integrity.contract.ts'
import { makeupsContract, meetingsContract } from './meetings.contract.ts'
import { membersContract } from './members.contract.ts'
import { organizationsContract } from './organizations.contract.ts'
import { servicesContract } from './services.contract.ts'
import { studiesContract } from './studies.contract.ts'

/** What waits for the account's own member, wherever it is. */
const own = {
  /** Announced meetings that call it and have no answer yet. */
  answers: announcementsContract.list.returns.nullable(),
  /** Announced meetings that were called off, or moved since it answered. */
  changes: announcementsContract.list.returns.nullable(),
  /** Of the own talks, those whose record one has still to confirm. */
  talks: talksContract.list.returns.nullable(),
  /** What it missed and has to catch up on. */
  ownMakeups: makeupsContract.list.returns.nullable(),
  /** Items of the 责任清单 that it answers for and has to do or hand in anew. */
  ownResponsibilities: integrityContract.ownResponsibilities.returns.nullable(),
  returned: servicesContract.list.returns.nullable(),
  /** The own ones whose appeal was decided of late. */
  answered: servicesContract.list.returns.nullable(),
}

export const workbenchContract = contract('workbench', {
  /** Of an account that stands for a member and looks after no organization: its own only, each as its own list answers. */
  own: read('/workbench/own', { returns: z.object(own), access: signedIn }),
  /**
   * What waits for the account in an organization and all below it, kind by kind: how many and the first five,
   * each as its own list answers. What waits does so over New Year, so no year is asked for. Null: the account can neither act on it nor look at it there.
   */
  todos: read('/workbench', {
    query: z.strictObject({ organization: organizationId }),
    returns: z.object({
      overdue: dutiesContract.due.returns.nullable(),
      due: dutiesContract.due.returns.nullable(),
      sign: meetingsContract.list.returns.nullable(),
      drafts: meetingsContract.list.returns.nullable(),
      /** Announced meetings whose day has come, to be recorded. */
      announced: announcementsContract.list.returns.nullable(),
      makeups: makeupsContract.list.returns.nullable(),
      studies: studiesContract.list.returns.nullable(),
      campaigns: campaignsContract.list.returns.nullable(),
      /** Honours that expire soon and may be extended by who asks, the soonest first. */
      expiring: honoursContract.list.returns.nullable(),
      /** Years without their days off, for who may set them. */
      holidays: holidaysContract.missing.returns.nullable(),
      /** Talks whose record the person talked to has not confirmed in time. */
      unconfirmed: talksContract.list.returns.nullable(),
      followUps: talksContract.followUps.returns.nullable(),
      measures: integrityContract.educationFollowUps.returns.nullable(),
      responsibilities: integrityContract.responsibilities.returns.nullable(),
      services: servicesContract.list.returns.nullable(),
      /** Members on the way to or from another roster, the letter that ends first before the others. */
      transfers: membersContract.list.returns.nullable(),
      /** Probationary members on whom the assembly is to decide, the one whose probation ends first before the others. */
      probations: membersContract.list.returns.nullable(),
      /** Members without contact for so long that something is to be done. */
      lost: membersContract.list.returns.nullable(),
      terms: organizationsContract.termsDue.returns.nullable(),
      termsUnknown: organizationsContract.termsUnknown.returns.nullable(),
      ...own,
    }),
    access: inScope('duties.read'),
  }),
})
