import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { Section } from '#ui/Page.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import { termPages } from './termPages.ts'
import { termTodo, type TermDue } from './todoRows.ts'

/** All organs of the scope whose term nears its end, soonest first. */
export default function TermsList() {
  const words = useText()
  const { workbench: t } = words
  const { organizationId } = useScope()
  const keep = useKeepScope()
  const [paging, setPaging] = useUrlState(termPages)
  const query = { within: organizationId ?? undefined, ...paging }
  const terms = useQuery({
    ...queryOptionsOf(organizationsContract.termsDue, { query }),
    placeholderData: keepPreviousData,
  })
  const todo = termTodo(words)
  const place = (term: TermDue) => keep(paths.organizations({ node: term.id }))
  return (
    <Section title={t.groups.terms}>
      <DataTable
        id="workbench.terms"
        label={t.groups.terms}
        columns={[
          { key: 'name', title: t.terms.organ, render: (term) => term.name },
          {
            key: 'above',
            title: t.terms.above,
            hideable: true,
            render: (term) => term.trail.at(-1)?.name ?? '—',
          },
          { key: 'endsOn', title: t.terms.endsOn, width: 8, render: (term) => term.endsOn },
          {
            key: 'left',
            title: t.terms.left,
            width: 10,
            render: (term) => <StatusTag tone={todo(term).tone}>{todo(term).when}</StatusTag>,
          },
        ]}
        rows={terms.data?.rows}
        whole={wholeList(organizationsContract.termsDue, query)}
        rowKey={({ id }) => id}
        total={terms.data?.total}
        state={paging}
        onState={({ page, size }) => setPaging({ page, size })}
        rowPath={place}
        busy={terms.isFetching}
        error={
          terms.isError ? { text: terms.error.message, onRetry: () => void terms.refetch() } : null
        }
        empty={{ title: t.terms.none }}
      />
    </Section>
  )
}
