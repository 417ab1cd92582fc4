import { useLayoutEffect, useState, type ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'
import './printed.css'

/** A sheet exists only while it is printed, by a button or by Ctrl+P; the children are told when that is. */
export function Printed({ children }: { children: (at: string) => ReactNode }) {
  const [printedAt, setPrintedAt] = useState<string | null>(null)
  // Whoever prints at once finds it listening.
  useLayoutEffect(() => {
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
  return printedAt
    ? createPortal(<div className="pt-printed">{children(printedAt)}</div>, document.body)
    : null
}
