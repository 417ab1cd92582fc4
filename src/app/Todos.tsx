import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { dutiesContract } from '#domain/duties.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { otherIcons } from './icons.ts'
import { Icon } from './Icon.tsx'

/** How many duties are due or missed in the scope; leads to the list of them on the workbench. */
export function Todos() {
  const { frame } = useText()
  const { organizationId } = useScope()
  const keep = useKeepScope()
  const can = useCan()
  const mayAsk = organizationId !== null && can('duties.read')
  const due = useQuery({
    ...queryOptionsOf(dutiesContract.due, { query: { organization: organizationId ?? undefined, size: 1 } }),
    enabled: mayAsk,
    refetchInterval: 5 * 60_000,
  })
  if (!mayAsk) return null
  const count = due.data?.total ?? 0
  const label = count > 0 ? frame.todosCount(count) : frame.todos
  return (
    <Link className="fr-tool fr-bell" to={keep(paths.workbench())} aria-label={label} title={label}>
      <Icon path={otherIcons.bell} />
      {count > 0 ? <span aria-hidden="true">{count > 99 ? '99+' : count}</span> : null}
    </Link>
  )
}
