import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { talksContract } from '#domain/integrity.contract.ts'
import type { FollowUpRow } from '#domain/integrity.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { StatusTag } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { FollowUpChoice } from './fields.tsx'
import { followUpTones, type IntegrityState, type SetState } from './state.ts'

/** What follows from talks, late ones first; without a choice, all that is still to be done. */
export function FollowUpsView({
  organization,
  state,
  setState,
}: {
  organization: string
  state: IntegrityState
  setState: SetState
}) {
  const { integrity: t } = useText()
  const keep = useKeepScope()
  const { page, size, followUp } = state
  const list = useQuery({
    ...queryOptionsOf(talksContract.followUps, {
      query: {
        page,
        size,
        organization: organization,
        states: followUp ? [followUp] : ['open', 'overdue'],
      },
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <FollowUpChoice state={state} setState={setState} />
      <DataTable
        id="follow-ups"
        label={t.views.followUps}
        columns={columnsOf(t)}
        {...listed(list)}
        rowKey={({ id }) => id}
        state={{ page, size }}
        onState={(next) => setState({ page: next.page, size: next.size })}
        rowHref={({ talkId }) => keep(paths.integrity({ view: 'talks', open: talkId }))}
        empty={{ title: t.talks.noneToDo }}
        onClearFilters={followUp ? () => setState({ followUp: undefined }) : null}
      />
    </>
  )
}

function columnsOf(t: Text['integrity']): Column<FollowUpRow>[] {
  const c = t.talks.columns
  return [
    { key: 'what', title: t.talks.what, render: (row) => row.what },
    {
      key: 'state',
      title: t.responsibilities.state,
      width: 7,
      render: (row) => (
        <StatusTag tone={followUpTones[row.state]}>{t.followUpStates[row.state]}</StatusTag>
      ),
    },
    { key: 'dueOn', title: t.talks.dueOn, width: 8, render: (row) => row.dueOn },
    { key: 'talkee', title: c.talkee, width: 8, render: (row) => row.talkeeName },
    { key: 'kind', title: c.kind, width: 7, render: (row) => t.kinds[row.talkKind] },
    {
      key: 'organization',
      title: c.organization,
      width: 13,
      hideable: true,
      render: (row) => row.organizationName,
    },
  ]
}
