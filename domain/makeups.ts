import { z } from 'zod'
import { day, flag, line, many, search, version } from './common.ts'
import { paging, sortBy } from './contract.ts'
import { makeupId, meetingId, memberId, organizationId } from './ids.ts'

/** 补学: owed by whoever missed a meeting, from its signature on. */
export const makeupState = z.enum(['open', 'overdue', 'done'])
export const makeup = z.object({
  id: makeupId,
  organizationId,
  meetingId,
  meetingTitle: z.string(),
  heldOn: day,
  memberId,
  memberName: z.string(),
  organizationName: z.string(),
  dueOn: day,
  doneOn: day.nullable(),
  how: z.string().nullable(),
  state: makeupState,
  /** Whether the account's right to confirm reaches the organ. */
  mayConfirm: z.boolean(),
  /** Whether the person's own page opens to the reader. */
  mayOpen: z.boolean(),
  version,
})
export type Makeup = z.infer<typeof makeup>

/** When and how one or several caught up: a lesson held for all of them is written down once. */
export const makeupsDone = z.strictObject({
  makeups: z
    .array(z.strictObject({ id: makeupId, version }), '请选择补学的人')
    .min(1, '请选择补学的人')
    .max(200, '一次最多登记 200 人'),
  doneOn: day,
  how: line(2, 200),
})
export const makeupFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  member: memberId.optional(),
  meeting: meetingId.optional(),
  states: many(makeupState),
  /** Only the asker's own, wherever they were missed. */
  mine: flag,
  /** Only those that the asker may confirm. */
  hand: flag,
  q: search,
  /** Without it what is owed comes first, soonest due, and then what is done. */
  sort: sortBy('member', 'dueOn', 'heldOn').optional(),
})
export type MakeupFilter = z.output<typeof makeupFilter>
