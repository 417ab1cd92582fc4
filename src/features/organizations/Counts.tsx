import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard, OrganizationHit } from '#domain/organizations.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'

const stages = ['full', 'probationary', 'candidate', 'activist', 'applicant'] as const
const below = { branches: 'branch', groups: 'group' } as const
type Below = keyof typeof below
/** The most that one search answers. */
const LISTED = 200

interface CountsProps {
  card: OrganizationCard
  onGo: (hit: OrganizationHit) => void
}

/** Every number opens the rows it was counted from. */
export function Counts({ card, onGo }: CountsProps) {
  const { organizations: t, members } = useText()
  const keep = useKeepScope()
  const can = useCan()
  const [listed, setListed] = useState<Below | null>(null)
  const mayList = can('members.read')
  const kinds = (['branches', 'groups'] as const).filter((key) => card.counts[key] > 0)

  return (
    <Section title={t.counts.heading} extra={<small className="og-note">{t.counts.note}</small>}>
      <dl className="og-counts">
        {stages.map((stage) => {
          const count = card.counts[stage]
          const label = members.stages[stage]
          return (
            <div key={stage}>
              <dt>{t.counts[stage]}</dt>
              <dd>
                {count > 0 && mayList ? (
                  <Link
                    className="sc-link"
                    to={keep(paths.members({ scope: card.id, stages: stage, standings: 'normal' }))}
                    aria-label={t.counts.open(label, count)}
                  >
                    {number(count)}
                  </Link>
                ) : (
                  number(count)
                )}
              </dd>
            </div>
          )
        })}
        <div>
          <dt>{t.counts.honours}</dt>
          <dd>
            {card.honours > 0 && can('honours.read') ? (
              <Link
                className="sc-link"
                to={paths.honourRecords({ scope: card.id, any: 'true', states: 'valid' })}
                aria-label={t.counts.openHonours(card.honours)}
              >
                {number(card.honours)}
              </Link>
            ) : (
              number(card.honours)
            )}
          </dd>
        </div>
        {kinds.map((key) => (
          <div key={key}>
            <dt>{t.counts[key]}</dt>
            <dd>
              <button
                type="button"
                className="sc-link"
                aria-label={t.counts.openBelow(t.counts[key], card.counts[key])}
                onClick={() => setListed(key)}
              >
                {number(card.counts[key])}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {listed ? (
        <BelowDialog
          card={card}
          kind={listed}
          onClose={() => setListed(null)}
          onChoose={(hit) => {
            setListed(null)
            onGo(hit)
          }}
        />
      ) : null}
    </Section>
  )
}

interface BelowDialogProps {
  card: OrganizationCard
  kind: Below
  onClose: () => void
  onChoose: (hit: OrganizationHit) => void
}

function BelowDialog({ card, kind, onClose, onChoose }: BelowDialogProps) {
  const { organizations: t } = useText()
  const found = useQuery(
    queryOptionsOf(organizationsContract.search, {
      query: { within: card.id, kinds: [below[kind]], size: LISTED },
    }),
  )
  // The search answers the organization itself where it is of the kind.
  const rows = found.data?.filter(({ id }) => id !== card.id)
  return (
    <Dialog open onClose={onClose} title={t.counts.belowTitle(card.name, t.counts[kind])}>
      {found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : null}
      {rows ? null : found.isError ? null : <SkeletonLines lines={6} />}
      <ul className="og-below">
        {rows?.map((hit) => (
          <li key={hit.id}>
            <button type="button" className="sc-link" onClick={() => onChoose(hit)}>
              {hit.name}
            </button>
            <small>
              {hit.trail
                .slice(1)
                .map(({ name }) => name)
                .join(' / ')}
            </small>
            <span>{t.meta.membersSpoken(number(hit.memberCount))}</span>
          </li>
        ))}
      </ul>
      {card.counts[kind] > LISTED ? <p className="og-note">{t.counts.belowSome(LISTED)}</p> : null}
    </Dialog>
  )
}
