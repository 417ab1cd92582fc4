import type { Kysely } from 'kysely'
import { monthOf, type Day } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Duty } from '#domain/rules/duties.ts'
import { addCounts, type CountChange } from '#server/counts/deltas.ts'
import { bookHeld, writeHeld, type HeldMeeting } from '#server/counts/held.ts'
import type { Tables } from '#server/db/tables.ts'
import { testNow } from './world.ts'

interface NewMeeting {
  at: { id: string }
  by: string
  types: readonly Duty[]
  on: string
  status?: HeldMeeting['status']
  assessmentYear?: number
  late?: boolean
  /** What it adds to the counts, in the same transaction; nothing unless said. */
  counted?: readonly CountChange[]
}

/** What a signed record of this file adds to the counts. */
export function countedAs(types: readonly Duty[], on: Day): CountChange[] {
  const month = monthOf(on)
  return [
    ...types.map((type) => ({ month, kind: `meeting:${type}`, count: 1 })),
    { month, kind: 'meetings', count: 1 },
    { month, kind: 'attendance:expected', count: 9 },
    { month, kind: 'attendance:present', count: 8 },
  ]
}

/** A record straight into the tables, with its numbers for the duties; `by` is a member. */
export async function addMeeting(db: Kysely<Tables>, given: NewMeeting): Promise<string> {
  const {
    at,
    by,
    types,
    on,
    status = 'signed',
    assessmentYear = null,
    late = false,
    counted = [],
  } = given
  const id = newId()
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('meeting')
      .values({
        id,
        organization_id: at.id,
        types: [...types],
        title: '会议',
        held_on: on,
        started_at: '09:00',
        place: '会议室',
        chair_id: by,
        recorder_id: by,
        assessment_year: assessmentYear,
        agenda: '[]',
        guests: '[]',
        speeches: '[]',
        resolutions: '[]',
        status,
        entered_late: late,
        expected: 9,
        present: 8,
        created_by: by,
        created_at: testNow,
      })
      .execute()
    const held = { organizationId: at.id, types, heldOn: on, assessmentYear, status }
    await writeHeld(trx, bookHeld(new Map(), null, { ...held, enteredLate: late }))
    await addCounts(trx, at.id, counted)
  })
  return id
}
