import { z } from 'zod'
import { day, line } from './common.ts'
import { verdict } from './verdict.ts'

export const specialDay = z.strictObject({ day, name: line(1, 30), off: z.boolean() })

/** The arrangement of days off of one year. `known` false: the table is missing, and nothing is counted. */
export const holidayYear = z.object({
  year: z.number().int(),
  known: z.boolean(),
  source: z.string().nullable(),
  days: z.array(specialDay),
  setBy: z.string().nullable(),
  version: z.number().int(),
})
export type HolidayYear = z.infer<typeof holidayYear>

/** From this month on the arrangement of the next year is asked for; the State Council makes it known about then. */
export const monthOfNextYear = 11

/** Years by which working days are counted, or soon will be, of which there is no arrangement. */
export const missingYears = z.object({
  rows: z.array(z.object({ year: z.number().int() })),
  total: z.number().int(),
})

export const holidaySetting = z.strictObject({
  source: line(2, 80),
  days: z.array(specialDay).min(1, '请至少填写一天').max(120, '一年的安排不超过 120 天'),
})

export const workdayPeriod = z.object({
  verdicts: z.array(verdict),
  first: day.nullable(),
  to: day.nullable(),
})
