import { daysBetween } from '#domain/dates.ts'
import type { MemberDetail } from '#domain/members.ts'
import { isOverdue } from '#domain/rules/membership.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { articleOf } from '#parts/articleOf.ts'
import { Button } from '#ui/Button.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import type { Preset } from './StatusForm.tsx'

interface TransferProps {
  member: MemberDetail
  /** Why the reader may not keep this roster; null when they may. */
  right: string | null
  /** Opens the change with what the press says. */
  onChange: (preset: Preset) => void
}

/** Of who is on the way (§4.4): the letter, how long it is still valid, and how it ends: received or returned. */
export function Transfer({ member, right, onChange }: TransferProps) {
  const { members: t } = useText()
  const today = useToday()
  const { letter } = member
  const isOut = member.relation === 'moving-out'
  const received: Preset = isOut ? { standing: 'transferred' } : { relation: 'registered' }
  const returned: Preset = isOut ? { relation: 'registered' } : { standing: 'transferred' }
  const late = letter !== null && isOverdue(letter.validUntil, today)
  return (
    <Section title={t.relations[member.relation]}>
      {late ? (
        <VerdictLine level="warning" article={articleOf('education-25')}>
          {t.transfer.overdue(daysBetween(letter.validUntil, today))}
        </VerdictLine>
      ) : null}
      {letter ? (
        <KeyValue
          items={[
            { label: t.transfer.number, value: letter.number },
            { label: isOut ? t.transfer.to : t.transfer.from, value: letter.other },
            { label: t.transfer.issuedOn, value: letter.issuedOn },
            { label: t.transfer.validUntil, value: letter.validUntil },
          ]}
        />
      ) : (
        <p className="mb-quiet">{t.transfer.none}</p>
      )}
      {right === null ? (
        <div className="mb-actions">
          <Button onClick={() => onChange(received)}>{t.transfer.received}</Button>
          <Button onClick={() => onChange(returned)}>{t.transfer.returned}</Button>
          <Button onClick={() => onChange({})}>
            {letter ? t.transfer.renew : t.transfer.record}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}
