import { useQuery } from '@tanstack/react-query'
import { servicesContract } from '#domain/services.contract.ts'
import type { ServiceEvent, ServiceRecord } from '#domain/services.ts'
import { instantInTable, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { Failed } from '#parts/Failed.tsx'
import { articleOf } from '#parts/articleOf.ts'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StatusTag, type Tone } from '#ui/Tags.tsx'
import { Timeline } from '#ui/Timeline.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import { ServiceActions } from './ServiceActions.tsx'
import { timeWords, tones } from './words.ts'

const eventTones: Partial<Record<ServiceEvent['action'], Tone>> = {
  confirmed: 'success',
  returned: 'danger',
  appealed: 'warning',
}

/** One record: what was done, what became of it, what can be done now. */
export function ServiceView({ id }: { id: string }) {
  const { services: t } = useText()
  const found = useQuery(queryOptionsOf(servicesContract.show, { params: { id: id } }))
  if (found.isError) return <Failed query={found} title={t.loadFailed} />
  if (!found.data) return <SkeletonLines lines={8} />
  return <Loaded record={found.data} />
}

function Loaded({ record }: { record: ServiceRecord }) {
  const { services: t } = useText()
  const themed = record.verdicts.find(({ code }) => code === 'service.theme-day')
  return (
    <div className="sv-view">
      <ServiceActions key={record.id} record={record} />
      {record.returnReason ? (
        <p className="sv-returned">{t.returned(record.returnReason)}</p>
      ) : null}
      {record.state === 'appealed' ? <p className="sv-quiet">{t.appealed}</p> : null}
      {themed ? (
        <VerdictLine level="warning" article={articleOf(themed.article)}>
          {t.themeDay(record.themeDay ?? '')}
        </VerdictLine>
      ) : null}
      <KeyValue
        items={[
          { label: t.columns.member, value: record.memberName },
          {
            label: t.columns.state,
            value: <StatusTag tone={tones[record.state]}>{t.states[record.state]}</StatusTag>,
          },
          { label: t.columns.kind, value: t.kinds[record.kind] },
          { label: t.columns.servedOn, value: record.servedOn },
          { label: t.columns.visits, value: number(record.visits) },
          { label: t.when, value: timeWords(record, t) },
          { label: t.form.beneficiary, value: t.beneficiaries[record.beneficiary] },
          { label: t.columns.channel, value: t.channels[record.channel] },
          { label: t.columns.nature, value: record.isVolunteer ? t.volunteer : t.duty },
          { label: t.columns.item, value: record.item },
          { label: t.columns.organization, value: record.organizationName, wide: true },
        ]}
      />
      <Section title={t.history}>
        <Timeline
          label={t.history}
          items={record.events
            .map((event) => ({
              key: `${event.at} ${event.action}`,
              when: instantInTable(event.at),
              tone: eventTones[event.action] ?? 'neutral',
              title: t.events[event.action],
              text: [event.by, event.byReturner ? t.byReturner : null, event.reason]
                .filter(Boolean)
                .join(' · '),
            }))
            .toReversed()}
        />
      </Section>
    </div>
  )
}
