import { Link } from 'react-router'
import { useText, type Text } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Mark } from '#ui/Mark.tsx'
import type { Todo } from './todoRows.ts'

export type GroupName = keyof Text['workbench']['groups']

interface TodoGroupProps {
  name: GroupName
  /** Null: not for this account. */
  group: { total: number } | null
  todos: readonly Todo[]
  /** Address of the list whose total is this count. */
  all: string
}

/** A count, the first rows, and the way to all of them. Nothing to do: nothing shown. */
export function TodoGroup({ name, group, todos, all }: TodoGroupProps) {
  const { workbench: t } = useText()
  const keep = useKeepScope()
  const title = t.groups[name]
  const total = group?.total ?? 0
  if (total === 0) return null
  return (
    <section className="wb-group" aria-labelledby={`wb-${name}`}>
      <header>
        <h2 id={`wb-${name}`}>
          {title}
          <b data-late={name === 'overdue'}>{total}</b>
        </h2>
        <small>{t.hints[name]}</small>
        <Link className="wb-all" to={keep(all)} aria-label={t.allOf(title, total)}>
          {t.all}
          <Mark name="right" />
        </Link>
      </header>
      <ul className="wb-rows">
        {todos.map((todo) => (
          <li key={todo.key}>
            <Link className="wb-what" to={keep(todo.to)}>
              {todo.what}
            </Link>
            <span className="wb-note">{todo.note}</span>
            <span className={`wb-when sc-tone-${todo.tone}`}>{todo.when}</span>
            <Link
              className="wb-do"
              to={keep(todo.action.to)}
              aria-label={`${todo.action.label} ${todo.what} ${todo.note}`}
            >
              {todo.action.label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
