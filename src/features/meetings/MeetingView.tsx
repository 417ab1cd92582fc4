import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Failed } from '#parts/Failed.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { asMeetingId } from './listState.ts'
import { MeetingActions } from './MeetingActions.tsx'
import { MeetingDocument } from './MeetingDocument.tsx'
import { NextSteps } from './NextSteps.tsx'
import './meetings.css'
import './document.css'

interface MeetingViewProps {
  id: string
  /** Beside the list: narrower, with the way to the record's own page. */
  aside?: boolean
}

/** A record with what can be done to it; beside the list and on its own page. */
export default function MeetingView({ id, aside = false }: MeetingViewProps) {
  const { meetings: t } = useText()
  const keep = useKeepScope()
  const record = useQuery(
    queryOptionsOf(meetingsContract.show, { params: { id: asMeetingId(id) } }),
  )
  if (record.isError) return <Failed query={record} title={t.show.loadFailed} />
  if (!record.data) return <SkeletonLines lines={12} />
  return (
    <>
      {aside ? (
        <p className="mt-open">
          <Link to={keep(paths.meeting(id))}>{t.actions.open}</Link>
        </p>
      ) : null}
      <Loaded record={record.data} aside={aside} />
    </>
  )
}

function Loaded({ record, aside }: { record: MeetingRecord; aside: boolean }) {
  return (
    <>
      <MeetingActions record={record} aside={aside} />
      <NextSteps record={record} />
      <MeetingDocument record={record} aside={aside} />
    </>
  )
}
