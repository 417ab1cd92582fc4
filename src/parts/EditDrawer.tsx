import { useState, type ReactNode } from 'react'
import type { FormInstance } from 'antd/es/form/index.js'
import { isApiError, type ApiError } from '#lib/apiError.ts'
import { requestKey } from '#lib/requestKey.ts'
import { MergeDialog } from '#ui/MergeDialog.tsx'
import type { Side } from '#ui/mergeRows.ts'
import { CallDrawer } from './CallDrawer.tsx'

type Values = Record<string, unknown>

export interface EditField {
  key: string
  label: string
  /** How a value reads when two versions are compared. */
  show?: (value: unknown) => ReactNode
  /** The record holds only a mask: the field opens empty, and empty (undefined) leaves it as it is. */
  masked?: boolean
}

export interface Sending {
  version: number
  key: string
  /** All the form holds: also what is no field of the record, such as the day and the reason. */
  values: Values
}

interface EditDrawerProps<R extends { version: number }> {
  title: ReactNode
  submitLabel: string
  /** As it stands on the screen; what it was at opening is what the form compares with. */
  record: R
  fields: readonly EditField[]
  /** Values of the form beside the record's own. */
  extra?: Values
  /** Those of `extra` that are worth sending alone. */
  aside?: readonly string[]
  /** Said when nothing was changed. */
  nothing: string
  onClose: () => void
  /** Gets only the fields that were changed. */
  onSend: (change: Values, sending: Sending) => Promise<unknown>
  /** After a conflict, all that was changed turned out to be theirs. */
  onYielded?: () => void
  width?: number
  /**
   * What is typed is kept under this name and the version it was typed over: over another it would undo what somebody
   * changed in between.
   */
  draftKey: string
  children: (form: FormInstance<Values>) => ReactNode
}

interface Conflict {
  theirs: Values & { version: number }
  change: Values
  sending: Sending
}

const plain = (value: unknown): string =>
  JSON.stringify(value === undefined || value === '' ? null : value)

/** What differs from the record. */
function changeOf(record: Values, values: Values, fields: readonly EditField[]): Values {
  const changed = fields.filter(({ key, masked }) =>
    masked
      ? values[key] !== undefined && values[key] !== ''
      : plain(values[key]) !== plain(record[key]),
  )
  return Object.fromEntries(
    changed.map(({ key }) => [key, values[key] === '' ? null : (values[key] ?? null)]),
  )
}

/**
 * Edits a record of a known version. Sends what was changed and nothing else; when somebody saved in
 * between, both versions stand side by side and the person decides field by field.
 */
export function EditDrawer<R extends { version: number }>(props: EditDrawerProps<R>) {
  const { fields, extra, aside = [], nothing, onClose, onSend, onYielded = onClose } = props
  const [record] = useState(() => props.record as unknown as Values & { version: number })
  const [isSame, setIsSame] = useState(false)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [merging, setMerging] = useState<{ busy: boolean; error: string | null }>({
    busy: false,
    error: null,
  })
  const initial = Object.fromEntries(
    fields.map(({ key, masked }) => [key, masked ? undefined : record[key]]),
  )

  const hasAside = (values: Values) => aside.some((key) => plain(values[key]) !== 'null')
  const meet = (error: ApiError, change: Values, sending: Sending): boolean => {
    if (
      !isApiError(error, 'version_conflict') ||
      typeof error.detail !== 'object' ||
      error.detail === null
    )
      return false
    setConflict({ theirs: error.detail as Values & { version: number }, change, sending })
    return true
  }
  const sendFirst = async (values: Values, key: string) => {
    const change = changeOf(record, values, fields)
    const isNews = Object.keys(change).length > 0 || hasAside(values)
    setIsSame(!isNews)
    if (isNews) await onSend(change, { version: record.version, key, values })
  }
  const apply = async (choice: Record<string, Side>) => {
    if (!conflict) return
    const { theirs, change, sending } = conflict
    const kept = Object.fromEntries(
      Object.entries(change).filter(([key]) => choice[key] === 'mine'),
    )
    if (Object.keys(kept).length === 0 && !hasAside(sending.values)) return onYielded()
    setMerging({ busy: true, error: null })
    const again = { ...sending, version: theirs.version, key: requestKey() }
    try {
      await onSend(kept, again)
      setMerging({ busy: false, error: null })
    } catch (cause) {
      if (!isApiError(cause)) throw cause
      const met = meet(cause, kept, again)
      setMerging({
        busy: false,
        error: met ? null : [cause.message, ...Object.values(cause.fields)].join(' '),
      })
    }
  }

  return (
    <>
      <CallDrawer<Values>
        title={props.title}
        submitLabel={props.submitLabel}
        initial={{ ...initial, ...extra }}
        onClose={onClose}
        onSend={sendFirst}
        onRefused={(error, values) =>
          meet(error, changeOf(record, values, fields), {
            version: record.version,
            key: '',
            values,
          })
        }
        error={isSame ? nothing : null}
        width={props.width}
        draftKey={`${props.draftKey}/${record.version}`}
      >
        {props.children}
      </CallDrawer>
      <MergeDialog
        open={conflict !== null}
        onClose={() => setConflict(null)}
        fields={fields.map(({ key, label, show }) => ({
          key,
          label,
          show,
          base: record[key],
          mine: conflict && key in conflict.change ? conflict.change[key] : record[key],
          theirs: conflict?.theirs[key],
        }))}
        onApply={(choice) => void apply(choice)}
        busy={merging.busy}
        error={merging.error}
      />
    </>
  )
}
