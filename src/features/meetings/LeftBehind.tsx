import { useEffect, useState } from 'react'
import type { MeetingRecord } from '#domain/meetings.ts'
import { loadDraft } from '#lib/drafts.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { copyText } from '#ui/copyText.ts'
import { mergeRows } from '#ui/mergeRows.ts'
import { MergeTable } from '#ui/MergeTable.tsx'
import { toast } from '#ui/toasts.ts'
import { mergeFieldsOf, typedText } from './conflict.tsx'
import { contentOf } from './content.ts'
import { contentOfRecord, type EditorDraft } from './useSave.ts'

/** Where the form of a saved record keeps what is typed. */
export const draftOf = (id: string): string => `meeting/${id}`

type Left = Awaited<ReturnType<typeof loadDraft<EditorDraft>>>

/** What was typed over a record here and not sent; undefined while it is looked for. */
export function useLeft(id: string): Left | undefined {
  const [left, setLeft] = useState<Left | undefined>(undefined)
  useEffect(() => {
    void loadDraft<EditorDraft>(draftOf(id)).then(setLeft)
  }, [id])
  return left
}

/** What was typed here and never sent, beside a record that takes no change any more: to be read and copied. */
export function LeftBehind({ record }: { record: MeetingRecord }) {
  const { meetings: t, ui } = useText()
  const left = useLeft(record.id)
  if (!left) return null
  const { sheet, base } = left.value
  const { content: mine } = contentOf(sheet, {
    organizationId: record.organizationId,
    title: sheet.title ?? record.title,
    entries: record.attendance,
  })
  const versions = { mine, theirs: contentOfRecord(record), base }
  const names = new Map<string, string>([
    ...record.attendance.map((one) => [one.memberId, one.name] as const),
    ...[sheet.chair, sheet.recorder].flatMap((one) => (one ? [[one.id, one.name] as const] : [])),
  ])
  const nameOf = (id: string) => names.get(id) ?? id
  // What only the others changed is told by the record.
  const rows = mergeRows(mergeFieldsOf(versions, t, nameOf)).filter(
    ({ changedBy }) => changedBy !== 'theirs',
  )
  if (rows.length === 0) return null
  const copy = async () => {
    const keys = rows.map(({ field }) => field.key)
    if (await copyText(typedText(mine, keys, t, nameOf))) toast.success(ui.copy.done)
    else toast.error(ui.copy.failed)
  }
  return (
    <section className="mt-left" aria-labelledby="mt-left">
      <h2 id="mt-left">{t.save.left}</h2>
      <p className="mt-hint">{t.save.leftText(instantInTable(left.savedAt))}</p>
      <MergeTable rows={rows} />
      <Button onClick={() => void copy()}>{t.save.copyLeft}</Button>
    </section>
  )
}
