import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard, OrganizationHit } from '#domain/organizations.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { Failed } from '#parts/Failed.tsx'
import { usePermits } from '#parts/permits.ts'
import { Trail } from '#parts/Trail.tsx'
import { Copyable } from '#ui/Copyable.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SkeletonFigures, SkeletonLines } from '#ui/Skeleton.tsx'
import { StatusTag, Tag } from '#ui/Tags.tsx'
import { ActionForm, type Action } from './ActionForm.tsx'
import { Counts } from './Counts.tsx'
import { DutyLine } from './DutyLine.tsx'
import { EducationLine } from './EducationLine.tsx'
import { History } from './History.tsx'
import { MeetingLine } from './MeetingLine.tsx'
import { Posts } from './Posts.tsx'
import { ServiceLine } from './ServiceLine.tsx'
import { StudyLine } from './StudyLine.tsx'
import { Suggestions } from './Suggestions.tsx'
import { TermSection } from './TermSection.tsx'
import type { TreeStore } from './treeStore.ts'

interface OrganizationDetailProps {
  id: string
  store: TreeStore
  /** Shows another organization, also in the tree. */
  onGo: (hit: Pick<OrganizationHit, 'id' | 'trail'>) => void
}

/** The card of one organization and what may be done with it. */
export function OrganizationDetail({ id, store, onGo }: OrganizationDetailProps) {
  const { organizations: t } = useText()
  const found = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id } }),
    retry: false,
  })
  // In slices of 5 ms, not in the one piece that an answer would be.
  const card = useDeferredValue(found.data, undefined)
  if (card) return <Card card={card} store={store} onGo={onGo} />
  if (found.isError) return <Failed query={found} title={t.loadFailed} />
  return (
    <>
      <SkeletonLines lines={3} />
      <SkeletonFigures count={5} />
      <SkeletonLines lines={6} />
    </>
  )
}

interface CardProps extends Pick<OrganizationDetailProps, 'store' | 'onGo'> {
  card: OrganizationCard
}

function Card({ card, store, onGo }: CardProps) {
  const { organizations: t } = useText()
  const permit = usePermits()
  const [action, setAction] = useState<Action | null>(null)
  const above = [...card.trail.map(({ id }) => id), card.id]
  const isRoot = card.parentId === null
  const right = card.closedOn === null ? permit('organizations.manage', above) : t.reasons.closed
  const trail = (index: number) => ({
    id: card.trail[index]?.id ?? card.id,
    trail: card.trail.slice(0, index),
  })

  return (
    <div className="og-card">
      {card.trail.length > 0 ? (
        <Trail label={t.fields.parent} steps={card.trail} onGo={(index) => onGo(trail(index))} />
      ) : null}
      <p className="og-tags">
        <Tag>
          {card.kind === 'branch' && card.branchKind
            ? t.branchKinds[card.branchKind]
            : t.kinds[card.kind]}
        </Tag>
        {card.closedOn ? (
          <StatusTag tone="neutral" mark="dash">
            {t.closedOn(card.closedOn)}
          </StatusTag>
        ) : null}
      </p>
      <div className="og-actions">
        <ReasonButton
          kind="primary"
          reason={card.kind === 'group' ? t.reasons.group : right}
          onClick={() => setAction({ name: 'create' })}
        >
          {t.actions.create}
        </ReasonButton>
        <ReasonButton reason={right} onClick={() => setAction({ name: 'change' })}>
          {t.actions.change}
        </ReasonButton>
        <ReasonButton
          reason={isRoot ? t.reasons.root : right}
          onClick={() => setAction({ name: 'move' })}
        >
          {t.actions.move}
        </ReasonButton>
        <ReasonButton
          danger
          reason={isRoot ? t.reasons.root : right}
          onClick={() => setAction({ name: 'close' })}
        >
          {t.actions.close}
        </ReasonButton>
      </div>
      <KeyValue
        items={[
          { label: t.fields.fullName, value: card.fullName, wide: true },
          {
            label: t.fields.nationalCode,
            value: card.nationalCode ? (
              <Copyable text={card.nationalCode} label={t.fields.nationalCode} />
            ) : null,
          },
          { label: t.fields.foundedOn, value: dayInProse(card.foundedOn) },
        ]}
      />
      <Counts card={card} onGo={onGo} />
      <DutyLine card={card} />
      <MeetingLine card={card} />
      <StudyLine card={card} />
      <ServiceLine card={card} />
      <EducationLine card={card} />
      <Posts card={card} right={right} onAction={setAction} />
      <TermSection card={card} right={right} onAction={setAction} />
      <Suggestions verdicts={card.verdicts.filter(({ code }) => !code.startsWith('term.'))} />
      <History card={card} />
      {action ? (
        <ActionForm
          action={action}
          card={card}
          store={store}
          onGo={onGo}
          onClose={() => setAction(null)}
        />
      ) : null}
    </div>
  )
}
