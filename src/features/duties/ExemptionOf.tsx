import { useQuery } from '@tanstack/react-query'
import { exemptionsContract } from '#domain/duties.contract.ts'
import type { Duty } from '#domain/duties.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { KeyValue } from '#ui/KeyValue.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'

/** The decision that lifts a duty of an organ on a day. */
export function ExemptionOf({
  organizationId,
  duty,
  day,
}: {
  organizationId: string
  duty: Duty
  day: string
}) {
  const { duties: t } = useText()
  const list = useQuery(
    queryOptionsOf(exemptionsContract.list, { query: { organization: organizationId, size: 200 } }),
  )
  if (list.isPending) return <SkeletonLines lines={3} />
  const found = list.data?.rows.find(
    (one) =>
      one.organizationId === organizationId &&
      one.duty === duty &&
      one.from <= day &&
      day <= one.to,
  )
  if (!found) return null
  const { columns } = t.exemptions
  return (
    <>
      <h3>{t.panel.exemption}</h3>
      <KeyValue
        items={[
          { label: columns.reason, value: found.reason, wide: true },
          { label: columns.document, value: found.documentNumber },
          { label: columns.span, value: t.panel.exemptionLine(found.from, found.to) },
          { label: columns.by, value: found.approvedBy },
        ]}
      />
    </>
  )
}
