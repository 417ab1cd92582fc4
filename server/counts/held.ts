import { sql, type Transaction } from 'kysely'
import type { Day } from '#domain/dates.ts'
import { bookedTo, type Duty, type MeetingRef } from '#domain/rules/duties.ts'
import { ahead } from '#server/db/ahead.ts'
import type { Tables } from '#server/db/tables.ts'
import type { Door } from '#server/door.ts'
import { markOrganizations } from './recount/mark.ts'

/** What of a meeting the duties ask for; a `MeetingRecord` has it. */
export interface HeldMeeting {
  organizationId: string
  types: readonly Duty[]
  heldOn: Day
  assessmentYear: number | null
  status: MeetingRef['status']
  enteredLate: boolean
}

interface Row {
  year: number
  organization_id: string
  duty: Duty
  held: number[]
  late: number[]
  awaiting: number[]
}

const twelve = (): number[] => Array.from({ length: 12 }, () => 0)

/** What the meetings of one transaction add to the numbers of their organs, by row. */
export type HeldChanges = Map<string, Row>

const pending = new WeakMap<Transaction<Tables>, HeldChanges>()

/**
 * Whoever makes, changes or withdraws a meeting calls this once in the same transaction, with the
 * meeting as it was and as it is (null: it was not, or is no more). The difference is added to the numbers
 * of its organ at the transaction's end: all meetings of a branch share these rows, and who waits for them
 * then waits for a commit, not for all that comes before it.
 */
export function recordHeld(
  { db, atEnd }: Pick<Door, 'db' | 'atEnd'>,
  before: HeldMeeting | null,
  after: HeldMeeting | null,
): void {
  let changes = pending.get(db)
  if (!changes) {
    const made: HeldChanges = new Map()
    pending.set(db, (changes = made))
    atEnd(() => writeHeld(db, made))
  }
  bookHeld(changes, before, after)
}

/** The difference between a meeting as it was and as it is, added to `changes`. */
export function bookHeld(
  changes: HeldChanges,
  before: HeldMeeting | null,
  after: HeldMeeting | null,
): HeldChanges {
  if (before) book(changes, before, -1)
  if (after) book(changes, after, 1)
  return changes
}

/** In one statement and one order, so that two transactions cannot wait for each other. */
export async function writeHeld(db: Transaction<Tables>, changes: HeldChanges): Promise<void> {
  const changed = [...changes]
    .filter(([, row]) => [...row.held, ...row.late, ...row.awaiting].some((count) => count !== 0))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row)
  if (changed.length === 0) return
  await markOrganizations(
    db,
    changed.map(({ organization_id }) => organization_id),
  )
  await db
    .insertInto('held')
    .values(changed)
    .onConflict((conflict) =>
      conflict.columns(['year', 'organization_id', 'duty']).doUpdateSet({
        held: added('held'),
        late: added('late'),
        awaiting: added('awaiting'),
      }),
    )
    .modifyEnd(ahead)
    .execute()
}

function book(rows: Map<string, Row>, meeting: HeldMeeting, sign: 1 | -1): void {
  const { organizationId, heldOn: on, assessmentYear, status, enteredLate } = meeting
  for (const duty of new Set(meeting.types)) {
    const booked = bookedTo(duty, { on, assessmentYear })
    if (!booked) continue
    const key = `${booked.year} ${organizationId} ${duty}`
    const row = rows.get(key) ?? {
      year: booked.year,
      organization_id: organizationId,
      duty,
      held: twelve(),
      late: twelve(),
      awaiting: twelve(),
    }
    rows.set(key, row)
    const counts = status === 'signed' || status === 'archived'
    add(counts ? row.held : row.awaiting, booked.cell, sign)
    if (counts && enteredLate) add(row.late, booked.cell, sign)
  }
}

function add(numbers: number[], cell: number, sign: 1 | -1): void {
  numbers[cell - 1] = (numbers[cell - 1] ?? 0) + sign
}

const added = (column: 'held' | 'late' | 'awaiting') =>
  sql<
    number[]
  >`(select array_agg(a + b order by n) from unnest(${sql.ref(`held.${column}`)}, ${sql.ref(`excluded.${column}`)}) with ordinality as u (a, b, n))`
