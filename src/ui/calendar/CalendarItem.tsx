import type { Day } from '#domain/dates.ts'
import { Mark } from '#ui/Mark.tsx'
import { SoftLink } from '#ui/SoftLink.tsx'
import { toneMarks, type Tone } from '#ui/Tags.tsx'
import '#ui/tags.css'

export interface CalendarEntry {
  key: string
  day: Day
  /** HH:MM */
  time?: string
  label: string
  /** State in words, spoken after the label. */
  state?: string
  tone?: Tone
  href?: string
}

export function CalendarItem({
  item,
  onOpen,
}: {
  item: CalendarEntry
  onOpen: ((item: CalendarEntry) => void) | undefined
}) {
  const words = (
    <>
      {item.tone && item.tone !== 'neutral' ? <Mark name={toneMarks[item.tone]} /> : null}{' '}
      {item.time ? <time>{item.time}</time> : null} {item.label}
      {item.state ? <span className="sc-sr"> {item.state}</span> : null}
    </>
  )
  const className = `sc-calendar-item sc-tone-${item.tone ?? 'neutral'}`
  if (!item.href && !onOpen) return <span className={className}>{words}</span>
  return (
    <SoftLink
      href={item.href}
      onOpen={onOpen && (() => onOpen(item))}
      className={`${className} sc-focus`}
    >
      {words}
    </SoftLink>
  )
}
