import { useState } from 'react'
import { day } from '#domain/common.ts'
import { DateField } from '#ui/DateField.tsx'

interface DayFilterProps {
  value: string | undefined
  onChange: (value: string | undefined) => void
  min?: string | undefined
  max?: string | undefined
}

/**
 * A day in the filter row. While a year is typed the browser calls each of its digits a day (0002-10-01): what is typed
 * stays here, and only nothing or a day that can be goes into the address.
 */
export function DayFilter({ value = '', onChange, min, max }: DayFilterProps) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const [left, setLeft] = useState(false)
  // The address changed by itself: back, a cleared filter.
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  const can = (text: string) =>
    day.safeParse(text).success && (!min || text >= min) && (!max || text <= max)
  return (
    <DateField
      prose={false}
      min={min}
      max={max}
      value={typed}
      aria-invalid={left && typed !== '' && !can(typed)}
      onBlur={() => setLeft(true)}
      onChange={(text) => {
        setLeft(false)
        setTyped(text)
        if (text === '' || can(text)) onChange(text || undefined)
      }}
    />
  )
}
