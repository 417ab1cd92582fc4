import { monthOf } from '#domain/dates.ts'
import {
  studyKind,
  type StudyCountFilter,
  type StudyKind,
  type StudyRecord,
} from '#domain/studies.ts'
import { addCounts } from '#server/counts/deltas.ts'
import { readCounts } from '#server/counts/read.ts'
import type { Door } from '#server/door.ts'
import { countClosedRows } from './queries.ts'

const kindOf = (kind: StudyKind) => `study:${kind}`

type Counted = Pick<StudyRecord, 'organizationId' | 'heldOn' | 'kind' | 'personMinutes'>

/** A closed activity counts once, with the minutes of all who came; opening it again takes that back. */
export async function countClosed(door: Door, record: Counted, sign: 1 | -1): Promise<void> {
  await addCounts(door.db, record.organizationId, [
    {
      month: monthOf(record.heldOn),
      kind: kindOf(record.kind),
      count: sign,
      minutes: sign * record.personMinutes,
    },
  ])
}

/** Closed activities of an organization and all below it, by month and kind: a whole year is in the counts already. */
export async function countStudies(door: Door, filter: StudyCountFilter) {
  const { organization, year, ...narrower } = filter
  const isWhole = Object.values(narrower).every((value) => value === undefined)
  const cells =
    isWhole && year !== undefined
      ? await countYear(door, organization, year)
      : await countClosedRows(door, filter)
  return { cells }
}

async function countYear(door: Door, organizationId: string, year: number) {
  const kinds = studyKind.options
  const cells = await readCounts(door.db, {
    organizationId,
    from: `${year}-01`,
    to: `${year}-12`,
    kinds: kinds.map(kindOf),
  })
  return cells.flatMap(({ month, kind, count, minutes }) =>
    kinds
      .filter((one) => kindOf(one) === kind)
      .map((one) => ({ month, kind: one, count, minutes })),
  )
}
