import type { OrganizationCard } from '#domain/organizations.ts'
import { termYears } from '#domain/rules/structure.ts'
import { dayInProse, instantInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import type { Action } from './ActionForm.tsx'
import { Verdicts } from './Suggestions.tsx'

interface TermSectionProps {
  card: OrganizationCard
  right: string | null
  onAction: (action: Action) => void
}

/** The running term, where it stands on the ladder of reminders, and what can be recorded about it. */
export function TermSection({ card, right, onAction }: TermSectionProps) {
  const { organizations: t } = useText()
  const { term } = card
  const years = termYears(card.kind, card.branchKind)
  if (years === null && !term) {
    return (
      <Section title={t.term.heading}>
        <p className="og-none">{card.kind === 'group' ? t.term.group : t.term.temporary}</p>
      </Section>
    )
  }
  const start = years === null ? t.reasons.noTerm : right
  return (
    <Section
      title={t.term.heading}
      extra={
        <span className="og-buttons">
          {term
            ? (['correctTerm', 'extendTerm'] as const).map((name) => (
                <ReasonButton
                  key={name}
                  size="small"
                  reason={right}
                  onClick={() => onAction({ name, term })}
                >
                  {t.actions[name]}
                </ReasonButton>
              ))
            : null}
          <ReasonButton size="small" reason={start} onClick={() => onAction({ name: 'startTerm' })}>
            {term ? t.actions.startTerm : t.actions.startFirstTerm}
          </ReasonButton>
        </span>
      }
    >
      {term ? (
        <>
          <KeyValue
            items={[
              { label: t.term.start, value: term.startedOn },
              { label: t.term.end, value: term.endsOn },
              ...(term.extendedTo
                ? [
                    { label: t.term.extended, value: term.extendedTo },
                    { label: t.term.document, value: term.extensionDocument },
                  ]
                : []),
            ]}
          />
          <Verdicts verdicts={card.verdicts.filter(({ code }) => code.startsWith('term.'))} />
          {term.corrections.map((one) => (
            <p key={one.at} className="og-corrected">
              {t.term.corrected(instantInProse(one.at), one.by)}{' '}
              {t.term.correctedFrom(dayInProse(one.startedOn), dayInProse(one.endsOn), one.reason)}
              {one.extendedTo && !term.extendedTo ? (
                <>
                  {' '}
                  {t.term.extensionFrom(dayInProse(one.extendedTo), one.extensionDocument ?? '')}
                </>
              ) : null}
            </p>
          ))}
        </>
      ) : (
        <p className="og-none">
          {t.term.none}
          <small>{t.term.noneText}</small>
        </p>
      )}
    </Section>
  )
}
