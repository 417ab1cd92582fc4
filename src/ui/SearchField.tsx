import { useEffect, useState } from 'react'

interface SearchFieldProps {
  value: string
  onChange: (value: string) => void
  label: string
  /** Milliseconds of a pause in typing before it counts; 0 where nothing is asked of the server. */
  pause?: number
}

/** A pause in typing, not every key, asks the server. */
export function SearchField({ value, onChange, label, pause = 250 }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  // The address changed by itself: back, a cleared filter.
  if (known !== value) {
    setKnown(value)
    if (typed.trim() !== value) setTyped(value)
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined
    const timer = setTimeout(() => onChange(typed.trim()), pause)
    return () => clearTimeout(timer)
  }, [typed, value, onChange, pause])
  return (
    <input
      type="search"
      className="sc-input sc-search"
      aria-label={label}
      placeholder={label}
      maxLength={60}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
