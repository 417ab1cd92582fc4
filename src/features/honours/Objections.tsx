import type { CampaignRecord } from '#domain/campaigns.ts'
import { useText } from '#lib/i18n.ts'
import { Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import type { OpenForm } from './StepForm.tsx'
import { useWhyNot } from './useMoves.ts'

interface ObjectionsProps {
  campaign: CampaignRecord
  onForm: (form: OpenForm) => void
}

/** What was said against a name on public notice, and the answer. Seen at the deciding organ alone. */
export function Objections({ campaign, onForm }: ObjectionsProps) {
  const { honours: t } = useText()
  const whyNot = useWhyNot(campaign)
  return (
    <Section title={t.objections}>
      {campaign.objections.length === 0 ? <p className="hn-quiet">{t.noObjections}</p> : null}
      <ul className="hn-nominations">
        {campaign.objections.map((one) => (
          <li key={one.id}>
            <header>
              <strong>
                {t.objectionOn(one.subjectName, one.raisedOn, one.raisedBy ?? t.anonymous)}
              </strong>
              {one.answeredOn === null ? (
                <StatusTag tone="warning">{t.unanswered}</StatusTag>
              ) : (
                <StatusTag tone={one.upheld ? 'danger' : 'success'}>
                  {one.upheld ? t.upheld : t.dismissed}
                </StatusTag>
              )}
              {one.answeredOn === null ? (
                <span className="hn-item-actions">
                  <ReasonButton
                    size="small"
                    reason={whyNot('answer')}
                    onClick={() => onForm({ name: 'answer', objection: one })}
                  >
                    {t.actions.answer}
                  </ReasonButton>
                </span>
              ) : null}
            </header>
            <p>{one.text}</p>
            {one.answeredOn && one.answer ? (
              <p className="hn-reason">
                {t.answeredOn(one.answeredOn)} {one.answer}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
