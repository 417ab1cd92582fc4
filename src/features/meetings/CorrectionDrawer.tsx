import { useId, useState, type SyntheticEvent } from 'react'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { correctedField, newCorrection, type MeetingRecord } from '#domain/meetings.ts'
import type { ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { FormDrawer } from '#ui/FormDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { Errors, Field } from '#ui/Field.tsx'
import { correctedText, type CorrectedField } from './correctedText.ts'
import type { FieldErrors } from './content.ts'
import './form.css'

interface CorrectionDrawerProps {
  record: MeetingRecord
  onClose: () => void
  onFailed: (error: ApiError) => void
}

/** 更正: the old text is copied, the right one is written beside it with the reason. */
export function CorrectionDrawer({ record, onClose, onFailed }: CorrectionDrawerProps) {
  const { meetings: t, said } = useText()
  const formId = useId()
  const begin = (field: CorrectedField) => {
    const text = correctedText(field, record, t)
    return { field, wrong: text, right: text }
  }
  const [typed, setTyped] = useState(() => ({ ...begin('minutes'), reason: '' }))
  const [dirty, setDirty] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const correct = useCall(meetingsContract.correct, ['meetings'])
  const change = (part: Partial<typeof typed>) => {
    setTyped({ ...typed, ...part })
    setDirty(true)
    setErrors({})
  }

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = newCorrection.safeParse(typed)
    if (!parsed.success) {
      setErrors(
        Object.fromEntries(
          parsed.error.issues.map(({ path, message }) => [path.join('.'), said(message)]),
        ),
      )
      return
    }
    correct.mutate(
      { params: { id: record.id }, version: record.version, body: parsed.data },
      {
        onSuccess: () => {
          toast.success(t.actions.corrected)
          onClose()
        },
        onError: (error) => {
          const fields = Object.entries(error.fields).map(([path, message]) => [
            path.replace('body.', ''),
            message,
          ])
          if (fields.length > 0) setErrors(Object.fromEntries(fields))
          else onFailed(error)
        },
      },
    )
  }
  return (
    <FormDrawer
      open
      title={t.correction.title}
      formId={formId}
      submitLabel={t.correction.submit}
      busy={correct.isPending}
      dirty={dirty}
      onClose={onClose}
    >
      <p className="mt-hint">{t.correction.intro}</p>
      <Errors value={errors}>
        <form id={formId} onSubmit={submit} noValidate className="mt-form">
          <Field name="field" label={t.correction.field} wide>
            {(wiring) => (
              <select
                {...wiring}
                className="sc-input"
                value={typed.field}
                onChange={(event) => change(begin(event.target.value as CorrectedField))}
              >
                {correctedField.options.map((field) => (
                  <option key={field} value={field}>
                    {t.correction.fields[field]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="wrong" label={t.correction.wrong} hint={t.correction.wrongHint} wide>
            {(wiring) => (
              <textarea
                {...wiring}
                className="sc-input sc-text"
                rows={5}
                value={typed.wrong}
                onChange={(event) => change({ wrong: event.target.value })}
              />
            )}
          </Field>
          <Field name="right" label={t.correction.right} wide>
            {(wiring) => (
              <textarea
                {...wiring}
                className="sc-input sc-text"
                rows={5}
                value={typed.right}
                onChange={(event) => change({ right: event.target.value })}
              />
            )}
          </Field>
          <Field name="reason" label={t.correction.reason} wide>
            {(wiring) => (
              <input
                {...wiring}
                className="sc-input"
                maxLength={200}
                value={typed.reason}
                onChange={(event) => change({ reason: event.target.value })}
              />
            )}
          </Field>
        </form>
      </Errors>
    </FormDrawer>
  )
}
