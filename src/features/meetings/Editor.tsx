import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { AnnouncementRecord } from '#domain/announcements.ts'
import { day } from '#domain/common.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { requestKey } from '#lib/requestKey.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useDraft } from '#lib/useDraft.ts'
import { titleOf } from '#parts/meetingNames.ts'
import { MergeDialog } from '#ui/MergeDialog.tsx'
import { toast } from '#ui/toasts.ts'
import { useFirstError } from '#ui/useFirstError.ts'
import { Errors } from '#ui/Field.tsx'
import { mergeFieldsOf, merged } from './conflict.tsx'
import { contentOf, judgedOf, presenceOf } from './content.ts'
import { EditorBar } from './EditorBar.tsx'
import { EditorForm } from './EditorForm.tsx'
import { EditorNotices } from './EditorNotices.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'
import { SignDialog } from './SignDialog.tsx'
import { sheetOf, type Sheet } from './sheet.ts'
import { asNew, contentOfRecord, useSave, type Advance, type EditorDraft } from './useSave.ts'
import './editor.css'

interface EditorProps {
  card: OrganizationCard
  /** Null while it is new. */
  record: MeetingRecord | null
  /** What a new one is made from, where it was announced. */
  announced?: AnnouncementRecord | null
  draftKey: string
  initial: EditorDraft
  /** When the draft that this begins with was kept; null when it begins anew. */
  restoredAt: string | null
  /** What stands when the draft is given up. */
  fresh: EditorDraft
}

