import { sql } from 'kysely'
import {
  groupRound,
  type GroupMeeting,
  type GroupRound,
  type GroupStretch,
} from '#domain/rules/groupRounds.ts'
import type { Door } from '#server/door.ts'

interface Found {
  branch: string
  stretches: GroupStretch[]
  meetings: GroupMeeting[]
}

/** Of the branches in reach whose groups held 组织生活会 for a 年度: how far they have come (支部工作条例 Art. 17). */
export async function groupRounds(
  { db }: Pick<Door, 'db'>,
  year: number,
): Promise<ReadonlyMap<string, GroupRound>> {
  const { rows } = await sql<Found>`select * from group_rounds(${year})`.execute(db)
  return new Map(
    rows.flatMap(({ branch, stretches, meetings }) => {
      const round = groupRound(stretches, meetings)
      return round ? [[branch, round] as const] : []
    }),
  )
}
