import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { AnnouncementId, MeetingId } from '#domain/ids.ts'
import type { MeetingInput, MeetingRecord } from '#domain/meetings.ts'
import { isApiError, type ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { requestKey } from '#lib/requestKey.ts'
import { contentOf, problemsOf, type FieldErrors } from './content.ts'
import { sheetOf, type Sheet } from './sheet.ts'

export type Advance = 'draft' | 'submit' | 'sign'

/** What is kept on this machine while a record is being written. */
export interface EditorDraft {
  sheet: Sheet
  /** Idempotency-Key, made when the form was opened. */
  key: string
  /** What the form began with; null for a record that is to be made. */
  version: number | null
  /** The content of that version; of a record that was deleted it still says whose it was. */
  base: MeetingInput | null
}

/** What was typed over a record that is no longer there, to be made into one of its own. */
export const asNew = (draft: EditorDraft): EditorDraft => ({
  ...draft,
  key: requestKey(),
  version: null,
})

export interface Conflict {
  theirs: MeetingRecord
  advance: Advance
}

/** Why it was not saved, apart from fields. */
export type Trouble = {
  kind: 'message' | 'network' | 'reused' | 'gone' | 'deleted'
  text: string
  record?: MeetingRecord
}

/** A record's content as the form would send it, to compare with what is being typed. */
export const contentOfRecord = (record: MeetingRecord): MeetingInput =>
  contentOf(sheetOf(record), {
    organizationId: record.organizationId,
    title: record.title,
    entries: record.attendance,
  }).content

/** A record that was there when the form was opened was deleted since. */
const kinds: Partial<Record<ApiError['code'], Trouble['kind']>> = {
  network: 'network',
  key_reused: 'reused',
  not_found: 'deleted',
}

interface UseSave {
  id: MeetingId | null
  /** Of which a new record is made. */
  announcementId: AnnouncementId | null
  /** The form's content as it would be sent now. */
  make: (sheet: Sheet) => ReturnType<typeof contentOf>
  onSaved: (record: MeetingRecord, advance: Advance) => Promise<void>
}

/** Saves the form as far as one press goes, and keeps what went wrong until the next attempt. */
export function useSave({ id, announcementId, make, onSaved }: UseSave) {
  const text = useText()
  const client = useQueryClient()
  const create = useCall(meetingsContract.create, ['meetings'])
  const change = useCall(meetingsContract.change, ['meetings'])
  const [errors, setErrors] = useState<FieldErrors>({})
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)

  const fail = (
    error: ApiError,
    advance: Advance,
    { version }: EditorDraft,
    placeOf: (path: string) => string,
  ) => {
    const fields = Object.entries(error.fields)
    if (fields.length > 0)
      return setErrors(
        Object.fromEntries(fields.map(([path, sentence]) => [placeOf(path), sentence])),
      )
    const theirs =
      error.code === 'version_conflict' ? (error.detail as MeetingRecord | undefined) : undefined
    if (theirs && theirs.status !== 'draft')
      return setTrouble({ kind: 'gone', text: error.message, record: theirs })
    if (theirs) return setConflict({ theirs, advance })
    const kind =
      (version === null && error.code === 'not_found' ? null : kinds[error.code]) ?? 'message'
    return setTrouble({ kind, text: error.message })
  }

  /** Says what is missing or wrong, as far as it is seen here. @returns whether nothing is */
  const check = (advance: Advance, { sheet }: EditorDraft): boolean => {
    setTrouble(null)
    const found = problemsOf(sheet, make(sheet), advance !== 'draft', {
      said: text.said,
      required: text.common.form.required,
      votes: text.meetings.editor.votesMissing,
      uncounted: text.meetings.editor.votesUncounted,
      parts: text.meetings.missing.sentences,
    })
    setErrors(found)
    return Object.keys(found).length === 0
  }
  /** @returns whether it was saved */
  const save = async (advance: Advance, draft: EditorDraft): Promise<boolean> => {
    if (!check(advance, draft)) return false
    const { sheet, key, version } = draft
    const made = make(sheet)
    try {
      const { organizationId, ...content } = made.content
      const record =
        id === null || version === null
          ? await create.mutateAsync({
              body: { organizationId, ...content, advance, announcementId },
              key,
            })
          : await change.mutateAsync({
              params: { id },
              body: { ...content, advance },
              version,
            })
      client.setQueryData(
        queryOptionsOf(meetingsContract.show, { params: { id: record.id } }).queryKey,
        record,
      )
      setConflict(null)
      await onSaved(record, advance)
      return true
    } catch (error) {
      if (!isApiError(error)) throw error
      fail(error, advance, draft, made.placeOf)
      return false
    }
  }
  const touch = (keys: readonly string[]) =>
    setErrors((now) => {
      const left = Object.entries(now).filter(
        ([name]) => !keys.some((key) => name === key || name.startsWith(`${key}.`)),
      )
      return left.length === Object.keys(now).length ? now : Object.fromEntries(left)
    })
  return {
    check,
    save,
    busy: create.isPending || change.isPending,
    errors,
    touch,
    trouble,
    setTrouble,
    conflict,
    setConflict,
  }
}
