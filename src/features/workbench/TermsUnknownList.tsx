import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { Section } from '#ui/Page.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import { termPages } from './termPages.ts'

/** All organs of the scope that have a term by the regulations and none here. */
export default function TermsUnknownList() {
  const { workbench: t, organizations } = useText()
  const { organizationId } = useScope()
  const keep = useKeepScope()
  const [paging, setPaging] = useUrlState(termPages)
  const query = { within: organizationId ?? undefined, ...paging }
  const organs = useQuery({
    ...queryOptionsOf(organizationsContract.termsUnknown, { query }),
    placeholderData: keepPreviousData,
  })
  return (
    <Section title={t.groups.termsUnknown}>
      <DataTable
        id="workbench.termsUnknown"
        label={t.groups.termsUnknown}
        columns={[
          { key: 'name', title: t.terms.organ, render: ({ name }) => name },
          {
            key: 'above',
            title: t.terms.above,
            hideable: true,
            render: ({ trail }) => trail.at(-1)?.name ?? '—',
          },
          {
            key: 'kind',
            title: t.terms.kind,
            width: 8,
            render: ({ kind }) => organizations.kinds[kind],
          },
        ]}
        rows={organs.data?.rows}
        whole={wholeList(organizationsContract.termsUnknown, query)}
        rowKey={({ id }) => id}
        total={organs.data?.total}
        state={paging}
        onState={({ page, size }) => setPaging({ page, size })}
        rowPath={({ id }) => keep(paths.organizations({ node: id }))}
        busy={organs.isFetching}
        error={
          organs.isError
            ? { text: organs.error.message, onRetry: () => void organs.refetch() }
            : null
        }
        empty={{ title: t.terms.allKnown }}
      />
    </Section>
  )
}
