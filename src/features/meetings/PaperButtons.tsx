import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { MeetingRecord } from '#domain/meetings.ts'
import { download } from '#lib/download.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useSession, useView } from '#lib/session.ts'
import { Button } from '#ui/Button.tsx'
import { toast } from '#ui/toasts.ts'
import { bookOf } from './book.ts'
import { MinuteBook } from './MinuteBook.tsx'

/** The minutes on paper and as a Word file. The sheet exists only while it is printed, by this button or by Ctrl+P. */
export function PaperButtons({ record }: { record: MeetingRecord }) {
  const text = useText()
  const { book: t, actions } = text.meetings
  const { installation } = useView()
  const { name } = useSession()
  const [printedAt, setPrintedAt] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
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

  const taken = (said: typeof t.printed, at: string) =>
    bookOf(record, text, said(installation.name ?? '', name, instantInTable(at)))
  const save = async () => {
    setBusy(true)
    try {
      const { wordFile } = await import('./wordFile.ts')
      const file = await wordFile(taken(t.exported, new Date().toISOString()))
      download(`${record.heldOn} ${record.title.replaceAll(/[\\/:*?"<>|]/g, ' ')}.docx`, file)
    } catch {
      toast.error(actions.wordFailed)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button onClick={() => window.print()}>{actions.print}</Button>
      <Button busy={busy} onClick={() => void save()}>
        {actions.word}
      </Button>
      {printedAt
        ? createPortal(<MinuteBook book={taken(t.printed, printedAt)} />, document.body)
        : null}
    </>
  )
}
