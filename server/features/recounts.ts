import type { Recount } from '#server/counts/recount/recount.ts'
import { dutyRecount } from './duties/recount.ts'
import { rosterRecount } from './integrity/recount.ts'

/** Every count that is made from the state; a feature adds its own. */
export const recounts: readonly Recount[] = [dutyRecount, rosterRecount]
