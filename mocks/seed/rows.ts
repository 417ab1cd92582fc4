import type { Selectable } from 'kysely'
import { addDays } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import type { Tables } from '#server/db/tables.ts'

/** A row as the seed builds it: the columns' values as they are read, json not yet as text. */
export type SeedRow<T extends keyof Tables> = Partial<Selectable<Tables[T]>>

/** How the end of a stretch of history is stored: its last day, the one before the next begins. */
export const closedBy = (next: Day | null): Day | null => (next === null ? null : addDays(next, -1))
