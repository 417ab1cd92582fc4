import { useId, useState, type SyntheticEvent } from 'react'
import { announcementsContract } from '#domain/announcements.contract.ts'
import type { AnnouncementRecord, AttendanceAnswer } from '#domain/announcements.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { Button } from '#ui/Button.tsx'
import { toast } from '#ui/toasts.ts'

/** What is asked next. */
const focus = (input: HTMLInputElement | null) => input?.focus()

/** One press to attend, one more and a reason for leave. */
export function AskMe({ record }: { record: AnnouncementRecord }) {
  const { announcements, common } = useText()
  const t = announcements.ask
  const id = useId()
  const [leaving, setLeaving] = useState(false)
  const [reason, setReason] = useState(record.reason ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const answer = useCall(announcementsContract.answer, ['announcements'], ({ params, body }) => ({
    id: params.id,
    as: { answer: body.answer, reason: body.reason ?? null },
  }))

  const send = (said: AttendanceAnswer) =>
    answer.mutate(
      {
        params: { id: record.id },
        body: { answer: said, reason: said === 'leave' ? reason.trim() : null },
      },
      {
        onSuccess: () => {
          setLeaving(false)
          toast.success(t.done[said])
        },
        onError: (error) => setWrong([...Object.values(error.fields), error.message][0] ?? null),
      },
    )
  const ask = (event: SyntheticEvent) => {
    event.preventDefault()
    setWrong(reason.trim() ? null : common.form.required)
    if (reason.trim()) send('leave')
  }

  return (
    <section className="an-ask" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {record.answer === null ? t.title : t.answered(announcements.answers[record.answer])}
      </h2>
      <p className="an-quiet">{record.askedAnew ? announcements.notes.askedAnew : t.until}</p>
      {leaving ? (
        <form className="an-leave" onSubmit={ask} noValidate>
          <label htmlFor={id}>{t.reason}</label>
          <input
            id={id}
            className="sc-input"
            maxLength={120}
            ref={focus}
            value={reason}
            aria-invalid={wrong !== null}
            aria-describedby={`${id}-hint${wrong === null ? '' : ` ${id}-wrong`}`}
            onChange={(event) => {
              setReason(event.target.value)
              setWrong(null)
            }}
          />
          <small id={`${id}-hint`} className="an-quiet">
            {t.reasonHint}
          </small>
          <Wrong id={`${id}-wrong`} text={wrong} />
          <div className="an-buttons">
            <Button kind="primary" size="large" type="submit" busy={answer.isPending}>
              {t.send}
            </Button>
            <Button size="large" onClick={() => setLeaving(false)}>
              {t.back}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <div className="an-buttons">
            <Button
              kind={record.answer === null ? 'primary' : undefined}
              size="large"
              busy={answer.isPending}
              aria-pressed={record.answer === 'attend'}
              onClick={() => send('attend')}
            >
              {t.attend}
            </Button>
            <Button
              size="large"
              aria-pressed={record.answer === 'leave'}
              onClick={() => {
                setWrong(null)
                setLeaving(true)
              }}
            >
              {t.leave}
            </Button>
          </div>
          <Wrong id={`${id}-wrong`} text={wrong} />
        </>
      )}
    </section>
  )
}

function Wrong({ id, text }: { id: string; text: string | null }) {
  return text === null ? null : (
    <p id={id} className="an-wrong" role="alert">
      {text}
    </p>
  )
}
