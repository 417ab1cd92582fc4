import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { exemptionsContract } from '#domain/duties.contract.ts'
import type { exemption } from '#domain/duties.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { listed, queryOptionsOf, useCall } from '#lib/queries.ts'
import { useCan } from '#lib/session.ts'
import { wholeList } from '#lib/wholeList.ts'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { toast } from '#ui/toasts.ts'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import type { z } from 'zod'
import type { DutiesState } from './filter.ts'
import { exemptionsOf } from './queries.ts'

type Exemption = z.infer<typeof exemption>

interface ExemptionsProps {
  organization: string
  state: DutiesState
  setState: (change: Partial<DutiesState>) => void
}

/** The approved exemptions of the scope, each with its document. */
export function Exemptions({ organization, state, setState }: ExemptionsProps) {
  const { duties: t } = useText()
  const { page, size } = state
  const query = exemptionsOf(state, organization)
  const list = useQuery({
    ...queryOptionsOf(exemptionsContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  return (
    <DataTable
      id="duties.exemptions"
      label={t.views.exemptions}
      columns={columnsOf(t)}
      rowKey={({ id }) => id}
      {...listed(list)}
      state={{ page, size }}
      onState={(next) => setState({ page: next.page, size: next.size })}
      whole={wholeList(exemptionsContract.list, query)}
      empty={{ title: t.exemptions.none, text: t.exemptions.noneText }}
    />
  )
}

function columnsOf(t: Text['duties']): Column<Exemption>[] {
  const { columns, span } = t.exemptions
  return [
    { key: 'organ', title: columns.organ, render: ({ organizationName }) => organizationName },
    { key: 'duty', title: columns.duty, width: 9, render: ({ duty }) => t.names[duty] },
    { key: 'span', title: columns.span, width: 16, render: ({ from, to }) => span(from, to) },
    { key: 'reason', title: columns.reason, wrap: true, render: ({ reason }) => reason },
    {
      key: 'document',
      title: columns.document,
      width: 13,
      render: ({ documentNumber }) => documentNumber,
    },
    {
      key: 'by',
      title: columns.by,
      width: 7,
      hideable: true,
      render: ({ approvedBy }) => approvedBy,
    },
    {
      key: 'action',
      title: columns.action,
      width: 8,
      buttons: true,
      render: (one) => <Withdraw exemption={one} />,
    },
  ]
}

function Withdraw({ exemption }: { exemption: Exemption }) {
  const { duties, organizations } = useText()
  const t = duties.exemptions
  const can = useCan()
  const withdraw = useCall(exemptionsContract.withdraw, ['exemptions'])
  const { id, version, organizationName, duty, from, to, mayWithdraw } = exemption
  return (
    <ConfirmButton
      size="small"
      label={t.withdraw}
      title={t.withdrawTitle}
      hits={[t.hit(organizationName, duties.names[duty], t.span(from, to))]}
      consequence={t.withdrawText}
      reason={
        mayWithdraw ? null : can('exemptions.manage') ? organizations.permit.outside : t.needRight
      }
      onConfirm={async () => {
        await withdraw.mutateAsync({ params: { id }, version })
        toast.success(t.withdrawn)
      }}
    />
  )
}
