import { useId, useState, type SyntheticEvent } from 'react'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import type { ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { FormDrawer } from '#ui/FormDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { Errors, Field } from '#ui/Field.tsx'
import type { FieldErrors } from './content.ts'

interface SendBackDrawerProps {
  /** From submitted, or from signed: the signature is taken back. */
  how: 'sendBack' | 'unsign'
  record: MeetingRecord
  onClose: () => void
  onFailed: (error: ApiError) => void
}

/** Back to draft, with a reason that the recorder reads. */
export function SendBackDrawer({ how, record, onClose, onFailed }: SendBackDrawerProps) {
  const { meetings: t } = useText()
  const formId = useId()
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const sendBack = useCall(meetingsContract.sendBack, ['meetings'])
  const unsign = useCall(meetingsContract.unsign, ['meetings'])
  const sent = how === 'sendBack' ? sendBack : unsign
  const words = t.actions.back[how]

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    sent.mutate(
      { params: { id: record.id }, version: record.version, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          toast.success(words.done)
          onClose()
        },
        onError: (error) => {
          const { 'body.reason': wrong } = error.fields
          if (wrong) setErrors({ reason: wrong })
          else onFailed(error)
        },
      },
    )
  }
  return (
    <FormDrawer
      open
      title={words.title}
      formId={formId}
      submitLabel={t.actions[how]}
      busy={sent.isPending}
      dirty={reason.trim() !== ''}
      onClose={onClose}
      width={32}
    >
      <Errors value={errors}>
        <form id={formId} onSubmit={submit} noValidate>
          <Field name="reason" label={words.reason} hint={words.hint} wide>
            {(wiring) => (
              <textarea
                {...wiring}
                className="sc-input sc-text"
                rows={4}
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </form>
      </Errors>
    </FormDrawer>
  )
}
