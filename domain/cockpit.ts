import { z } from 'zod'
import { year } from './common.ts'
import { organizationId } from './ids.ts'

/**
 * What leadership reads of a scope and a year. Every figure is a count that another operation lists row
 * by row under the same filter and rights; nothing here names a person.
 */
export const cockpitFilter = z.strictObject({ organization: organizationId, year })

/** One kind in one month: `service:outreach` counts visits, `meeting:theme-day` signed meetings. */
export const countCell = z.object({
  /** 'YYYY-MM' in Asia/Shanghai. */
  month: z.string(),
  kind: z.string(),
  count: z.number().int(),
  minutes: z.number().int(),
})
export type CountCell = z.infer<typeof countCell>

/** One part of the scope: a direct child, or what stands in the organization itself. */
export const cockpitPart = z.object({
  organizationId,
  name: z.string(),
  /** The organization of the scope without what is below it. */
  isOwn: z.boolean(),
  /** 正式党员 and 预备党员 with standing 正常, with all below. */
  members: z.number().int(),
  /** The year's counts by kind. */
  counts: z.array(z.object({ kind: z.string(), count: z.number().int() })),
})
export type CockpitPart = z.infer<typeof cockpitPart>

export const cockpit = z.object({
  organizationId,
  name: z.string(),
  year: z.number().int(),
  members: z.number().int(),
  /** The year and the one before it. */
  cells: z.array(countCell),
  parts: z.array(cockpitPart),
})
export type Cockpit = z.infer<typeof cockpit>

/**
 * The kinds that are told month by month. Talks are not among them: month by month, a count of one would
 * tell who was talked to (handbook §9.1).
 */
export const toldKinds = [
  'meetings',
  'meeting:',
  'attendance:',
  'study:',
  'service:',
  'service-records:',
  'honour:',
  'integrity:warning-education',
  'integrity:educated',
] as const
