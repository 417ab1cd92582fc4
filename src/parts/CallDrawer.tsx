import { Form } from 'antd'
import type { FormInstance } from 'antd/es/form/index.js'
import { useId, useRef, useState, type ReactNode } from 'react'
import { newId } from '#domain/ids.ts'
import { isApiError, type ApiError } from '#lib/apiError.ts'
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
  /** True: the refusal was dealt with and is not shown. */
  onRefused?: (error: ApiError, values: V) => boolean
  blocked?: string | null
  /** Above the fields, in place of the last refusal. */
  error?: ReactNode
  width?: number
  children: (form: FormInstance<V>) => ReactNode
}

/** A form in a drawer that makes one call. Rendered only while it is open. */
export function CallDrawer<V extends object>(props: CallDrawerProps<V>) {
  const { title, submitLabel, initial, onClose, onSend, onRefused, blocked, width, children } =
    props
  const id = useId()
  const [form] = Form.useForm<V>()
  const [dirty, setDirty] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const sent = useRef({ json: '', key: '' })

  const submit = async (values: V) => {
    const json = JSON.stringify(values)
    if (sent.current.json !== json) sent.current = { json, key: newId() }
    setBusy(true)
    setRefused(null)
    try {
      await onSend(values, sent.current.key)
    } catch (cause) {
      if (!isApiError(cause)) throw cause
      if (!onRefused?.(cause, values)) setRefused(showRefusal(form as FormInstance, cause))
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
        onValuesChange={() => setDirty(true)}
        onFinish={(values) => void submit(values)}
      >
        {children(form)}
      </Form>
    </FormDrawer>
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
