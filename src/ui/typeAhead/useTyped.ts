import { useEffect, useState } from 'react'

export interface Typed {
  /** What stands in the field while it is open; null while it is closed. */
  typed: string | null
  setTyped: (next: string | null) => void
  /** `typed` without blanks at its ends; empty while closed. */
  text: string
  /** What the server is asked: `text` after a pause in typing, not at every key. */
  asked: string
}

/** The words typed into a type-ahead, and after a pause of 160 ms those to ask the server for. */
export function useTyped(): Typed {
  const [typed, setTyped] = useState<string | null>(null)
  const [asked, setAsked] = useState('')
  const text = typed?.trim() ?? ''
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), 160)
    return () => clearTimeout(timer)
  }, [text])
  return { typed, setTyped, text, asked }
}
