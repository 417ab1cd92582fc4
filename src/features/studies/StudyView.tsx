import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { studiesContract } from '#domain/studies.contract.ts'
import type { StudyEvent, StudyRecord } from '#domain/studies.ts'
import { instantInTable, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useSession, useView } from '#lib/session.ts'
import { Failed } from '#parts/Failed.tsx'
import { PaperBook } from '#parts/PaperBook.tsx'
import { Printed } from '#parts/Printed.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StatusTag, type Tone } from '#ui/Tags.tsx'
import { Timeline } from '#ui/Timeline.tsx'
import { asStudyId } from './listState.ts'
import { statusTones } from './listColumns.tsx'
import { paperOf } from './paper.ts'
import { Results } from './Results.tsx'
import { StudyActions } from './StudyActions.tsx'
import { hoursOf } from './words.ts'
import './studies.css'

const eventTones: Partial<Record<StudyEvent['action'], Tone>> = {
  closed: 'success',
  reopened: 'warning',
  replanned: 'warning',
}

interface StudyViewProps {
  id: string
  /** Beside the list: narrower, with the way to the record's own page. */
  aside?: boolean
}

/** An activity with what can be done to it; beside the list and on its own page. */
export default function StudyView({ id, aside = false }: StudyViewProps) {
  const { studies: t } = useText()
  const keep = useKeepScope()
  const record = useQuery(queryOptionsOf(studiesContract.show, { params: { id: asStudyId(id) } }))
  if (record.isError) return <Failed query={record} title={t.loadFailed} />
  if (!record.data) return <SkeletonLines lines={12} />
  return (
    <div className="st-record">
      {aside ? (
        <Link className="sc-link" to={keep(paths.study(id))}>
          {t.open}
        </Link>
      ) : null}
      <StudyActions record={record.data} />
      <Facts record={record.data} columns={aside ? 2 : 3} />
      {record.data.kind === 'competition' ? <Results events={record.data.events} /> : null}
      <Audience record={record.data} />
      <History record={record.data} />
      <Paper record={record.data} />
    </div>
  )
}

function Facts({ record, columns }: { record: StudyRecord; columns: 2 | 3 }) {
  const { studies: t } = useText()
  const keep = useKeepScope()
  const { heldOn, endsOn, status, minutes, meetingId } = record
  return (
    <KeyValue
      columns={columns}
      items={[
        {
          label: t.columns.status,
          value: <StatusTag tone={statusTones[status]}>{t.statuses[status]}</StatusTag>,
        },
        { label: t.fields.kind, value: t.kinds[record.kind] },
        { label: t.fields.series, value: record.series },
        { label: t.fields.organization, value: record.organizationName },
        { label: t.fields.heldOn, value: endsOn ? t.days(heldOn, endsOn) : heldOn },
        { label: t.fields.place, value: record.place },
        { label: t.fields.lecturer, value: record.lecturer },
        {
          label: t.columns.minutes,
          value: t.minutesEach(number(minutes), hoursOf(minutes)),
        },
        {
          label: t.columns.personMinutes,
          value: status === 'planned' ? null : t.hours(hoursOf(record.personMinutes)),
        },
        ...(meetingId
          ? [
              {
                label: t.fields.meeting,
                wide: true,
                value: (
                  <>
                    {record.meetingTitle ? (
                      <Link className="sc-link" to={keep(paths.meeting(meetingId))}>
                        {record.meetingTitle}
                      </Link>
                    ) : (
                      t.hiddenMeeting
                    )}
                    <br />
                    <small>{t.inMeeting}</small>
                  </>
                ),
              },
            ]
          : []),
        ...(record.summary ? [{ label: t.fields.summary, value: record.summary, wide: true }] : []),
      ]}
    />
  )
}

function History({ record }: { record: StudyRecord }) {
  const { studies: t } = useText()
  return (
    <Section title={t.history}>
      <Timeline
        label={t.history}
        items={record.history.toReversed().map(({ at, action, by, reason }) => ({
          key: `${at} ${action}`,
          when: instantInTable(at),
          tone: eventTones[action] ?? 'neutral',
          title: t.events[action],
          text: [by, reason].filter(Boolean).join(' · '),
        }))}
      />
    </Section>
  )
}

/** What a press on 打印 and Ctrl+P put on paper. */
function Paper({ record }: { record: StudyRecord }) {
  const text = useText()
  const { name: bureau } = useView().installation
  const { name } = useSession()
  return (
    <Printed>
      {(at) => (
        <PaperBook
          book={paperOf(
            record,
            text,
            text.studies.paper.printed(bureau ?? '', name, instantInTable(at)),
          )}
        />
      )}
    </Printed>
  )
}

function Audience({ record }: { record: StudyRecord }) {
  const { studies: t } = useText()
  const { audience, guests, status, present, invited, guestCount } = record
  const planned = status === 'planned'
  if (audience.length + guests.length === 0) return null
  return (
    <Section
      title={t.fields.audience}
      extra={
        <small className="st-quiet">
          {planned ? t.invitedOnly(invited) : t.came(present - guestCount, invited, guestCount)}
        </small>
      }
    >
      <ul className="sc-people st-came">
        {audience.map((one) => (
          <li key={one.memberId} data-absent={!planned && !one.present}>
            {planned ? null : (
              <Mark
                name={one.present ? 'check' : 'cross'}
                label={one.present ? t.present : t.absent}
              />
            )}
            {one.name}{' '}
            <small>
              {one.minutes === null ? null : `${t.partly(one.minutes, record.minutes)} · `}
              {one.organizationName}
            </small>
          </li>
        ))}
        {guests.map(({ name, capacity, minutes }) => (
          <li key={`${name} ${capacity ?? ''}`}>
            {capacity ? t.guestOf(name, capacity) : name}{' '}
            {minutes === null ? null : <small>{t.partly(minutes, record.minutes)}</small>}
          </li>
        ))}
      </ul>
      {audience.length < invited ? <p className="st-quiet">{t.onlyYours}</p> : null}
    </Section>
  )
}
