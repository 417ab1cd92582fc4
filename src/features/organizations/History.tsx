import { useQuery } from '@tanstack/react-query'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import type { Returned } from '#domain/contract.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { Timeline } from '#ui/Timeline.tsx'

type Past = Returned<typeof organizationsContract.history>[number]

/** How it ended, what it was called and where it hung, newest first. */
export function History({ card }: { card: OrganizationCard }) {
  const { organizations: t } = useText()
  const found = useQuery(queryOptionsOf(organizationsContract.history, { params: { id: card.id } }))
  const rows = found.data
  return (
    <Section title={t.history}>
      {rows ? (
        <Timeline
          label={t.history}
          items={[
            ...(card.closedOn
              ? [
                  {
                    key: 'closed',
                    when: card.closedOn,
                    title: t.historyOf.closed,
                    text: card.closedReason,
                  },
                ]
              : []),
            ...rows.map((past, index) => ({
              key: past.validFrom,
              when: past.validFrom,
              title: `${kindOf(past, rows[index + 1], t)} · ${past.name}`,
              text:
                [past.parentName ? t.historyUnder(past.parentName) : null, past.reason]
                  .filter(Boolean)
                  .join(' · ') || null,
            })),
          ]}
        />
      ) : found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : (
        <SkeletonLines lines={2} />
      )}
    </Section>
  )
}

function kindOf(past: Past, before: Past | undefined, t: Text['organizations']): string {
  if (!before) return t.historyOf.founded
  return past.parentId === before.parentId ? t.historyOf.renamed : t.historyOf.moved
}
