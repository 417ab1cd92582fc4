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
  makeups: readonly [Makeup, ...Makeup[]]
  onDone: () => void
  onClose: () => void
}

/** When and how those who missed it caught up, one or several at once: today and one press in the usual case. */
export function ConfirmMakeup({ makeups, onDone, onClose }: ConfirmMakeupProps) {
  const { makeups: t, common } = useText()
  const today = useToday()
  const formId = useId()
  const [doneOn, setDoneOn] = useState(today)
  const [how, setHow] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const [only] = makeups
  const several = makeups.length > 1
  const latest = makeups
    .map(({ heldOn }) => heldOn)
    .toSorted()
    .at(-1)
  const confirm = useCall(makeupsContract.confirm, ['makeups'])

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTrouble(null)
    if (!how.trim()) return setErrors({ 'body.how': common.form.required })
    return confirm.mutate(
      {
        body: {
          makeups: makeups.map(({ id, version }) => ({ id, version })),
          doneOn,
          how: how.trim(),
        },
      },
      {
        onSuccess: ({ confirmed }) => {
          toast.success(several ? t.doneMany(confirmed) : t.done)
          onDone()
        },
        onError: (error) => {
          setErrors(error.fields)
          // Who cannot be is named; nobody was written down, and what stands now is shown behind the form.
          const named = Object.entries(error.fields).flatMap(([field, sentence]) =>
            field.startsWith('body.makeups') ? [sentence] : [],
          )
          if (named.length > 0) void invalidate(['makeups'])
          if (named.length > 0 || Object.keys(error.fields).length === 0)
            setTrouble(named.join('；') || error.message)
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
      title={several ? t.confirmMany(makeups.length) : t.confirmOf(only.memberName)}
      formId={formId}
      submitLabel={t.confirm}
      busy={confirm.isPending}
      dirty={how !== '' || doneOn !== today}
      error={trouble}
      onClose={onClose}
      width={32}
    >
      {several ? (
        <ul className="mk-several">
          {makeups.map(({ id, memberName, heldOn, meetingTitle }) => (
            <li key={id}>
              {memberName} <small>{t.meetingLine(heldOn, meetingTitle)}</small>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mk-meeting">{t.meetingLine(only.heldOn, only.meetingTitle)}</p>
      )}
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
          min={latest}
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
