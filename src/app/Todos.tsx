import { Link } from 'react-router'
import { useTodos, useTold } from '#features/workbench/useTodos.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useIdle } from '#ui/useIdle.ts'
import { otherIcons } from './icons.ts'
import { Icon } from './Icon.tsx'

/** How many things wait in the scope: the sum of the groups of the workbench, where it leads. */
export function Todos() {
  const { frame } = useText()
  const keep = useKeepScope()
  // On a page that is not the workbench nobody waits for the number.
  const { count } = useTodos(useIdle())
  // Also before the scope is known: what stands beside it must not move.
  if (useTold() === null) return null
  const label = count > 0 ? frame.todosCount(count) : frame.todos
  return (
    <Link className="fr-tool fr-bell" to={keep(paths.workbench())} aria-label={label} title={label}>
      <Icon path={otherIcons.bell} />
      {count > 0 ? <span aria-hidden="true">{count > 99 ? '99+' : count}</span> : null}
    </Link>
  )
}
