import { z } from 'zod'
import { contract, signedIn, write } from './contract.ts'

/**
 * The lists that can be taken away as a file: the operation that answers each. Services and studies have their own
 * (more columns than the list shows); talks have none: what is confidential is read where it stands.
 */
export const exportedLists = [
  'accounts.list',
  'announcements.list',
  'audit.list',
  'campaigns.list',
  'campaigns.nominations',
  'duties.due',
  'exemptions.list',
  'honours.list',
  'integrity.educationFollowUps',
  'integrity.educations',
  'integrity.ownResponsibilities',
  'integrity.people',
  'integrity.responsibilities',
  'makeups.list',
  'meetings.list',
  'members.list',
  'organizations.termsDue',
  'organizations.termsUnknown',
  'roles.list',
] as const

export const exportsContract = contract('exports', {
  /**
   * Every row of a list under the same filter, order and rights as the list itself; its `query` without the page. A
   * write, since it stands in the audit log who took what away; not kept for repeats.
   */
  rows: write('/exports', {
    body: z.strictObject({
      list: z.enum(exportedLists),
      query: z.record(z.string(), z.unknown()),
    }),
    returns: z.object({ rows: z.array(z.record(z.string(), z.unknown())) }),
    access: signedIn,
    audit: 'list.exported',
    secret: true,
    passwordAgain: { list: 'audit.list' },
  }),
})
