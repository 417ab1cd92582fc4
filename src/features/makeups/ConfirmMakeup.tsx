import { useId, useState, type SyntheticEvent } from 'react'
import { makeupsContract } from '#domain/meetings.contract.ts'
import type { Makeup } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate, useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { DateField } from '#ui/DateField.tsx'
import { FormDrawer } from '#ui/FormDrawer.tsx'
import { toast } from '#ui/toasts.ts'

interface ConfirmMakeupProps {
  makeup: Makeup
  onClose: () => void
}

/** When and how the absentee caught up: today and one press in the usual case. */
export function ConfirmMakeup({ makeup, onClose }: ConfirmMakeupProps) {
  const { makeups: t, common } = useText()
  const today = useToday()
  const formId = useId()
  const [doneOn, setDoneOn] = useState(today)
  const [how, setHow] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const confirm = useCall(makeupsContract.confirm, ['makeups'])

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTrouble(null)
    if (!how.trim()) return setErrors({ 'body.how': common.form.required })
    return confirm.mutate(
      { params: { id: makeup.id }, version: makeup.version, body: { doneOn, how: how.trim() } },
      {
        onSuccess: () => {
          toast.success(t.done)
          onClose()
        },
        onError: (error) => {
          setErrors(error.fields)
          if (error.code === 'version_conflict') {
            setTrouble(t.changed)
            void invalidate(['makeups'])
          } else if (Object.keys(error.fields).length === 0) setTrouble(error.message)
        },
      },
    )
  }
  const note = (field: string) =>
    errors[field] ? (
      <p id={`${formId}-${field}`} className="mk-error">
        {errors[field]}
      </p>
    ) : null

  return (
    <FormDrawer
      open
      title={t.confirmOf(makeup.memberName)}
      formId={formId}
      submitLabel={t.confirm}
      busy={confirm.isPending}
      dirty={how !== '' || doneOn !== today}
      error={trouble}
      onClose={onClose}
      width={32}
    >
      <p className="mk-meeting">{t.meetingLine(makeup.heldOn, makeup.meetingTitle)}</p>
      <form id={formId} className="mk-form" onSubmit={submit} noValidate>
        <label htmlFor={`${formId}-how`}>{t.how}</label>
        <input
          id={`${formId}-how`}
          className="sc-input"
          maxLength={200}
          placeholder={t.howHint}
          value={how}
          aria-invalid={errors['body.how'] !== undefined}
          aria-describedby={`${formId}-body.how`}
          onChange={(event) => setHow(event.target.value)}
        />
        <div className="mk-ways">
          {t.ways.map((way) => (
            <button key={way} type="button" aria-pressed={how === way} onClick={() => setHow(way)}>
              {way}
            </button>
          ))}
        </div>
        {note('body.how')}
        <label htmlFor={`${formId}-day`}>{t.doneOn}</label>
        <DateField
          id={`${formId}-day`}
          min={makeup.heldOn}
          max={today}
          value={doneOn}
          aria-invalid={errors['body.doneOn'] !== undefined}
          aria-describedby={`${formId}-body.doneOn`}
          onChange={setDoneOn}
        />
        {note('body.doneOn')}
      </form>
    </FormDrawer>
  )
}
