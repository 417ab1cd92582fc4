import type { ReactNode } from 'react'
import type { Tone } from './Tags.tsx'
import './lists.css'
import './tags.css'

export interface TimelineItem {
  key: string
  /** 2026-11-23, as shown. */
  when: ReactNode
  title: ReactNode
  text?: ReactNode
  tone?: Tone
}

export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol className="sc-timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={`sc-tone-${item.tone ?? 'neutral'}`}>
          <span className="sc-timeline-when">{item.when}</span>
          <div className="sc-timeline-what">
            <strong>{item.title}</strong>
            {item.text ? <div>{item.text}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
