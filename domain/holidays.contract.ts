import { z } from 'zod'
import { day, year } from './common.ts'
import { contract, inScope, read, write } from './contract.ts'
import { holidaySetting, holidayYear, missingYears, workdayPeriod } from './holidays.ts'

/** 放假安排: the table by which working days are counted. Set for all, at the root. */
export const holidaysContract = contract('holidays', {
  show: read('/holidays', {
    query: z.strictObject({ year }),
    returns: holidayYear,
    access: inScope('honours.read'),
  }),
  workdays: read('/holidays/workdays', {
    query: z.strictObject({ from: day, days: z.coerce.number().int().min(1).max(60) }),
    returns: workdayPeriod,
    access: inScope('honours.read'),
  }),
  /** For who may set them; to anybody else none is missing. */
  missing: read('/holidays/missing', {
    returns: missingYears,
    access: inScope('honours.manage'),
  }),
  set: write('/holidays', {
    body: holidaySetting.extend({ year: z.number().int().min(1949).max(2100) }),
    returns: holidayYear,
    access: inScope('honours.manage'),
    audit: 'holidays.set',
    versioned: true,
  }),
})
