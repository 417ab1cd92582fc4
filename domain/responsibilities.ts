import { z } from 'zod'
import { day, flag, line, many, version, year } from './common.ts'
import { paging, sortBy } from './contract.ts'
import { memberId, organizationId, responsibilityId } from './ids.ts'

/** 一把手负总责, 分管领导各负其责, 科室负责人齐抓共管. */
export const responsibilityLayer = z.enum(['first-secretary', 'deputy', 'section-head'])
export type ResponsibilityLayer = z.infer<typeof responsibilityLayer>

/** One item of the 责任清单. */
export const newResponsibility = z.strictObject({
  organizationId,
  year: z.number().int().min(1949).max(2100),
  layer: responsibilityLayer,
  title: line(2, 200),
  ownerId: memberId,
  dueOn: day,
})
export type NewResponsibility = z.output<typeof newResponsibility>

/** reported: its owner handed in what was done, which waits to be checked. */
export const responsibilityState = z.enum(['open', 'overdue', 'reported', 'done'])

/** `doneOn` and `evidence`: what was handed in, verified or taken back; `reason`: why it was returned or reopened. */
export const responsibilityEvent = z.object({
  at: z.string(),
  action: z.enum(['reported', 'returned', 'checked', 'reopened']),
  by: z.string(),
  doneOn: day.nullable(),
  evidence: z.string().nullable(),
  reason: z.string().nullable(),
})
export type ResponsibilityEvent = z.infer<typeof responsibilityEvent>

export const responsibility = z.object({
  id: responsibilityId,
  organizationId,
  organizationName: z.string(),
  year: z.number().int(),
  layer: responsibilityLayer,
  title: z.string(),
  ownerId: memberId,
  ownerName: z.string(),
  dueOn: day,
  doneOn: day.nullable(),
  /** 落实佐证. */
  evidence: z.string().nullable(),
  checkedBy: z.string().nullable(),
  /** The day on which the owner says it was done, and the owner's 佐证; both or neither. They stay when it is returned. */
  reportedOn: day.nullable(),
  report: z.string().nullable(),
  /** Why the last report was returned, until it is handed in anew. */
  returnReason: z.string().nullable(),
  state: responsibilityState,
  /** What happened to it, oldest first. */
  events: z.array(responsibilityEvent),
  /** The reader's office reaches it: one may look further than record. */
  mayRecord: z.boolean(),
  version,
})
export type Responsibility = z.infer<typeof responsibility>

export const responsibilityFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  year: year.optional(),
  layers: many(responsibilityLayer),
  states: many(responsibilityState),
  /** What is to be done now: reported or returned, or due within `daysToRemind` or past; nothing that is done. */
  due: flag,
  /** Only those that the account itself may check. */
  hand: flag,
  /** Whose items: the one who answers for them. */
  owner: memberId.optional(),
  sort: sortBy('dueOn', 'organization').default('dueOn'),
})
export type ResponsibilityFilter = z.output<typeof responsibilityFilter>

/** The asker's own items, wherever they stand. */
export const ownResponsibilityFilter = responsibilityFilter.pick({
  page: true,
  size: true,
  states: true,
  due: true,
})
export type OwnResponsibilityFilter = z.output<typeof ownResponsibilityFilter>

export const checking = z.strictObject({ doneOn: day, evidence: line(2, 500) })

/** Why an item cannot be verified or returned by this person; null when it can. Nobody verifies what they answer for. */
export const whyNotVerify = (
  { ownerId }: Pick<Responsibility, 'ownerId'>,
  actorMemberId: string | null,
): string | null =>
  ownerId === actorMemberId ? '不能核实或退回本人负责的事项，请由其他负责人办理' : null
