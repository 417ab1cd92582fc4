import { monthOf } from '#domain/dates.ts'
import { meetingType, type MeetingRecord, type MeetingType } from '#domain/meetings.ts'
import { addCounts } from '#server/counts/deltas.ts'
import { readCounts } from '#server/counts/read.ts'
import type { Door } from '#server/door.ts'

const kindOf = (type: MeetingType) => `meeting:${type}`
/** Each meeting once, whatever its types. */
const once = 'meetings'
const expected = 'attendance:expected'
const present = 'attendance:present'

/**
 * A signed meeting counts once for each of its types, its attendance once, in the month it was held.
 * @param times -1 takes it back
 */
export async function countSigned(
  door: Door,
  record: MeetingRecord,
  times: 1 | -1 = 1,
): Promise<void> {
  const month = monthOf(record.heldOn)
  await addCounts(door.db, record.organizationId, [
    ...record.types.map((type) => ({ month, kind: kindOf(type), count: times })),
    { month, kind: once, count: times },
    { month, kind: expected, count: times * record.expected },
    { month, kind: present, count: times * record.present },
  ])
}

/** The year's signed meetings of an organization and all below it, by month. */
export async function countMeetings(door: Door, organizationId: string, year: number) {
  const types = meetingType.options
  const cells = await readCounts(door.db, {
    organizationId,
    from: `${year}-01`,
    to: `${year}-12`,
    kinds: [...types.map(kindOf), once, expected, present],
  })
  const count = (month: string, kind: string) =>
    cells.find((cell) => cell.month === month && cell.kind === kind)?.count ?? 0
  const months = [...new Set(cells.map(({ month }) => month))]
  return {
    organizationId,
    year,
    cells: months.flatMap((month) =>
      types
        .map((type) => ({ month, type, count: count(month, kindOf(type)) }))
        .filter((cell) => cell.count !== 0),
    ),
    attendance: months.map((month) => ({
      month,
      meetings: count(month, once),
      expected: count(month, expected),
      present: count(month, present),
    })),
  }
}
