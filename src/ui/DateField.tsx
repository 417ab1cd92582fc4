import { useId, type InputHTMLAttributes } from 'react'
import { isDay, weekday } from '#domain/dates.ts'
import { useText } from '#lib/i18n.ts'
import './base.css'
import './lists.css'

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'>

interface FieldProps extends Native {
  /** `YYYY-MM-DD` or `HH:MM`; '' or undefined when empty. antd's Form gives both props. */
  value?: string | null
  onChange?: (value: string) => void
  /** Off where there is no room, as in a filter row. */
  prose?: boolean
}

/**
 * The browser's own day picker (antd's costs 28 KB gzip): typed, picked, and a real wheel on
 * phones. Its display follows the browser's language, so the day stands beside it in our words.
 */
export function DateField({ value, onChange, prose = true, className, ...input }: FieldProps) {
  const t = useText()
  const id = useId()
  const day = value && isDay(value) ? value : null
  return (
    <span className="sc-fields-row">
      <input
        {...input}
        type="date"
        min={input.min ?? '1900-01-01'}
        max={input.max ?? '2100-12-31'}
        className={`sc-input ${className ?? ''}`}
        value={value ?? ''}
        onChange={(event) => onChange?.(event.target.value)}
        aria-describedby={
          [input['aria-describedby'], prose ? id : null].filter(Boolean).join(' ') || undefined
        }
      />
      {prose ? (
        <span id={id} className="sc-field-prose">
          {day
            ? t.ui.field.dateProse(
                Number(day.slice(0, 4)),
                Number(day.slice(5, 7)),
                Number(day.slice(8)),
                t.ui.calendar.weekdays[weekday(day) - 1] ?? '',
              )
            : null}
        </span>
      ) : null}
    </span>
  )
}

/** `HH:MM` in 24 hours. */
export function TimeField({ value, onChange, className, prose: _prose, ...input }: FieldProps) {
  return (
    <input
      {...input}
      type="time"
      className={`sc-input ${className ?? ''}`}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value.slice(0, 5))}
    />
  )
}
