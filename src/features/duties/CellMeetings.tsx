import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Duty } from '#domain/duties.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRow } from '#domain/meetings.ts'
import { dayInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'

interface CellMeetingsProps {
  organizationId: string
  duty: Duty
  period: string
  /** Also those of the groups below. */
  withGroups: boolean
}

/** The very meetings that the cell counts, and those that wait for their signature. */
export function CellMeetings({ organizationId, duty, period, withGroups }: CellMeetingsProps) {
  const { duties: t } = useText()
  const query = {
    organization: organizationId,
    ...(!withGroups && { direct: 'true' as const }),
    types: [duty],
    period,
    size: 50,
  }
  const counted = useQuery(queryOptionsOf(meetingsContract.list, { query }))
  const waiting = useQuery(
    queryOptionsOf(meetingsContract.list, {
      query: { ...query, statuses: ['draft', 'submitted'] },
    }),
  )

  const failed = [counted, waiting].find(({ isError }) => isError)
  if (failed)
    return (
      <StateBlock
        kind="error"
        title={t.panel.failed}
        text={failed.error?.message}
        onRetry={() => void failed.refetch()}
      />
    )
  if (!counted.data || !waiting.data) return <SkeletonLines lines={4} />
  return (
    <>
      <h3>{t.panel.counted(counted.data.total)}</h3>
      {counted.data.total === 0 ? (
        <p className="du-quiet">{t.panel.countedNone}</p>
      ) : (
        <Meetings rows={counted.data.rows} />
      )}
      {waiting.data.total > 0 ? (
        <>
          <h3>{t.panel.waiting(waiting.data.total)}</h3>
          <Meetings rows={waiting.data.rows} />
        </>
      ) : null}
    </>
  )
}

function Meetings({ rows }: { rows: readonly MeetingRow[] }) {
  const { duties: t } = useText()
  return (
    <ul className="du-meetings">
      {rows.map((meeting) => (
        <li key={meeting.id}>
          <Link className="sc-link" to={paths.meeting(meeting.id)}>
            {meeting.title}
          </Link>
          <small>
            <span>{dayInTable(meeting.heldOn)}</span>
            <span>{t.panel.present(meeting.present, meeting.expected)}</span>
            <span>{t.panel.statuses[meeting.status]}</span>
            {meeting.enteredLate ? <span>{t.states.late}</span> : null}
          </small>
        </li>
      ))}
    </ul>
  )
}
