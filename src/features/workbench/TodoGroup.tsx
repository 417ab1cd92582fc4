import { Link } from 'react-router'
import { useText, type Text } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Mark } from '#ui/Mark.tsx'
import type { Todo } from './todoRows.ts'
import type { Group } from './useTodos.ts'

export type GroupName = keyof Text['workbench']['groups']

interface TodoGroupProps {
  name: GroupName
  group: Group
  todos: readonly Todo[]
  /** Address of the list whose total is this count. */
  all: string
}

/** A count, the first rows, and the way to all of them. Nothing to do: nothing shown. */
export function TodoGroup({ name, group: { total, error, retry }, todos, all }: TodoGroupProps) {
  const { workbench: t } = useText()
  const keep = useKeepScope()
  const title = t.groups[name]
  if (!error && !total) return null
  return (
    <section className="wb-group" aria-labelledby={`wb-${name}`}>
      <header>
        <h2 id={`wb-${name}`}>
          {title}
          {total ? <b data-late={name === 'overdue'}>{total}</b> : null}
        </h2>
        <small>{t.hints[name]}</small>
        {total ? (
          <Link className="wb-all" to={keep(all)} aria-label={t.allOf(title, total)}>
            {t.all}
            <Mark name="right" />
          </Link>
        ) : null}
      </header>
      {error ? (
        <p className="wb-failed" role="alert">
          <Mark name="alert" /> {t.failed} {error.message}{' '}
          <button type="button" className="sc-link" onClick={retry}>
            {t.retry}
          </button>
        </p>
      ) : (
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
      )}
    </section>
  )
}
