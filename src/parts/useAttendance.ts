import { useQuery } from '@tanstack/react-query'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { countedStatuses } from '#domain/meetings.states.ts'
import { percent } from '#lib/format.ts'
import { queryOptionsOf } from '#lib/queries.ts'

/** For loaders, so that it is asked before anything stands. */
export const attendanceQuery = (organization: string, year: number) =>
  queryOptionsOf(meetingsContract.counts, { query: { organization, year } })

/** The meetings of a year that count, and 应到 and 实到 of them all; undefined until they are known. */
export function useAttendance(organization: string, year: number, enabled = true) {
  const found = useQuery({ ...attendanceQuery(organization, year), enabled })
  const sum = found.data?.attendance.reduce(
    (all, { meetings, expected, present }) => ({
      meetings: all.meetings + meetings,
      expected: all.expected + expected,
      present: all.present + present,
    }),
    { meetings: 0, expected: 0, present: 0 },
  )
  return { sum, asked: found }
}

/** 参会率: 实到 ÷ 应到, leave included in 应到 (handbook §12); a dash where nobody was expected. */
export const attendanceRate = ({ expected, present }: { expected: number; present: number }) =>
  expected === 0 ? '—' : percent(present / expected, 1)

/** The filter of the meeting list under which its rows are the meetings counted here. */
export const countedRows = { statuses: [...countedStatuses] }
