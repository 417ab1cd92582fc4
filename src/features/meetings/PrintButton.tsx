import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { MeetingRecord } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { MinuteBook } from './MinuteBook.tsx'

/** The sheet exists only while it is printed, by this button or by the browser's own Ctrl+P. */
export function PrintButton({ record }: { record: MeetingRecord }) {
  const { meetings: t } = useText()
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
  return (
    <>
      <Button onClick={() => window.print()}>{t.actions.print}</Button>
      {printedAt
        ? createPortal(<MinuteBook record={record} printedAt={printedAt} />, document.body)
        : null}
    </>
  )
}
