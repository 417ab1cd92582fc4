import { useState } from 'react'
import type { MeetingRecord } from '#domain/meetings.ts'
import { download } from '#lib/download.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useSession, useView } from '#lib/session.ts'
import { PaperBook } from '#parts/PaperBook.tsx'
import { Printed } from '#parts/Printed.tsx'
import { Button } from '#ui/Button.tsx'
import { toast } from '#ui/toasts.ts'
import { bookOf } from './book.ts'

/** The minutes on paper and as a Word file. */
export function PaperButtons({ record }: { record: MeetingRecord }) {
  const text = useText()
  const { book: t, actions } = text.meetings
  const { installation } = useView()
  const { name } = useSession()
  const [busy, setBusy] = useState(false)

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
      <Printed>{(at) => <PaperBook book={taken(t.printed, at)} />}</Printed>
    </>
  )
}
