import type { ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import './lists.css'

export interface KeyValueItem {
  label: string
  /** Nothing (null, undefined, '') shows a dash. */
  value: ReactNode
  /** Takes the whole row. */
  wide?: boolean
}

export function KeyValue({
  items,
  columns = 2,
}: {
  items: readonly KeyValueItem[]
  columns?: 1 | 2 | 3
}) {
  return (
    <dl className="sc-kv" style={{ '--sc-kv-columns': columns }}>
      {items.map((item) => (
        <div key={item.label} className={item.wide ? 'sc-kv-item sc-kv-wide' : 'sc-kv-item'}>
          <dt>{item.label}</dt>
          <dd>
            {item.value === null || item.value === undefined || item.value === '' ? (
              <None />
            ) : (
              item.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A dash for the eye, a word for the ear. */
export function None() {
  const t = useText()
  return (
    <span className="sc-none">
      <span aria-hidden="true">{t.ui.none}</span>
      <span className="sc-sr">{t.ui.noneSpoken}</span>
    </span>
  )
}
