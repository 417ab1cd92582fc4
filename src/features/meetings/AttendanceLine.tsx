import { Link, useSearchParams } from 'react-router'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { writeUrlState } from '#lib/urlState.ts'
import { FailedLine } from '#parts/FailedLine.tsx'
import { attendanceRate, countedRows, useAttendance } from '#parts/useAttendance.ts'
import { listState, none } from './listState.ts'

interface AttendanceLineProps {
  organizationId: string
  year: number
}

/** 参会率 of the scope and year, with what it is and the way to the meetings it is counted from. */
export function AttendanceLine({ organizationId, year }: AttendanceLineProps) {
  const t = useText().meetings.attendanceLine
  const [search] = useSearchParams()
  const { sum, asked } = useAttendance(organizationId, year)
  if (asked.isError) return <FailedLine queries={[asked]} what={t.rate(year)} />
  const to = writeUrlState(listState, search, { ...none, ...countedRows, open: undefined })
  // Its place is there before its numbers are.
  return (
    <p className="mt-rate">
      {sum ? (
        <>
          <Link className="sc-link" to={{ search: to.toString() }}>
            {t.rate(year)} <b>{attendanceRate(sum)}</b>
          </Link>
          <span>{t.parts(number(sum.present), number(sum.expected), number(sum.meetings))}</span>
          <small>{t.definition}</small>
        </>
      ) : null}
    </p>
  )
}
