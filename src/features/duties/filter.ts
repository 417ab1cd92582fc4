import { z } from 'zod'
import { duty, type Duty } from '#domain/duties.ts'
import type { HeldRole } from '#domain/session.ts'

export const views = ['matrix', 'due', 'exemptions'] as const
/** States by which the rows of the matrix can be narrowed. */
export const rowStates = ['missing', 'due', 'awaiting-signature', 'exempt'] as const

/** What the address of `/duties` says, beside the frame's scope and year. */
export const dutiesState = z.object({
  view: z.enum(views).default('matrix'),
  duty: duty.optional(),
  /** Only organs with a cell in this state. */
  states: z.enum(rowStates).optional(),
  /** One period only, as a cell of the cockpit counts it. */
  period: z.string().max(10).optional(),
  /** The open cell: `organization~period`, or `organization~rate` for its whole year. */
  open: z.string().optional(),
  /** Of the list of what is due: only what is missed, or only what is not. */
  overdue: z.enum(['true', 'false']).optional(),
  /** Of the same list: the frame's year alone, as the cockpit counts it, whatever of it can still be done. */
  ofYear: z.literal('true').optional(),
  /** Of the same list: one duty, organizations of a name, another order. */
  task: duty.optional(),
  q: z.string().max(60).optional(),
  sort: z.enum(['dueBy', '-dueBy', 'organ', '-organ']).default('dueBy'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
export type DutiesState = z.output<typeof dutiesState>

/** Column of the matrix that holds the completion rate. */
export const RATE = 'rate'

export const cellKey = (organizationId: string, column: string): string =>
  `${organizationId}~${column}`

export function readCellKey(
  key: string | undefined,
): { organizationId: string; column: string } | null {
  const [organizationId, column, ...rest] = key?.split('~') ?? []
  return organizationId && column && rest.length === 0 ? { organizationId, column } : null
}

/** The duty whose matrix is shown: a group owes one only; everything else opens with the assembly. */
export function shownDuty(
  { duty: chosen }: DutiesState,
  organization: string,
  roles: readonly HeldRole[],
): Duty {
  const held = roles.find(({ organizationId }) => organizationId === organization)
  return chosen ?? (held?.organizationKind === 'group' ? 'group-meeting' : 'general-meeting')
}
