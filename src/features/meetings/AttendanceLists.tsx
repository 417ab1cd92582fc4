import type { MeetingRecord } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { MemberName } from '#parts/MemberName.tsx'
import { StatusTag, Tag } from '#ui/Tags.tsx'

/** Who came, who did not and why, who sat in. */
export function AttendanceLists({ record: { attendance, guests } }: { record: MeetingRecord }) {
  const { meetings: t } = useText()
  const present = attendance.filter(({ status }) => status === 'present')
  const missing = attendance.filter(({ status }) => status !== 'present')
  return (
    <>
      <h3>{t.show.presentList(present.length)}</h3>
      <ul className="md-names">
        {present.map(({ memberId, name, mayOpen, stage, hasVote }) => (
          <li key={memberId}>
            <MemberName memberId={memberId} name={name} mayOpen={mayOpen} />
            {stage === 'full' && hasVote ? null : (
              <small>{stage === 'full' ? t.noVote : t.stages[stage]}</small>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 ? (
        <>
          <h3>{t.show.missingList(missing.length)}</h3>
          <ul className="md-missing">
            {missing.map(({ memberId, name, mayOpen, status, reason, writtenOpinion }) => (
              <li key={memberId}>
                <b>
                  <MemberName memberId={memberId} name={name} mayOpen={mayOpen} />
                </b>
                <StatusTag tone={status === 'leave' ? 'neutral' : 'warning'}>
                  {t.attendanceWords[status]}
                </StatusTag>
                <span>{reason}</span>
                {writtenOpinion ? <Tag>{t.show.written}</Tag> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {guests.length > 0 ? (
        <>
          <h3>{t.show.guestList(guests.length)}</h3>
          <ul className="md-names">
            {guests.map(({ name, capacity }) => (
              <li key={`${name} ${capacity}`}>
                {name}
                {capacity ? <small>{capacity}</small> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
