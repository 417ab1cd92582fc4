import { z } from 'zod'
import { day, year } from './common.ts'
import {
  change,
  contract,
  csvFile,
  done,
  inScope,
  pageOf,
  read,
  remove,
  write,
} from './contract.ts'
import { memberId, organizationId, studyId } from './ids.ts'
import {
  audienceMember,
  hoursExport,
  hoursFilter,
  hoursRow,
  memberHours,
  newStudy,
  studyChange,
  studyCountFilter,
  studyCounts,
  studyExport,
  studyFilter,
  studyRecord,
  studyReopening,
  studyRow,
} from './studies.ts'

const one = z.strictObject({ id: studyId })

export const studiesContract = contract('studies', {
  /** `sum`: person-minutes of the closed ones among all rows of the filter. */
  list: read('/studies', {
    query: studyFilter,
    returns: pageOf(studyRow).extend({ sum: z.number().int() }),
    access: inScope('studies.read'),
  }),
  /** Series in use, for the filter and the form. */
  series: read('/studies/series', {
    query: z.strictObject({ organization: organizationId.optional() }),
    returns: z.array(z.object({ series: z.string(), total: z.number().int() })),
    access: inScope('studies.read'),
  }),
  counts: read('/studies/counts', {
    query: studyCountFilter,
    returns: studyCounts,
    access: inScope('studies.read'),
  }),
  /** Party members of an organization and below as the roster stood on the day: who can be invited. */
  audience: read('/studies/audience', {
    query: z.strictObject({ organization: organizationId, on: day }),
    returns: z.array(audienceMember),
    access: inScope('studies.record'),
  }),
  /** Members' hours of a year against 32 and 56; `sum` of minutes, `below` how many fall short. */
  hoursList: read('/studies/hours', {
    query: hoursFilter,
    returns: pageOf(hoursRow).extend({
      sum: z.number().int(),
      below: z.number().int(),
      hourMinutes: z.number().int(),
    }),
    access: inScope('studies.read'),
  }),
  /** The rows of `list` as a file. A write, since it stands in the audit log who took what away; not kept for repeats. */
  exportList: write('/studies/export', {
    body: studyExport,
    returns: csvFile,
    access: inScope('studies.read'),
    audit: 'study.exported',
    secret: true,
  }),
  /** The rows of `hoursList` as a file: in its order, never by hours. */
  exportHoursList: write('/studies/hours/export', {
    body: hoursExport,
    returns: csvFile,
    access: inScope('studies.read'),
    audit: 'study.hours-list-exported',
    secret: true,
  }),
  exportHours: write('/studies/hours/:id/export', {
    params: z.strictObject({ id: memberId }),
    body: z.strictObject({ year }),
    returns: csvFile,
    access: inScope('studies.read'),
    audit: 'study.hours-exported',
    secret: true,
  }),
  /** One member's hours and where each came from. */
  hours: read('/studies/hours/:id', {
    params: z.strictObject({ id: memberId }),
    query: z.strictObject({ year }),
    returns: memberHours,
    access: inScope('studies.read'),
  }),
  show: read('/studies/:id', {
    params: one,
    returns: studyRecord,
    access: inScope('studies.read'),
  }),
  create: write('/studies', {
    body: newStudy,
    returns: studyRecord,
    access: inScope('studies.record'),
    audit: 'study.created',
  }),
  change: change('/studies/:id', {
    params: one,
    body: studyChange,
    returns: studyRecord,
    access: inScope('studies.record'),
    audit: 'study.changed',
  }),
  /** Only a plan; what was held stays. */
  discard: remove('/studies/:id', {
    params: one,
    returns: done,
    access: inScope('studies.record'),
    audit: 'study.discarded',
  }),
  close: write('/studies/:id/close', {
    params: one,
    returns: studyRecord,
    access: inScope('studies.record'),
    audit: 'study.closed',
    versioned: true,
  }),
  /**
   * One step back with a reason: a closed activity that holds an error is open again and counts anew when it is
   * closed; one recorded as held by mistake is a plan again, whose people are only invited.
   */
  reopen: write('/studies/:id/reopen', {
    params: one,
    body: studyReopening,
    returns: studyRecord,
    access: inScope('studies.record'),
    audit: 'study.reopened',
    versioned: true,
  }),
})
