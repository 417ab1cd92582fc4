import { useId, useState, type SyntheticEvent } from 'react'
import { makeupsContract } from '#domain/meetings.contract.ts'
import type { Makeup } from '#domain/makeups.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate, useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { DateField } from '#ui/DateField.tsx'
import { Errors, Field } from '#ui/Field.tsx'
import { FormDrawer } from '#ui/FormDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { Toggle } from '#ui/Toggle.tsx'

interface ConfirmMakeupProps {
  makeups: readonly [Makeup, ...Makeup[]]
  onDone: () => void
  /** As they stand now: those still to be written down, and those that somebody else has dealt with. */
  onRefused: (open: readonly Makeup[], done: readonly Makeup[]) => void
  onClose: () => void
}

/** When and how those who missed it caught up, one or several at once: today and one press in the usual case. */
export function ConfirmMakeup({ makeups, onDone, onRefused, onClose }: ConfirmMakeupProps) {
  const { makeups: t, common, ui } = useText()
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
    setErrors({})
    if (!how.trim()) return setErrors({ how: common.form.required })
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
          const fields = Object.entries(error.fields).map(
            ([field, sentence]) => [field.replace(/^body\./, ''), sentence] as const,
          )
          setErrors(Object.fromEntries(fields))
          // Who cannot be is named; nobody was written down, and what stands now is shown behind the form.
          const named = fields.flatMap(([field, sentence]) =>
            field.startsWith('makeups') ? [sentence] : [],
          )
          if (named.length === 0) return fields.length === 0 ? setTrouble(error.message) : undefined
          void invalidate(['makeups'])
          const current = (error.detail as Makeup[] | undefined) ?? []
          const over = current.filter((one) => one.doneOn !== null)
          const said = named.join(ui.semicolon)
          if (over.length === makeups.length) {
            toast.error(said)
            return onDone()
          }
          onRefused(
            current.filter((one) => one.doneOn === null),
            over,
          )
          return setTrouble(over.length > 0 ? `${said}${t.left(over.length)}` : said)
        },
      },
    )
  }
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
      <Errors value={errors}>
        <form id={formId} className="mk-form" onSubmit={submit} noValidate>
          <Field name="how" label={t.how}>
            {(wiring) => (
              <>
                <input
                  {...wiring}
                  className="sc-input"
                  maxLength={200}
                  placeholder={t.howHint}
                  value={how}
                  onChange={(event) => setHow(event.target.value)}
                />
                <div className="mk-ways">
                  {t.ways.map((way) => (
                    <Toggle key={way} pressed={how === way} onPress={() => setHow(way)}>
                      {way}
                    </Toggle>
                  ))}
                </div>
              </>
            )}
          </Field>
          <Field name="doneOn" label={t.doneOn}>
            {(wiring) => (
              <DateField {...wiring} min={latest} max={today} value={doneOn} onChange={setDoneOn} />
            )}
          </Field>
        </form>
      </Errors>
    </FormDrawer>
  )
}
