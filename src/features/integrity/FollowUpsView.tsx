import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { talksContract } from '#domain/integrity.contract.ts'
import type { FollowUpRow } from '#domain/integrity.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import type { Column } from '#ui/table/columns.ts'
import { FollowUpTable } from './FollowUpTable.tsx'
import { queries, type Place } from './queries.ts'
import type { IntegrityState, SetState } from './state.ts'

/** What follows from talks, late ones first. */
export function FollowUpsView({
  place,
  state,
  setState,
}: {
  place: Place
  state: IntegrityState
  setState: SetState
}) {
  const { integrity: t } = useText()
  const keep = useKeepScope()
  const list = useQuery({
    ...queryOptionsOf(talksContract.followUps, { query: queries.followUps(state, place) }),
    placeholderData: keepPreviousData,
  })
  return (
    <FollowUpTable
      id="follow-ups"
      label={t.views.followUps}
      list={listed(list)}
      columns={columnsOf(t)}
      rowPath={({ talkId }) => keep(paths.integrity({ view: 'talks', open: talkId }))}
      state={state}
      setState={setState}
    />
  )
}

function columnsOf(t: Text['integrity']): Column<FollowUpRow>[] {
  const c = t.talks.columns
  return [
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
