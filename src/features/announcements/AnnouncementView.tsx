import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { announcementsContract } from '#domain/announcements.contract.ts'
import type { AnnouncementRecord } from '#domain/announcements.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { Failed } from '#parts/Failed.tsx'
import { typeNames } from '#parts/meetingNames.ts'
import { KeyValue } from '#ui/KeyValue.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { AnnouncementActions } from './AnnouncementActions.tsx'
import { Answers } from './Answers.tsx'
import { AskMe } from './AskMe.tsx'
import { stateTones } from './listColumns.tsx'
import { asAnnouncementId, standing } from './listState.ts'
import './announcements.css'

interface AnnouncementViewProps {
  id: string
  /** Beside the list: narrower, with the way to its own page. */
  aside?: boolean
}

/** An announcement with what the asker can do about it; beside the list and on its own page. */
export default function AnnouncementView({ id, aside = false }: AnnouncementViewProps) {
  const { announcements: t } = useText()
  const keep = useKeepScope()
  const record = useQuery(
    queryOptionsOf(announcementsContract.show, { params: { id: asAnnouncementId(id) } }),
  )
  if (record.isError) return <Failed query={record} title={t.loadFailed} />
  if (!record.data) return <SkeletonLines lines={10} />
  // Who answered what is told where it was announced and above: there are also the buttons.
  const office = record.data.attending !== null
  return (
    <div className="an-record">
      {aside ? (
        <Link className="sc-link" to={keep(paths.announcement(id))}>
          {t.open}
        </Link>
      ) : null}
      <Notes record={record.data} />
      {record.data.called && record.data.state === 'open' ? <AskMe record={record.data} /> : null}
      {office ? <AnnouncementActions record={record.data} /> : null}
      <Facts record={record.data} />
      {office ? <Answers record={record.data} /> : null}
    </div>
  )
}

/** What whoever has read an earlier notice must know first. */
function Notes({ record }: { record: AnnouncementRecord }) {
  const { announcements: t } = useText()
  const { state, changeReason, callOffReason } = record
  const notes = [
    callOffReason === null ? null : t.notes.calledOff(callOffReason),
    state === 'open' && changeReason !== null ? t.notes.changed(changeReason) : null,
    state === 'recorded' ? t.notes.recorded : null,
  ].filter((one) => one !== null)
  return notes.map((note) => (
    <p key={note} className="an-note">
      {note}
    </p>
  ))
}

function Facts({ record }: { record: AnnouncementRecord }) {
  const { announcements: t, meetings } = useText()
  const state = standing(record, useToday())
  return (
    <>
      <KeyValue
        items={[
          { label: t.columns.heldOn, value: t.when(record.heldOn, record.startedAt) },
          { label: t.columns.place, value: record.place },
          { label: t.columns.types, value: typeNames(record.types, meetings) },
          { label: t.columns.organization, value: record.organizationName },
          {
            label: t.columns.state,
            value: <StatusTag tone={stateTones[state]}>{t.states[state]}</StatusTag>,
          },
          ...(record.called
            ? [{ label: t.columns.mine, value: t.answers[record.answer ?? 'none'] }]
            : []),
          ...(record.reason === null
            ? []
            : [{ label: t.fields.leaveReason, value: record.reason, wide: true }]),
          {
            label: t.fields.agenda,
            wide: true,
            value:
              record.agenda.length === 0 ? null : (
                <ol className="an-agenda">
                  {record.agenda.map((topic) => (
                    <li key={topic}>{topic}</li>
                  ))}
                </ol>
              ),
          },
        ]}
      />
      <p className="an-quiet">
        {t.notes.by(record.announcedBy, instantInTable(record.announcedAt))}
      </p>
    </>
  )
}