export function Editor(props: EditorProps) {
  const { card, record, announced = null, draftKey, initial, restoredAt, fresh } = props
  const { meetings: t, ui } = useText()
  const navigate = useNavigate()
  const keep = useKeepScope()
  const [draft, setDraft] = useState(initial)
  const [restored, setRestored] = useState(restoredAt)
  const [pressed, setPressed] = useState<Advance>('draft')
  const [signing, setSigning] = useState<EditorDraft | null>(null)
  const sent = useRef(false)
  const form = useRef<HTMLDivElement>(null)
  const { sheet } = draft
  const untouched = JSON.stringify(sheet) === JSON.stringify(fresh.sheet)
  const kept = useDraft(untouched ? null : draftKey, draft)

  const committee = sheet.types.includes('committee-meeting')
  const roster = useQuery({
    ...queryOptionsOf(meetingsContract.roster, {
      query: {
        organization: card.id,
        on: sheet.heldOn,
        types: committee ? ['committee-meeting'] : undefined,
      },
    }),
    enabled: day.safeParse(sheet.heldOn).success,
    placeholderData: keepPreviousData,
  })
  // While the day's own list is on its way, that of the day before stands in the form and counts for nothing.
  const entries = roster.isPlaceholderData ? undefined : roster.data?.entries
  const generated = titleOf(card.name, sheet, t)
  const make = (one: Sheet) =>
    contentOf(one, {
      organizationId: card.id,
      title: one.title ?? titleOf(card.name, one, t),
      entries,
    })

  const onSaved = async (saved: MeetingRecord, advance: Advance) => {
    await kept.drop()
    setRestored(null)
    toast.success({ draft: t.save.drafted, submit: t.save.submitted, sign: t.save.signed }[advance])
    if (advance !== 'draft') {
      sent.current = true
      await navigate(keep(paths.meeting(saved.id)), { replace: record !== null })
    } else if (saved.id !== record?.id) {
      sent.current = true
      await navigate(keep(paths.editMeeting(saved.id)), { replace: true })
    } else setDraft((now) => ({ ...now, version: saved.version, base: contentOfRecord(saved) }))
  }
  const saving = useSave({
    id: record?.id ?? null,
    announcementId: announced?.id ?? null,
    make,
    onSaved,
  })
  const lost = useFirstError(form, saving.errors)

  const send = (advance: Advance, given: EditorDraft) => {
    setPressed(advance)
    void saving.save(advance, given)
  }
  // What counts from then on is asked once, when there is nothing left to correct.
  const press = (advance: Advance, given = draft) => {
    if (advance !== 'sign') send(advance, given)
    else if (saving.check(advance, given)) setSigning(given)
  }
  const onChange = (change: Partial<Sheet>) => {
    setDraft((now) => ({ ...now, sheet: { ...now.sheet, ...change } }))
    saving.touch(
      Object.keys(change).map(
        (key) => ({ marks: 'attendance', chair: 'chairId', recorder: 'recorderId' })[key] ?? key,
      ),
    )
  }
  const discard = () => {
    const before = draft
    setDraft({ ...fresh, key: draft.key })
    setRestored(null)
    void kept.drop()
    toast.info(ui.draft.discarded, { label: ui.draft.undo, run: () => setDraft(before) })
  }

  // Ctrl+S and ⌘S keep the draft on the server; the browser's own would save a useless page.
  const saveDraft = useRef(() => {})
  useEffect(() => {
    saveDraft.current = () => (saving.busy ? undefined : press('draft'))
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 's' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      event.preventDefault()
      saveDraft.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const names = new Map<string, string>([
    ...(record?.attendance ?? []).map((one) => [one.memberId, one.name] as const),
    ...(entries ?? []).map((one) => [one.memberId, one.name] as const),
    ...[sheet.chair, sheet.recorder].flatMap((one) => (one ? [[one.id, one.name] as const] : [])),
  ])
  const { conflict } = saving
  const tally = entries ? presenceOf(sheet, entries).tally : null

  return (
    <Errors value={saving.errors}>
      <div ref={form} className="mt-editor">
        <EditorNotices
          restoredAt={restored}
          onDiscard={discard}
          otherWindow={kept.otherWindow}
          trouble={saving.trouble}
          lost={lost}
          errorCount={Object.keys(saving.errors).length}
          onAnew={() => {
            setDraft((now) => ({ ...now, key: requestKey() }))
            saving.setTrouble(null)
          }}
          onAsNew={() => {
            const next = asNew(draft)
            setDraft(next)
            press('draft', next)
          }}
        />
        <EditorForm
          card={card}
          sheet={sheet}
          generated={generated}
          roster={roster.data}
          rosterFailed={roster.isError || roster.isPaused || roster.failureCount > 1}
          onChange={onChange}
        />
        <EditorBar
          draft={kept}
          summary={tally && t.save.tally(tally.present, tally.expected)}
          busy={saving.busy ? pressed : null}
          maySign={card.hands.sign}
          onSave={press}
        />
      </div>
      {conflict ? (
        <MergeDialog
          open
          onClose={() => saving.setConflict(null)}
          fields={mergeFieldsOf(
            {
              mine: make(sheet).content,
              theirs: contentOfRecord(conflict.theirs),
              base: draft.base,
            },
            t,
            (id) =>
              names.get(id) ??
              conflict.theirs.attendance.find(({ memberId }) => memberId === id)?.name ??
              id,
          )}
          busy={saving.busy}
          error={saving.trouble?.text}
          onApply={(choice) => {
            const next = {
              ...draft,
              sheet: merged(sheet, sheetOf(conflict.theirs), choice, t),
              version: conflict.theirs.version,
              base: contentOfRecord(conflict.theirs),
            }
            setDraft(next)
            saving.setConflict(null)
            press(conflict.advance, next)
          }}
        />
      ) : null}
      {signing ? (
        <SignDialog
          label={t.save.sign}
          title={signing.sheet.title ?? titleOf(card.name, signing.sheet, t)}
          types={signing.sheet.types}
          judged={entries && roster.data ? judgedOf(signing.sheet, roster.data) : null}
          onClose={() => setSigning(null)}
          onConfirm={() => {
            setSigning(null)
            send('sign', signing)
          }}
        />
      ) : null}
      <LeaveGuard when={kept.state === 'failed'} passed={sent} />
    </Errors>
  )
}
