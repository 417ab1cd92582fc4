import { weekday, type Day } from '#domain/dates.ts'
import { useText } from '#lib/i18n.ts'
import type { CalendarProps } from './Calendar.tsx'
import { CalendarItem, type CalendarEntry } from './CalendarItem.tsx'
import { monthWeeks } from './monthWeeks.ts'

/** The month on a phone: only the days that have something, and today. */
export function CalendarAgenda(
  props: CalendarProps & { byDay: ReadonlyMap<Day, CalendarEntry[]> },
) {
  const { month, today, byDay, onOpen, notes } = props
  const { ui } = useText()
  const days = monthWeeks(month)
    .flat()
    .filter((day) => day.startsWith(month) && byDay.has(day))
  if (days.length === 0) return <p className="sc-calendar-none">{ui.calendar.none}</p>
  return (
    <ol className="sc-calendar-agenda">
      {days.map((day) => (
        <li key={day} aria-current={day === today ? 'date' : undefined}>
          <div className="sc-calendar-day">
            <time dateTime={day}>{day.slice(5)}</time>
            <span>{ui.calendar.weekday(ui.calendar.weekdays[weekday(day) - 1] ?? '')}</span>
            {day === today ? <span className="sc-calendar-today">{ui.calendar.today}</span> : null}
            {notes?.get(day) ? <span className="sc-calendar-note">{notes.get(day)}</span> : null}
          </div>
          <ul>
            {(byDay.get(day) ?? []).map((item) => (
              <li key={item.key}>
                <CalendarItem item={item} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
