import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { CampaignRecord } from '#domain/campaigns.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { useText } from '#lib/i18n.ts'
import { recordLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Failed } from '#parts/Failed.tsx'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { useAnnouncedTitle } from '#ui/PagePlace.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { CampaignSteps } from './CampaignSteps.tsx'
import { Nominations } from './Nominations.tsx'
import { Nominees, PublicityChanges } from './Notices.tsx'
import { PublicSheet } from './PublicSheet.tsx'
import { nextText, stateTones } from './stateWords.ts'
import { Objections } from './Objections.tsx'
import { StepForm, type OpenForm } from './StepForm.tsx'
import { useWhyNot } from './useMoves.ts'
import { Verdicts } from './Verdicts.tsx'
import './honours.css'

/** One campaign, from its notice to the decision. */
export const loader = recordLoader(campaignsContract.show)

export function Component() {
  const { id = '' } = useParams()
  const announced = useAnnouncedTitle()
  const { honours: t } = useText()
  const keep = useKeepScope()
  const found = useQuery({
    ...queryOptionsOf(campaignsContract.show, { params: { id } }),
    retry: false,
  })
  const campaign = found.data
  return (
    <Page
      title={campaign?.title ?? announced ?? t.title}
      purpose={
        campaign
          ? `${campaign.organizationName} · ${campaign.conditions}`
          : found.isError
            ? t.purpose
            : null
      }
      above={
        <Link className="sc-link" to={keep(paths.honours())}>
          <Mark name="left" /> {t.back}
        </Link>
      }
    >
      {campaign ? (
        <Campaign key={campaign.id} campaign={campaign} />
      ) : found.isError ? (
        <Failed query={found} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Page>
  )
}

/** The step that comes next stands out; the others stay where they are. */
const steps = ['nominate', 'review', 'publish', 'object', 'amend', 'decide'] as const

function Campaign({ campaign }: { campaign: CampaignRecord }) {
  const { honours: t } = useText()
  const whyNot = useWhyNot(campaign)
  const [form, setForm] = useState<OpenForm | null>(null)
  const open = (name: OpenForm['name']) => () => setForm({ name } as OpenForm)
  const over = campaign.state === 'decided' || campaign.state === 'cancelled'
  const main = { open: 'nominate', reviewed: 'publish', publicity: 'decide' } as const
  // Short of working days, 公示 can only be lengthened.
  const short = campaign.next === 'extend' ? 'amend' : main[campaign.state as keyof typeof main]
  const first = over ? null : short

  return (
    <>
      <CampaignSteps state={campaign.state} />
      <p className="hn-now">
        <StatusTag tone={stateTones[campaign.state]}>{t.states[campaign.state]}</StatusTag>{' '}
        {nextText(t, campaign)}
      </p>
      {over ? null : (
        <div className="hn-actions">
          {steps.map((name) => (
            <ReasonButton
              key={name}
              kind={name === first ? 'primary' : undefined}
              reason={whyNot(name)}
              onClick={open(name)}
            >
              {t.actions[name]}
            </ReasonButton>
          ))}
          <ReasonButton reason={whyNot('change')} onClick={open('change')}>
            {t.actions.change}
          </ReasonButton>
          <ReasonButton danger reason={whyNot('cancel')} onClick={open('cancel')}>
            {t.actions.cancel}
          </ReasonButton>
        </div>
      )}
      <PublicSheet campaign={campaign} />
      <Facts campaign={campaign} />
      {campaign.verdicts.length > 0 ? (
        <Section title={t.blocks}>
          <Verdicts verdicts={campaign.verdicts} />
        </Section>
      ) : null}
      <Nominations campaign={campaign} onForm={setForm} />
      {campaign.publicity.length > 0 && !campaign.deciding ? (
        <Section title={t.notice} extra={<small className="hn-quiet">{t.noticeText}</small>}>
          <Nominees nominees={campaign.publicity} />
        </Section>
      ) : null}
      {campaign.publicityChanges.length > 0 ? (
        <Section title={t.publicityChanges}>
          <PublicityChanges changes={campaign.publicityChanges} />
        </Section>
      ) : null}
      {campaign.deciding && campaign.publicityFrom ? (
        <Objections campaign={campaign} onForm={setForm} />
      ) : null}
      {form ? <StepForm form={form} campaign={campaign} onClose={() => setForm(null)} /> : null}
    </>
  )
}

function Facts({ campaign: c }: { campaign: CampaignRecord }) {
  const { honours: t } = useText()
  const f = t.fields
  const keep = useKeepScope()
  const items = [
    { label: f.classCode, value: nameOfClass(t, c.classCode, c.className) },
    {
      label: f.quota,
      value: [f.quotaOf(c.quota), c.branchQuota === null ? null : f.perBranch(c.branchQuota)]
        .filter(Boolean)
        .join(' · '),
    },
    { label: f.nominateSpan, value: f.span(c.nominateFrom, c.nominateTo) },
    { label: f.noticeNumber, value: c.noticeNumber },
    {
      label: f.validity,
      value: c.validityMonths === null ? f.forGood : f.monthsOf(c.validityMonths),
    },
    ...(c.reviewedOn
      ? [
          { label: f.reviewedOn, value: c.reviewedOn },
          { label: f.committee, value: f.presentOf(c.present ?? 0, c.expected ?? 0) },
          { label: f.opinions, value: c.opinions, wide: true },
        ]
      : []),
    ...(c.publicityFrom && c.publicityTo
      ? [
          { label: f.publicity, value: f.span(c.publicityFrom, c.publicityTo) },
          { label: f.place, value: c.publicityPlace },
        ]
      : []),
    ...(c.decidedOn
      ? [
          { label: f.decidedOn, value: c.decidedOn },
          {
            label: f.documentNumber,
            value: (
              <Link
                className="sc-link"
                to={keep(
                  paths.honourRecords({
                    year: c.decidedOn.slice(0, 4),
                    classes: c.classCode,
                    month: c.decidedOn.slice(0, 7),
                  }),
                )}
              >
                {c.documentNumber}
              </Link>
            ),
          },
        ]
      : []),
    ...(c.cancelReason ? [{ label: f.cancelReason, value: c.cancelReason, wide: true }] : []),
  ]
  return <KeyValue items={items} columns={3} />
}
