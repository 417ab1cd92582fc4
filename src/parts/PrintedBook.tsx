import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { PaperBook, type Book } from './PaperBook.tsx'

/** The sheet of a record exists only while it is printed, by a button or by Ctrl+P; `book` is told when that is. */
export function PrintedBook({ book }: { book: (at: string) => Book }) {
  const [printedAt, setPrintedAt] = useState<string | null>(null)
  useEffect(() => {
    // The browser prints as soon as the listener returns.
    const before = () => flushSync(() => setPrintedAt(new Date().toISOString()))
    const after = () => setPrintedAt(null)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return printedAt ? createPortal(<PaperBook book={book(printedAt)} />, document.body) : null
}
