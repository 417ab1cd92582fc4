import { Fragment } from 'react'
import { Link } from 'react-router'
import type { CampaignRecord, Nomination } from '#domain/campaigns.ts'
import { isEligible } from '#domain/rules/honours.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { MemberName } from '#parts/MemberName.tsx'
import { Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag, type Tone } from '#ui/Tags.tsx'
import type { OpenForm } from './StepForm.tsx'
import { useWhyNot } from './useMoves.ts'
import { Verdicts } from './Verdicts.tsx'

const tones: Record<Nomination['status'], Tone> = {
  nominated: 'info',
  withdrawn: 'neutral',
  proposed: 'success',
  'not-proposed': 'neutral',
  excluded: 'danger',
  awarded: 'honour',
}

interface NominationsProps {
  campaign: CampaignRecord
  onForm: (form: OpenForm) => void
}

/** Who was put forward, with the ground, the votes and what the rules say. */
export function Nominations({ campaign, onForm }: NominationsProps) {
  const { honours: t } = useText()
  const { nominations, nominated } = campaign
  return (
    <Section
      title={t.nominations}
      extra={<small className="hn-quiet">{t.nominationsNote(nominated)}</small>}
    >
      {nominations.length === 0 ? (
        <StateBlock kind="empty" title={t.noNominations} text={t.noNominationsText} />
      ) : (
        <ul className="hn-nominations">
          {nominations.map((one) => (
            <li key={one.id} data-out={one.status === 'withdrawn' || one.status === 'excluded'}>
              <NominationItem campaign={campaign} nomination={one} onForm={onForm} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function NominationItem({
  campaign,
  nomination: one,
  onForm,
}: NominationsProps & { nomination: Nomination }) {
  const { honours: t, ui } = useText()
  const keep = useKeepScope()
  const can = useCan()
  const whyNot = useWhyNot(campaign)
  const lost = one.now.length > 0 && !isEligible(one.now)
  const verdicts = one.now.length > 0 ? one.now : one.verdicts
  return (
    <>
      <header>
        <strong>
          <MemberName memberId={one.memberId} name={one.subjectName} mayOpen={one.mayOpen} />
        </strong>
        <small>{one.organizationName}</small>
        <StatusTag tone={tones[one.status]}>{t.nominationStatus[one.status]}</StatusTag>
        {lost ? <StatusTag tone="danger">{t.nowLost}</StatusTag> : null}
        {one.yes === null ? null : <small>{t.votes(one.yes, one.no ?? 0, one.abstain ?? 0)}</small>}
        <span className="hn-item-actions">
          {one.status === 'nominated' && campaign.state === 'open' ? (
            <>
              <ReasonButton
                size="small"
                reason={whyNot('withdraw')}
                onClick={() => onForm({ name: 'changeNomination', nomination: one })}
              >
                {t.actions.changeNomination}
              </ReasonButton>
              <ReasonButton
                size="small"
                reason={whyNot('withdraw')}
                onClick={() => onForm({ name: 'withdraw', nomination: one })}
              >
                {t.actions.withdraw}
              </ReasonButton>
            </>
          ) : null}
          {one.status === 'proposed' && can('honours.manage') ? (
            <ReasonButton
              size="small"
              danger
              reason={whyNot('exclude')}
              onClick={() => onForm({ name: 'exclude', nomination: one })}
            >
              {t.actions.exclude}
            </ReasonButton>
          ) : null}
        </span>
      </header>
      {one.crew.length > 0 ? (
        <p>
          {t.form.crew}
          {ui.colon}
          {one.crew.map((person, at) => (
            <Fragment key={person.memberId}>
              {at > 0 ? ui.and : null}
              <MemberName {...person} />
            </Fragment>
          ))}
        </p>
      ) : null}
      <p>{one.citation}</p>
      {one.reason ? <p className="hn-reason">{one.reason}</p> : null}
      <p className="hn-quiet">
        {t.behind}
        {ui.colon}
        {one.meetingId ? (
          <Link className="sc-link" to={keep(paths.meeting(one.meetingId))}>
            {one.meetingLine}
          </Link>
        ) : (
          one.meetingLine
        )}
      </p>
      <details open={lost}>
        <summary>{t.verdictsOf(one.subjectName)}</summary>
        <Verdicts verdicts={verdicts} />
      </details>
    </>
  )
}
