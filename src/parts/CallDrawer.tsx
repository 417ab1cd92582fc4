import { Form } from 'antd'
import type { FormInstance } from 'antd/es/form/index.js'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { newId } from '#domain/ids.ts'
import { isApiError, type ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate } from '#lib/queries.ts'
import { useBegun, useKept, type Begun, type Kept } from '#lib/useKept.ts'
import { useDiscard } from '#ui/DraftNote.tsx'
import { FormDrawer } from '#ui/FormDrawer.tsx'
import './record.css'

export interface CallDrawerProps<V extends object> {
  title: ReactNode
  submitLabel: string
  /** What the form opens with. */
  initial: Partial<V>
  onClose: () => void
  /**
   * Sends. A refusal keeps what was typed and stands at its fields. `key` stays the same while the
   * content does, so that pressing twice, or after a lost answer, makes nothing twice.
   */
  onSend: (values: V, key: string) => Promise<unknown>
  /**
   * Whose records are asked for anew where somebody was faster. What was typed stays, and goes with the next press to
   * what stands there then.
   */
  old?: readonly string[]
  /** True: the refusal was dealt with and is not shown. */
  onRefused?: (error: ApiError, values: V, form: FormInstance<V>) => boolean
  blocked?: string | null
  /** Above the fields, in place of the last refusal. */
  error?: ReactNode
  width?: number
  /** What is typed is kept on this machine under this name until it is sent or given up. */
  draftKey?: string
  children: (form: FormInstance<V>) => ReactNode
}

/** A form in a drawer that makes one call. Rendered only while it is open. */
export function CallDrawer<V extends object>(props: CallDrawerProps<V>) {
  const { draftKey, initial } = props
  return draftKey === undefined ? (
    <CallForm {...props} fresh={initial} kept={null} />
  ) : (
    <Drafted {...props} draftKey={draftKey} />
  )
}

/** Opens once it is known whether there is a draft. */
function Drafted<V extends object>(props: CallDrawerProps<V> & { draftKey: string }) {
  const begun = useBegun<Partial<V>>(props.draftKey, () => props.initial)
  return begun ? <WithDraft {...props} begun={begun} /> : null
}

function WithDraft<V extends object>(props: CallDrawerProps<V> & { begun: Begun<Partial<V>> }) {
  const kept = useKept(props.begun)
  const [initial] = useState(kept.value)
  return <CallForm {...props} initial={initial} kept={kept} fresh={props.begun.fresh} />
}

type CallFormProps<V extends object> = CallDrawerProps<V> & {
  kept: Kept<Partial<V>> | null
  /** What it is without the draft it opens with. */
  fresh: Partial<V>
}

function CallForm<V extends object>(props: CallFormProps<V>) {
  const { title, submitLabel, initial, onClose, onSend, onRefused, blocked, width, children } =
    props
  const { kept, fresh, old } = props
  const { common } = useText()
  const id = useId()
  const [form] = Form.useForm<V>()
  const [dirty, setDirty] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const sent = useRef({ json: '', key: '' })
  const watched = Form.useWatch([], form) as V | undefined
  const set = kept?.set
  useEffect(() => {
    if (watched) set?.(watched)
  }, [watched, set])

  const unsay = (those: (name: Path) => boolean) => {
    const wrong = form.getFieldsError().filter(({ name, errors }) => errors[0] && those(name))
    const cleared = wrong.map(({ name }) => ({ name, errors: [] }))
    form.setFields(cleared as unknown as Parameters<typeof form.setFields>[0])
  }
  /** One figure of a row may put another right: of the row that is touched nothing stays said. */
  const changed = (part: object) => {
    setDirty(true)
    const rows = rowsOf(part)
    if (rows.length > 0)
      unsay((name) => rows.some((row) => row.every((key, at) => String(name[at]) === key)))
  }
  const put = (values: Partial<V>) => {
    const empty = Object.keys(form.getFieldsValue()).map((name) => [name, undefined])
    form.setFieldsValue({ ...Object.fromEntries(empty), ...values } as Parameters<
      typeof form.setFieldsValue
    >[0])
    // What was wrong was wrong with what stood there before.
    setRefused(null)
    unsay(() => true)
  }
  const giveUp = useDiscard<Partial<V>>(async () => {
    const before = (await kept?.restart()) ?? fresh
    put(fresh)
    return before
  }, put)
  const discard = kept ? giveUp : undefined

  const keyOf = (values: V): string => {
    if (kept) return kept.keyFor(values)
    const json = JSON.stringify(values)
    if (sent.current.json !== json) sent.current = { json, key: newId() }
    return sent.current.key
  }
  const submit = async (values: V) => {
    setBusy(true)
    setRefused(null)
    unsay(() => true)
    try {
      await onSend(values, keyOf(values))
      await kept?.restart()
    } catch (cause) {
      if (!isApiError(cause)) throw cause
      if (onRefused?.(cause, values, form)) return
      const overtaken = old !== undefined && cause.code === 'version_conflict'
      if (overtaken) void invalidate(old)
      setRefused(overtaken ? common.form.changed : showRefusal(form as FormInstance, cause))
    } finally {
      setBusy(false)
    }
  }

  return (
    <FormDrawer
      open
      title={title}
      onClose={onClose}
      formId={id}
      submitLabel={submitLabel}
      busy={busy}
      dirty={dirty}
      kept={kept}
      onDiscard={discard}
      blocked={blocked}
      error={refused ?? props.error}
      width={width}
    >
      <Form<V>
        id={id}
        // Ids of the fields begin with it: no two forms on a page share one.
        name={id}
        form={form}
        className="pt-form"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={initial}
        onValuesChange={(part: object) => changed(part)}
        onFinish={(values) => void submit(values)}
      >
        {children(form)}
      </Form>
    </FormDrawer>
  )
}

type Path = readonly (string | number)[]

/** The rows that a change is in: `{ results: { a: { yes: 1 } } }` → results a. Plain fields are in none. */
function rowsOf(part: object): string[][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).map((row) => [key, row])
      : [],
  )
}

/** Puts the server's sentences at their fields; answers what has no field, or the refusal itself. */
function showRefusal(form: FormInstance, error: ApiError): string | null {
  const fields = form.getFieldsError().map(({ name }) => name)
  const lost: string[] = []
  const found = Object.entries(error.fields).flatMap(([path, message]) => {
    const name = fields.find(
      (each) => each.join('.') === path.replace(/^(body|query|params)\./, ''),
    )
    if (name) return [{ name, errors: [message] }]
    lost.push(message)
    return []
  })
  form.setFields(found)
  const [first] = found
  if (first) form.scrollToField(first.name, { focus: true })
  if (lost.length > 0) return lost.join(' ')
  return first ? null : error.message
}
