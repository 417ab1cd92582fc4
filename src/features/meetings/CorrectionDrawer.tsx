import { useId, useState, type SyntheticEvent } from 'react'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { correctedField, newCorrection, type MeetingRecord } from '#domain/meetings.ts'
import type { ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useBegun, useKept, type Begun } from '#lib/useKept.ts'
import { useDiscard } from '#ui/DraftNote.tsx'
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

/** What is typed: of each part that was looked at its own texts. */
interface Typed {
  field: CorrectedField
  parts: Partial<Record<CorrectedField, { wrong: string; right: string }>>
  reason: string
}

/** 更正: the old text is copied, the right one is written beside it with the reason. */
export function CorrectionDrawer(props: CorrectionDrawerProps) {
  const { id, version } = props.record
  // As it was opened: what comes meanwhile (somebody archives it) takes nothing away that is being typed.
  const [draftKey] = useState(`correction/${id}/${version}`)
  const begun = useBegun<Typed>(draftKey, () => ({ field: 'minutes', parts: {}, reason: '' }))
  return begun ? <Correction {...props} begun={begun} /> : null
}

function Correction({
  record,
  begun,
  onClose,
  onFailed,
}: CorrectionDrawerProps & { begun: Begun<Typed> }) {
  const { meetings: t, said } = useText()
  const formId = useId()
  const kept = useKept(begun)
  const discard = useDiscard(kept.restart, kept.set)
  const { field, parts, reason } = kept.value
  const asItStands = correctedText(field, record, t)
  const typed = parts[field] ?? { wrong: asItStands, right: asItStands }
  const [errors, setErrors] = useState<FieldErrors>({})
  const correct = useCall(meetingsContract.correct, ['meetings'])
  const change = (part: Partial<Typed>) => {
    kept.edit((now) => ({ ...now, ...part }))
    setErrors({})
  }
  const write = (text: Partial<typeof typed>) =>
    change({ parts: { ...parts, [field]: { ...typed, ...text } } })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = newCorrection.safeParse({ field, ...typed, reason })
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
          void kept.restart()
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
      kept={kept}
      onDiscard={discard}
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
                value={field}
                onChange={(event) => change({ field: event.target.value as CorrectedField })}
              >
                {correctedField.options.map((one) => (
                  <option key={one} value={one}>
                    {t.correction.fields[one]}
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
                onChange={(event) => write({ wrong: event.target.value })}
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
                onChange={(event) => write({ right: event.target.value })}
              />
            )}
          </Field>
          <Field name="reason" label={t.correction.reason} wide>
            {(wiring) => (
              <input
                {...wiring}
                className="sc-input"
                maxLength={200}
                value={reason}
                onChange={(event) => change({ reason: event.target.value })}
              />
            )}
          </Field>
        </form>
      </Errors>
    </FormDrawer>
  )
}
