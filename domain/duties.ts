import { z } from 'zod'
import { day, flag, line, many, search, version, year } from './common.ts'
import { paging, sortBy } from './contract.ts'
import { exemptionId, organizationId } from './ids.ts'
import { organizationKind } from './rules/structure.ts'
import { duty } from './rules/duties.ts'
import { verdict } from './verdict.ts'

export { duty }
export type { Duty } from './rules/duties.ts'

export const dutyState = z.enum([
  'kept',
  'awaiting-signature',
  'missing',
  'due',
  'upcoming',
  'exempt',
  'none',
])

export const dutyCellView = z.object({
  period: z.string(),
  state: dutyState,
  dueBy: day,
  held: z.number().int(),
  required: z.number().int(),
  /** Kept, but entered later than the bureau's days after it was held. */
  late: z.boolean(),
  /** Of a branch whose groups hold the 组织生活会 (Art. 17): how many have, and who has not; kept with nobody missing. */
  groups: z.object({ held: z.number().int(), missing: z.array(z.string()) }).nullable(),
})

/** One organ of the matrix: a branch or group with this duty. */
export const dutyRow = z.object({
  organizationId,
  organizationName: z.string(),
  branchName: z.string(),
  kind: organizationKind,
  /** Whether the account's right to record reaches the organ. */
  mayRecord: z.boolean(),
  /** And the right to lift a duty of it for a while. */
  mayExempt: z.boolean(),
  cells: z.array(dutyCellView),
  /** Kept ÷ due periods, 0–1; null before the first period is over. */
  rate: z.number().nullable(),
})

export const dutyMatrix = z.object({
  duty,
  year: z.number().int(),
  periods: z.array(z.object({ key: z.string(), start: day, end: day })),
  rows: z.array(dutyRow),
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  /** Over all rows of the filter, not only this page. */
  rate: z.number().nullable(),
  kept: z.number().int(),
  past: z.number().int(),
})

export const dutySummaryFilter = z.strictObject({
  organization: organizationId,
  year,
  /** Of what was due by a past day, so that a year that is over stands beside one that runs; without it, by today. */
  on: day.optional(),
})
export type DutySummaryFilter = z.output<typeof dutySummaryFilter>

/** One line per duty for a whole scope: what the leader sees first. */
export const dutySummary = z.object({
  organizationId,
  year: z.number().int(),
  duties: z.array(
    z.object({
      duty,
      organs: z.number().int(),
      past: z.number().int(),
      kept: z.number().int(),
      missing: z.number().int(),
      dueNow: z.number().int(),
      rate: z.number().nullable(),
    }),
  ),
})

export type DutySummary = z.infer<typeof dutySummary>

/** All duties of the scope in one. */
export const dutyTally = ({ duties }: DutySummary) => ({
  past: duties.reduce((sum, { past }) => sum + past, 0),
  kept: duties.reduce((sum, { kept }) => sum + kept, 0),
  missing: duties.reduce((sum, { missing }) => sum + missing, 0),
  dueNow: duties.reduce((sum, { dueNow }) => sum + dueNow, 0),
})

/** A period that wants a meeting now: due this period, or missed. */
export const dueItem = z.object({
  organizationId,
  organizationName: z.string(),
  branchName: z.string(),
  /** Whether the account's right to record reaches the organ. */
  mayRecord: z.boolean(),
  duty,
  period: z.string(),
  dueBy: day,
  state: z.enum(['due', 'missing', 'awaiting-signature']),
  daysLeft: z.number().int(),
  verdict,
})
export type DueItem = z.infer<typeof dueItem>

export const matrixFilter = z.strictObject({
  ...paging,
  organization: organizationId,
  year,
  duty,
  states: many(dutyState),
  /** One period only: rows, rate and totals speak of it alone. */
  period: z.string().max(10).optional(),
})

/** One duty of a scope by the parts below it: where it is kept and where it is late. */
export const dutyHeat = z.object({
  duty,
  year: z.number().int(),
  periods: z.array(z.object({ key: z.string(), start: day, end: day })),
  rows: z.array(
    z.object({
      organizationId,
      organizationName: z.string(),
      /** Kept ÷ past of the part and all below it, by period; `dueNow` may still be kept. */
      cells: z.array(
        z.object({
          period: z.string(),
          past: z.number().int(),
          kept: z.number().int(),
          dueNow: z.number().int(),
        }),
      ),
    }),
  ),
})
export const dueFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  duties: many(duty),
  /** Only what is already missed. */
  overdue: flag,
  /** Of this year alone, closed organs among them, as `summary` counts it; without it, what still wants doing. */
  year: year.optional(),
  /** Only what falls due between these days. */
  from: day.optional(),
  to: day.optional(),
  /** By part of the organization's name, or of the branch that a group belongs to. */
  q: search,
  sort: sortBy('dueBy', 'organ').default('dueBy'),
})

export const exemption = z.object({
  id: exemptionId,
  organizationId,
  organizationName: z.string(),
  duty,
  from: day,
  to: day,
  reason: z.string(),
  approvedBy: z.string(),
  documentNumber: z.string(),
  /** Whether the account's right to exempt reaches the organ. */
  mayWithdraw: z.boolean(),
  version,
})
export const newExemption = z.strictObject({
  organizationId,
  duty,
  from: day,
  to: day,
  reason: line(2, 200),
  documentNumber: line(2, 60),
})
