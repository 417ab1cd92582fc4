import type { Day } from '#domain/dates.ts'
import type { CellCounts } from './duties.ts'
import { within } from './periods.ts'

/** A 组织生活会 that a group held for one 年度 while it stood in the branch. */
export interface GroupMeeting {
  groupId: string
  on: Day
  /** Signed or archived. */
  counted: boolean
  /** Entered in time. */
  prompt: boolean
}

/** A stretch of days in which a group stood in the branch; `to` null: it still does. */
export interface GroupStretch {
  groupId: string
  name: string
  from: Day
  to: Day | null
}

/** How far the groups of a branch have come. */
export interface GroupRound {
  /** How many groups held one; and who of those that stood there at the time did not, by name. */
  held: number
  missing: string[]
  /** What it comes to for the branch: one meeting, or none. */
  counts: CellCounts
}

/**
 * 支部工作条例 Art. 17: a branch may hold its 组织生活会 as group meetings. It has held it when every group that stood in it
 * at the time has; the time is the day on which the last of them held its first. A group that is founded or comes after that
 * day is not asked, nor one that was closed or had left before it. Null where no group has held one.
 */
export function groupRound(
  stretches: readonly GroupStretch[],
  meetings: readonly GroupMeeting[],
): GroupRound | null {
  if (meetings.length === 0) return null
  const counted = meetings.filter((one) => one.counted)
  const missing = missingOf(stretches, counted.length > 0 ? counted : meetings, counted)
  const isWhole = (those: readonly GroupMeeting[]) =>
    those.length > 0 && missingOf(stretches, those, those).length === 0
  const isKept = isWhole(counted)
  return {
    held: new Set(counted.map(({ groupId }) => groupId)).size,
    missing,
    counts: {
      held: isKept ? 1 : 0,
      prompt: isWhole(counted.filter(({ prompt }) => prompt)) ? 1 : 0,
      awaiting: !isKept && isWhole(meetings) ? 1 : 0,
    },
  }
}

/** Names of the groups that stood there at the time of these meetings and held none of those. */
function missingOf(
  stretches: readonly GroupStretch[],
  meetings: readonly GroupMeeting[],
  those: readonly GroupMeeting[],
): string[] {
  const time = lastFirst(meetings)
  const done = new Set(those.map(({ groupId }) => groupId))
  return stretches
    .filter((span) => within(time, span) && !done.has(span.groupId))
    .map(({ name }) => name)
}

/** The day on which the last of the groups held its first. */
function lastFirst(meetings: readonly GroupMeeting[]): Day {
  const firsts = new Map<string, Day>()
  for (const { groupId, on } of meetings) {
    const known = firsts.get(groupId)
    if (known === undefined || on < known) firsts.set(groupId, on)
  }
  return [...firsts.values()].reduce((last, on) => (on > last ? on : last), '')
}
