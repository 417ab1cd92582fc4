import { Link } from 'react-router'
import type { AttendanceStatus, Roster } from '#domain/meetings.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Mark as Sign, type MarkName } from '#ui/Mark.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { countsWritten } from './content.ts'
import { MissingPerson, type MissedDuty } from './MissingPerson.tsx'
import { standIns } from './standIns.ts'
import './attendance.css'
import type { Mark, Sheet } from './sheet.ts'

interface AttendanceFieldsProps {
  card: OrganizationCard
  roster: Roster | undefined
  failed: boolean
  sheet: Sheet
  onChange: (change: Partial<Sheet>) => void
}

const next: Record<AttendanceStatus, AttendanceStatus> = {
  present: 'leave',
  leave: 'absent',
  absent: 'present',
}
const signs: Record<AttendanceStatus, MarkName> = {
  present: 'check',
  leave: 'half',
  absent: 'cross',
}

/** Everybody was present until one press says otherwise; the reason opens right below the person. */
export function AttendanceFields({ card, roster, failed, sheet, onChange }: AttendanceFieldsProps) {
  const { meetings: t } = useText()
  const keep = useKeepScope()
  if (!roster)
    return failed ? <p className="mt-note">{t.editor.rosterFailed}</p> : <SkeletonLines lines={4} />
  if (roster.entries.length === 0)
    return (
      <p className="mt-note">
        {t.editor.rosterEmpty[roster.basis]}{' '}
        {roster.basis === 'members' ? null : (
          <Link to={keep(paths.organizations({ node: card.id }))}>{t.editor.toPosts}</Link>
        )}
      </p>
    )

  const put = (id: string, mark: Mark | null) => {
    const { [id]: _, ...others } = sheet.marks
    onChange({ marks: mark ? { ...others, [id]: mark } : others })
  }
  const mayWrite = countsWritten(sheet)
  const missedDuties = (id: string): MissedDuty[] =>
    (['chair', 'recorder'] as const)
      .filter((key) => sheet[key]?.id === id)
      .map((key) => ({
        key,
        choices: standIns(key, sheet, roster.entries, card),
        onChoose: (person) => onChange({ [key]: person }),
      }))
  return (
    <>
      <p className="mt-hint">
        {t.editor.rosterHints[roster.basis]} {t.editor.attendanceHint}
      </p>
      <ul className="mt-people">
        {roster.entries.map(({ memberId, name, stage, hasVote }) => {
          const mark = sheet.marks[memberId]
          const status: AttendanceStatus = mark?.status ?? 'present'
          const step = () => {
            const to = next[status]
            put(
              memberId,
              to === 'present' ? null : { reason: '', writtenOpinion: false, ...mark, status: to },
            )
          }
          return [
            <li key={memberId}>
              <button type="button" className="mt-person" data-status={status} onClick={step}>
                <span className="mt-person-name">{name}</span>
                {stage === 'full' && hasVote ? null : (
                  <small>{stage === 'full' ? t.noVote : t.stages[stage]}</small>
                )}
                <span className="mt-person-status">
                  <Sign name={signs[status]} />
                  {t.attendanceWords[status]}
                </span>
              </button>
            </li>,
            mark ? (
              <li key={`${memberId} mark`} className="mt-missing">
                <MissingPerson
                  id={memberId}
                  name={name}
                  mayWrite={mayWrite && hasVote}
                  mark={mark}
                  onChange={(to) => put(memberId, to)}
                  duties={missedDuties(memberId)}
                />
              </li>
            ) : null,
          ]
        })}
      </ul>
    </>
  )
}
