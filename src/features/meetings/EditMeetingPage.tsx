import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { whyNot } from '#domain/meetings.states.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { isApiError } from '#lib/apiError.ts'
import { dropDraft, loadDraft } from '#lib/drafts.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { requestKey } from '#lib/requestKey.ts'
import { Failed } from '#parts/Failed.tsx'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { contentOf } from './content.ts'
import { Editor } from './Editor.tsx'
import { OtherOrgan } from './OtherOrgan.tsx'
import { draftOf, LeftBehind, useLeft } from './LeftBehind.tsx'
import { blankSheet, sheetOf } from './sheet.ts'
import { asNew, contentOfRecord, type EditorDraft } from './useSave.ts'
import './editor.css'

export function Component() {
  const { meetings: t } = useText()
  const { id = '' } = useParams()
  // Always asked anew: to write on an old version would only end in a conflict.
  const record = useQuery({
    ...queryOptionsOf(meetingsContract.show, { params: { id } }),
    staleTime: 5_000,
  })
  const current =
    record.data && (record.isFetchedAfterMount || !record.isStale) ? record.data : null
  // The form keeps what it began with; a newer version is met when it is saved.
  const [opened, setOpened] = useState(current)
  if (current && opened?.id !== current.id) setOpened(current)
  return (
    <Page
      title={t.editor.editTitle}
      purpose={t.editor.purpose}
      above={
        // Its line is there from the start, or the page would be pushed down by it.
        <Link to={opened ? paths.meeting(opened.id) : paths.meetings()}>
          {opened?.title ?? t.title}
        </Link>
      }
    >
      {opened && whyNot('change', opened.status) !== null ? (
        <>
          <StateBlock
            kind="forbidden"
            title={t.refusals.change[opened.status]}
            text=""
            action={<Link to={paths.meeting(opened.id)}>{t.save.open}</Link>}
          />
          <LeftBehind key={opened.id} record={opened} />
        </>
      ) : opened && !opened.hands.record ? (
        <>
          <OtherOrgan record={opened} />
          <LeftBehind key={opened.id} record={opened} />
        </>
      ) : opened ? (
        <Opened key={opened.id} record={opened} />
      ) : isApiError(record.error, 'not_found') ? (
        <Deleted key={id} id={id} query={record} />
      ) : record.isError ? (
        <Failed query={record} />
      ) : (
        <SkeletonLines lines={12} />
      )}
    </Page>
  )
}

/** Not there, or no longer: what was typed over it here can be made into a record of its own. */
function Deleted({ id, query }: { id: string; query: UseQueryResult<MeetingRecord> }) {
  const { meetings: t } = useText()
  const left = useLeft(id)
  const [made, setMade] = useState<EditorDraft | null>(null)
  const organ = left?.value.base?.organizationId
  const card = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: organ ?? '' } }),
    enabled: organ !== undefined,
  })
  if (left === undefined || (organ !== undefined && card.isPending))
    return <SkeletonLines lines={12} />
  if (left === null || !card.data?.hands.record) return <Failed query={query} />
  // Begun as its own before a reload: it goes on with its key, for the answer of a first attempt may have been lost.
  const begun = made ?? (left.value.version === null ? left.value : null)
  if (begun === null)
    return (
      <StateBlock
        kind="empty"
        title={t.save.deletedTitle}
        text={t.save.deleted}
        action={
          <Button kind="primary" onClick={() => setMade(asNew(left.value))}>
            {t.save.asNew}
          </Button>
        }
      />
    )
  return (
    <Editor
      card={card.data}
      record={null}
      draftKey={draftOf(id)}
      initial={begun}
      restoredAt={left.savedAt}
      fresh={{ ...begun, sheet: blankSheet(begun.sheet.heldOn) }}
    />
  )
}

interface Begun {
  fresh: EditorDraft
  initial: EditorDraft
  restoredAt: string | null
}

/** What was typed here and not sent yet, else the record itself. */
async function begin(record: MeetingRecord, draftKey: string): Promise<Begun> {
  const base = contentOfRecord(record)
  const fresh: EditorDraft = {
    sheet: sheetOf(record),
    key: requestKey(),
    version: record.version,
    base,
  }
  const stored = await loadDraft<EditorDraft>(draftKey)
  if (stored === null) return { fresh, initial: fresh, restoredAt: null }
  const { content } = contentOf(stored.value.sheet, {
    organizationId: record.organizationId,
    title: stored.value.sheet.title ?? '',
    entries: record.attendance,
  })
  // What was saved to the server since is no draft any more, even if somebody went on from there.
  const typed = JSON.stringify(content)
  if (typed !== JSON.stringify(base) && typed !== JSON.stringify(stored.value.base))
    return { fresh, initial: stored.value, restoredAt: stored.savedAt }
  await dropDraft(draftKey)
  return { fresh, initial: fresh, restoredAt: null }
}

function Opened({ record }: { record: MeetingRecord }) {
  const draftKey = draftOf(record.id)
  const card = useQuery(
    queryOptionsOf(organizationsContract.show, { params: { id: record.organizationId } }),
  )
  const [begun, setBegun] = useState<Begun | null>(null)
  useEffect(() => {
    void begin(record, draftKey).then(setBegun)
  }, [record, draftKey])

  if (card.isError) return <Failed query={card} />
  if (!card.data || !begun) return <SkeletonLines lines={12} />
  return <Editor card={card.data} record={record} draftKey={draftKey} {...begun} />
}
