import { addMonths, firstDay, type Day, type Month } from '#domain/dates.ts'
import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import { SkeletonBlock } from '#ui/Skeleton.tsx'
import { PHONE, useMedia } from '#ui/useMedia.ts'
import { CalendarAgenda } from './CalendarAgenda.tsx'
import { CalendarItem, type CalendarEntry } from './CalendarItem.tsx'
import { monthWeeks } from './monthWeeks.ts'
import './calendar.css'

const SHOWN = 3

export interface CalendarProps {
  month: Month
  onMonth: (month: Month) => void
  today: Day
  /** undefined until all of the month are here: rows grow with them. */
  items: readonly CalendarEntry[] | undefined
  onOpen?: (item: CalendarEntry) => void
  /** Makes the day's number a button: new entry on that day, or the day's list. */
  onDay?: (day: Day) => void
  /** Beside the number: 国庆, 调休上班. */
  notes?: ReadonlyMap<Day, string>
}

const parts = (day: Day): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]

/** A month, Monday first; on a phone the days that have something, as a list. */
export function Calendar(props: CalendarProps) {
  const { month, onMonth, today, items, onOpen, onDay, notes } = props
  const { ui } = useText()
  const phone = useMedia(PHONE)
  const title = ui.calendar.label(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
  const go = (months: number) => onMonth(addMonths(firstDay(month), months).slice(0, 7))
  const byDay = new Map<Day, CalendarEntry[]>()
  for (const item of items ?? []) byDay.set(item.day, [...(byDay.get(item.day) ?? []), item])

  return (
    <section className="sc-calendar" aria-label={title}>
      <div className="sc-calendar-head">
        <button
          type="button"
          className="sc-bare"
          aria-label={ui.calendar.previous}
          onClick={() => go(-1)}
        >
          <Mark name="left" />
        </button>
        <strong aria-live="polite">{title}</strong>
        <button
          type="button"
          className="sc-bare"
          aria-label={ui.calendar.next}
          onClick={() => go(1)}
        >
          <Mark name="right" />
        </button>
        <button type="button" className="sc-bare" onClick={() => onMonth(today.slice(0, 7))}>
          {ui.calendar.today}
        </button>
      </div>
      {items === undefined ? (
        <SkeletonBlock height={phone ? 20 : 40} />
      ) : phone ? (
        <CalendarAgenda {...props} byDay={byDay} />
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              {ui.calendar.weekdays.map((name) => (
                <th key={name} scope="col" abbr={ui.calendar.weekday(name)}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {monthWeeks(month).map((week) => (
              <tr key={week[0]}>
                {week.map((day, index) => {
                  const found = byDay.get(day) ?? []
                  const spoken = ui.calendar.day(...parts(day))
                  return (
                    <td
                      key={day}
                      data-outside={!day.startsWith(month)}
                      data-weekend={index > 4}
                      aria-current={day === today ? 'date' : undefined}
                    >
                      <div className="sc-calendar-day">
                        {onDay ? (
                          <button
                            type="button"
                            className="sc-bare"
                            aria-label={spoken}
                            onClick={() => onDay(day)}
                          >
                            {Number(day.slice(8))}
                          </button>
                        ) : (
                          <time dateTime={day}>{Number(day.slice(8))}</time>
                        )}
                        {day === today ? (
                          <span className="sc-calendar-today">{ui.calendar.today}</span>
                        ) : null}
                        {notes?.get(day) ? (
                          <span className="sc-calendar-note">{notes.get(day)}</span>
                        ) : null}
                      </div>
                      {found.length > 0 ? (
                        <ul>
                          {found.slice(0, found.length > SHOWN ? SHOWN - 1 : SHOWN).map((item) => (
                            <li key={item.key}>
                              <CalendarItem item={item} onOpen={onOpen} />
                            </li>
                          ))}
                          {found.length > SHOWN ? (
                            <li className="sc-calendar-more">
                              {ui.calendar.more(found.length - SHOWN + 1)}
                            </li>
                          ) : null}
                        </ul>
                      ) : null}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
