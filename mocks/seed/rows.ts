import type { Selectable } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { Tables } from '#server/db/tables.ts'

/** A row as the seed builds it: the columns' values as they are read, json not yet as text. */
export type SeedRow<T extends keyof Tables> = Partial<Selectable<Tables[T]>>

/** How the end of a stretch of history is stored: it holds up to the day before the next one begins. */
export const closedBy = (next: Day | null): Day | null => next
