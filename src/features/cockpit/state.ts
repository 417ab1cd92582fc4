import { z } from 'zod'
import { duty } from '#domain/rules/dutyRules.ts'

/** What the address says of the cockpit beside scope and year: what its charts were turned to, also after Back. */
export const cockpitState = z.object({
  /** Of the heat map; without one, the first that somebody here owes. */
  duty: duty.optional(),
  /** Of the study activities by month. */
  measure: z.enum(['count', 'minutes']).default('count'),
})
