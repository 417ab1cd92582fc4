import { z } from 'zod'
import { educationFilter, followUpState, talkFilter, talkKind } from '#domain/integrity.ts'
import {
  responsibilityFilter,
  responsibilityLayer,
  responsibilityState,
} from '#domain/responsibilities.ts'

export const views = [
  'coverage',
  'people',
  'educations',
  'measures',
  'responsibilities',
  'own',
  'talks',
  'followUps',
] as const
/** Late is loud. */
export const followUpTones = { open: 'info', overdue: 'danger', done: 'success' } as const

/** What a write of this page may make old: talks, and everything else. */
export const touched = ['integrity', 'talks']

export type View = (typeof views)[number]

/** All that the address says of the page; what a view does not use stays out of it. */
export const integrityState = z.object({
  view: z.enum(views).optional(),
  page: educationFilter.shape.page,
  size: educationFilter.shape.size,
  q: educationFilter.shape.q,
  withdrawn: z.enum(['true']).optional(),
  layer: responsibilityLayer.optional(),
  state: responsibilityState.optional(),
  owner: responsibilityFilter.shape.owner,
  awaiting: z.enum(['true']).optional(),
  unconfirmed: talkFilter.shape.unconfirmed,
  /** Of the 责任清单: what is late or soon will be. */
  due: z.enum(['true']).optional(),
  /** Of the follow-ups of 警示教育: what was due in the year, done or not. */
  ofYear: z.enum(['true']).optional(),
  /** Of the same two: what the account itself may do. */
  hand: z.enum(['true']).optional(),
  /** Of every year, as what waits is asked. */
  any: z.enum(['true']).optional(),
  /** Of the talks: only with those in posts whom 谈话覆盖率 counts. */
  officers: z.enum(['true']).optional(),
  kind: talkKind.optional(),
  followUp: followUpState.optional(),
  reached: z.enum(['true', 'false']).optional(),
  sort: z.string().optional(),
  open: z.uuid().optional(),
})
export type IntegrityState = z.output<typeof integrityState>
export type SetState = (change: Partial<IntegrityState>, options?: { replace?: boolean }) => void
