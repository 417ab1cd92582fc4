import type { MemberRow, MemberStatus } from '#domain/members.ts'
import { isGone, isOverdue } from '#domain/rules/membership.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { StatusTag, Tag, type Tone } from '#ui/Tags.tsx'
import './record.css'

const standingTones = {
  suspended: 'warning',
  left: 'neutral',
  transferred: 'neutral',
  deceased: 'neutral',
} as const satisfies Record<string, Tone>
const rightsTones = { probation: 'warning', suspended: 'danger' } as const satisfies Record<
  string,
  Tone
>

type Status = MemberStatus & Pick<MemberRow, 'letterUntil' | 'leaving'>

const standingWord = ({ standing, leaving }: Status, t: Text['members']): string =>
  leaving ? t.leftBy(t.leavings[leaving]) : t.standings[standing]

/** The words of those tags, for where there are none. */
export function statusWords(status: Status, t: Text['members'], today: string): string[] {
  const { stage, standing, rights, relation, mobile, lost, letterUntil } = status
  return [
    t.stages[stage],
    ...(standing === 'normal' ? [] : [standingWord(status, t)]),
    ...(rights === 'normal' ? [] : [t.rightsWords[rights]]),
    ...(relation === 'registered' ? [] : [t.relations[relation]]),
    ...(isOverdue(letterUntil, today) ? [t.transfer.late] : []),
    ...(mobile ? [t.mobile] : []),
    ...(lost ? [t.lost] : []),
  ]
}

/** The axes of a status as small tags: the stage always, the others only where they differ from the usual. */
export function MemberTags({
  status,
  lostSince = null,
  on,
}: {
  status: Status
  lostSince?: string | null
  /** The past day whose status it is. */
  on?: string
}) {
  const { members: t } = useText()
  const today = useToday()
  const { stage, standing, rights, relation, mobile, lost, letterUntil } = status
  return (
    <span className="pt-tags">
      {stage === 'full' ? (
        <StatusTag tone="neutral" mark="check">
          {t.stages.full}
        </StatusTag>
      ) : stage === 'probationary' ? (
        <StatusTag tone="info" mark="half">
          {t.stages.probationary}
        </StatusTag>
      ) : (
        <Tag>{t.stages[stage]}</Tag>
      )}
      {standing === 'normal' ? null : (
        <StatusTag tone={standingTones[standing]} mark={isGone(standing) ? 'dash' : 'warn'}>
          {standingWord(status, t)}
        </StatusTag>
      )}
      {rights === 'normal' ? null : (
        <StatusTag tone={rightsTones[rights]}>{t.rightsWords[rights]}</StatusTag>
      )}
      {relation === 'registered' ? null : (
        <StatusTag tone="info" mark={relation === 'moving-out' ? 'right' : 'left'}>
          {t.relations[relation]}
        </StatusTag>
      )}
      {isOverdue(letterUntil, on ?? today) ? (
        <StatusTag tone="danger">{t.transfer.late}</StatusTag>
      ) : null}
      {mobile ? (
        <StatusTag tone="neutral" mark="sort">
          {t.mobile}
        </StatusTag>
      ) : null}
      {lost ? (
        <StatusTag tone="warning">{lostSince ? t.lostSince(lostSince) : t.lost}</StatusTag>
      ) : null}
    </span>
  )
}
