import type { RawBuilder, Transaction } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { Tables } from '#server/db/tables.ts'

/** By kind twelve numbers, January first. Organizations that stand alike may share one. */
export type OwnCounts = ReadonlyMap<string, readonly number[]>

export interface RecountAsked {
  /** Condition on `o`, an organization. */
  scope: RawBuilder<boolean>
  year: number
  today: Day
}

/**
 * Counts of a year that follow from the state of things, as who belongs to an organization and what it owes:
 * there is no record whose writing would change them by one. They are made from the state, organization by
 * organization, and kept as other counts are, for all that stand above.
 */
export interface Recount {
  /** How its kinds begin. */
  prefix: string
  /** The counts of each organization of the scope, without those below it. An organization without any may be left out. */
  count: (db: Transaction<Tables>, asked: RecountAsked) => Promise<Map<string, OwnCounts>>
}

export const monthIndexes = Array.from({ length: 12 }, (_, index) => index)

/** `month` 1–12. */
export const monthKey = (year: number, month: number): string =>
  `${year}-${String(month).padStart(2, '0')}`
