import { z } from 'zod'
import { day, flag, search, year } from './common.ts'
import type { Day } from './dates.ts'
import { paging, sortBy } from './contract.ts'
import { memberId, organizationId } from './ids.ts'
import { talkKind } from './integrity.ts'
import { verdict } from './verdict.ts'

/** The day whose roster and posts a year is told by: today, or the last of a past year. */
export const toldBy = (year: number, today: Day): Day => {
  const last = `${year}-12-31`
  return last < today ? last : today
}

/** Somebody on the roster by which coverage is counted, and whether a 警示教育 of the year reached them. */
export const coveredPerson = z.object({
  memberId,
  name: z.string(),
  organizationName: z.string(),
  reached: z.boolean(),
})
export type CoveredPerson = z.infer<typeof coveredPerson>

export const coveredFilter = z.strictObject({
  ...paging,
  organization: organizationId,
  year,
  /** true: only those reached; false: only those still to be. */
  reached: flag,
  q: search,
  sort: sortBy('name', 'organization').default('organization'),
})
export type CoveredFilter = z.output<typeof coveredFilter>

/** What of an organization and all below it everybody with the right to look may know. */
export const coverageRow = z.object({
  organizationId,
  name: z.string(),
  /** Members on the roster, and of them those reached by a 警示教育 of the year. */
  roster: z.number().int(),
  reached: z.number().int(),
  educations: z.number().int(),
  /** Attendances of the year's 警示教育. */
  educated: z.number().int(),
  /** Null: too few to be told, or held back so that no few can be told (rules/suppression.ts). */
  talks: z.number().int().nullable(),
  verdict,
})
export type CoverageRow = z.infer<typeof coverageRow>

export const coverage = coverageRow.extend({
  year: z.number().int(),
  /** The day of the roster: today, or the last of a past year. */
  asOf: day,
  /** Of the root only, and only where each is told. */
  talksByKind: z.record(talkKind, z.number().int()).nullable(),
  /** The reader may open the talks, and sees them counted exactly. */
  exact: z.boolean(),
  responsibilities: z.object({
    total: z.number().int(),
    done: z.number().int(),
    overdue: z.number().int(),
  }),
  /** The organizations directly below. */
  rows: z.array(coverageRow),
})
export type Coverage = z.infer<typeof coverage>

/** 谈话覆盖率 of 书记 and 班子: who of them, on the day, had a 廉政谈话 in the year. */
export const talkCoverage = z.object({
  officers: z.number().int(),
  talked: z.number().int(),
  asOf: day,
})
export type TalkCoverage = z.infer<typeof talkCoverage>
