import { Fragment } from 'react'
import { Link } from 'react-router'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import type { CampaignRecord, Nomination } from '#domain/campaigns.ts'
import { isEligible } from '#domain/rules/honours.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { currentView, useCan } from '#lib/session.ts'
import { wholeList } from '#lib/wholeList.ts'
import { MemberName } from '#parts/MemberName.tsx'
import { ExportButton } from '#ui/ExportButton.tsx'
import { Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import type { Column } from '#ui/table/columns.ts'
import { tableFile } from '#ui/table/text.ts'
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
      extra={
        <span className="hn-extra">
          <small className="hn-quiet">{t.nominationsNote(nominated)}</small>
          <NominationsFile campaign={campaign} />
        </span>
      }
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

/** All of them as a file, to who decides; what is listed here and in the same order. */
function NominationsFile({ campaign }: { campaign: CampaignRecord }) {
  const { honours: t, ui } = useText()
  if (!campaign.mayDecide || campaign.nominations.length === 0) return null
  const whole = wholeList(campaignsContract.nominations, { campaign: campaign.id })
  return (
    <ExportButton
      bare
      label={ui.export.label}
      ask={async (signal) => ({
        name: `${campaign.title}-${currentView().today}.csv`,
        text: tableFile(columnsOf(t, ui.and), await whole(signal)),
      })}
    />
  )
}

function columnsOf(t: Text['honours'], and: string): Column<Nomination>[] {
  const c = t.nominationColumns
  return [
    { key: 'subject', title: c.subject, render: (one) => one.subjectName },
    {
      key: 'crew',
      title: t.form.crew,
      render: ({ crew }) => crew.map(({ name }) => name).join(and),
    },
    { key: 'organization', title: c.organization, render: (one) => one.organizationName },
    { key: 'status', title: c.status, render: ({ status }) => t.nominationStatus[status] },
    { key: 'yes', title: c.yes, render: ({ yes }) => yes },
    { key: 'no', title: c.no, render: ({ no }) => no },
    { key: 'abstain', title: c.abstain, render: ({ abstain }) => abstain },
    {
      key: 'eligible',
      title: c.eligible,
      render: (one) => (isEligible(verdictsOf(one)) ? t.form.eligible : t.form.notEligible),
    },
    { key: 'citation', title: t.form.citation, render: ({ citation }) => citation },
    { key: 'behind', title: t.behind, render: ({ meetingLine }) => meetingLine },
    { key: 'reason', title: c.reason, render: ({ reason }) => reason },
  ]
}

/** As judged now; of who is no longer in the running as when nominated. */
const verdictsOf = ({ now, verdicts }: Nomination) => (now.length > 0 ? now : verdicts)

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
        <Verdicts verdicts={verdictsOf(one)} />
      </details>
    </>
  )
}
