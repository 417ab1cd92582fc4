import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { honoursContract } from '#domain/honours.contract.ts'
import type { HonourRecord as Whole, HonourState } from '#domain/honours.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { Failed } from '#parts/Failed.tsx'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StatusTag, type Tone } from '#ui/Tags.tsx'
import { Timeline } from '#ui/Timeline.tsx'
import { HonourFace } from './HonourFace.tsx'
import { RecordActions } from './RecordActions.tsx'

export const honourTones: Record<HonourState, Tone> = {
  valid: 'honour',
  expired: 'neutral',
  revoked: 'danger',
}
const eventTones = {
  awarded: 'honour',
  extended: 'honour',
  expired: 'neutral',
  revoked: 'danger',
  corrected: 'neutral',
} as const

/** One honour: what for, by which decision, what happened since, and what else the same subject was given. */
export function HonourRecord({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  const found = useQuery({
    ...queryOptionsOf(honoursContract.show, { params: { id } }),
    retry: false,
  })
  if (found.data) return <Record honour={found.data} onOpen={onOpen} />
  if (found.isError) return <Failed query={found} />
  return <SkeletonLines lines={8} />
}

function Record({ honour, onOpen }: { honour: Whole; onOpen: (id: string) => void }) {
  const { honours: t, ui } = useText()
  const r = t.record
  const keep = useKeepScope()
  const can = useCan()
  const name = nameOfClass(t, honour.classCode, honour.className)
  return (
    <>
      <div className="hn-now">
        {honour.portrait ? <HonourFace honour={honour} /> : null}
        <StatusTag tone="honour">{name}</StatusTag>{' '}
        <StatusTag tone={honourTones[honour.state]}>{t.honourStates[honour.state]}</StatusTag>
      </div>
      <RecordActions honour={honour} />
      <KeyValue
        items={[
          {
            label: r.columns.subject,
            value:
              honour.memberId && can('members.read') ? (
                <Link className="sc-link" to={keep(paths.member(honour.memberId))}>
                  {honour.subjectName}
                </Link>
              ) : (
                honour.subjectName
              ),
          },
          { label: r.columns.organization, value: honour.organizationName },
          ...(honour.crew.length > 0
            ? [{ label: t.form.crew, value: honour.crew.join(ui.and), wide: true }]
            : []),
          { label: r.citation, value: honour.citation, wide: true },
          { label: r.columns.decidedOn, value: honour.decidedOn },
          { label: r.columns.documentNumber, value: honour.documentNumber },
          { label: r.awardedBy, value: honour.awardedBy },
          { label: r.columns.validTo, value: honour.validTo ?? t.fields.forGood },
          {
            label: r.campaign,
            value:
              honour.campaignId && can('organizations.read') ? (
                <Link className="sc-link" to={keep(paths.campaign(honour.campaignId))}>
                  {honour.campaignTitle}
                </Link>
              ) : (
                honour.campaignTitle
              ),
            wide: true,
          },
        ]}
      />
      <Section title={r.events}>
        <Timeline
          label={r.events}
          items={honour.events.map((one) => ({
            key: [one.on, one.kind, one.validTo, one.citationBefore, one.documentBefore].join(' '),
            when: one.on,
            tone: eventTones[one.kind],
            title: r.kinds[one.kind],
            text: [
              one.validTo && r.extendedTo(one.validTo),
              one.documentNumber,
              one.reason,
              one.documentBefore && r.documentBefore(one.documentBefore),
              one.citationBefore && r.citationBefore(one.citationBefore),
              one.by,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      </Section>
      <Section title={r.others}>
        {honour.others.length === 0 ? <p className="hn-quiet">{r.noOthers}</p> : null}
        <ul className="hn-others">
          {honour.others.map((one) => (
            <li key={one.id}>
              <button type="button" className="sc-link" onClick={() => onOpen(one.id)}>
                {one.decidedOn} {nameOfClass(t, one.classCode, one.className)}
              </button>
              <StatusTag tone={honourTones[one.state]}>{t.honourStates[one.state]}</StatusTag>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
