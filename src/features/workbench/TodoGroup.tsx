import { Link } from 'react-router'
import { useText, type Text } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Mark } from '#ui/Mark.tsx'
import type { Todo } from './todoRows.ts'

export type GroupName = keyof Text['workbench']['groups']

interface TodoGroupProps<Row> {
  name: GroupName
  /** Null: not for this account. */
  group: { total: number; rows: readonly Row[] } | null
  todo: (row: Row) => Todo
  /** Address of the list whose total is this count. */
  all: string
  /** On a phone's page: what a row names is what it opens, and only a longer list is led to. */
  still?: boolean
}

/** A count, the first rows, and the way to all of them. Nothing to do: nothing shown. */
export function TodoGroup<Row>({ name, group, todo, all, still = false }: TodoGroupProps<Row>) {
  const { workbench: t } = useText()
  const keep = useKeepScope()
  const title = t.groups[name]
  if (group === null || group.total === 0) return null
  const { total, rows } = group
  return (
    <section className="wb-group" aria-labelledby={`wb-${name}`}>
      <header>
        <h2 id={`wb-${name}`}>
          {title}
          <b data-late={name === 'overdue'}>{total}</b>
        </h2>
        <small>{t.hints[name]}</small>
        {still && total <= rows.length ? null : (
          <Link className="wb-all" to={keep(all)} aria-label={t.allOf(title, total)}>
            {t.all}
            <Mark name="right" />
          </Link>
        )}
      </header>
      <ul className="wb-rows" data-still={still ? '' : undefined}>
        {rows.map(todo).map(({ key, what, to, note, when, tone, action, before }) => (
          <li key={key} data-two={before !== undefined || undefined}>
            <Link className="wb-what" to={keep(to)}>
              {what}
            </Link>
            <span className="wb-note">{note}</span>
            <span className={`wb-when sc-tone-${tone}`}>{when}</span>
            {still ? null : (
              <span className="wb-acts">
                {[before, action].map((act) =>
                  act ? (
                    <Link
                      key={act.label}
                      className="wb-do"
                      to={keep(act.to)}
                      aria-label={`${act.label} ${what} ${note}`}
                    >
                      {act.label}
                    </Link>
                  ) : null,
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
