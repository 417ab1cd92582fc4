import { useId, useRef, useState, type SyntheticEvent } from 'react'
import { useNavigate } from 'react-router'
import { servicesContract } from '#domain/services.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { useBegun, useKept, type Begun } from '#lib/useKept.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { DraftNote, DraftState, useDiscard } from '#ui/DraftNote.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Page } from '#ui/Page.tsx'
import { toast } from '#ui/toasts.ts'
import { useFirstError } from '#ui/useFirstError.ts'
import { ServiceFields } from './ServiceFields.tsx'
import { blank, entryOf, type Typed } from './typed.ts'
import './services.css'

/** Made for a phone between two numbers at the counter: kind, number, hand in; today unless said. */
export function Component() {
  const { services: t } = useText()
  const keep = useKeepScope()
  const today = useToday()
  const begun = useBegun<Draft>('service/new', () => ({ typed: blank, days: [today] }))
  return (
    <Page
      title={t.form.title}
      purpose={t.form.purpose}
      action={<ButtonLink to={keep(paths.serviceBatch())}>{t.batch}</ButtonLink>}
    >
      {begun ? <NewService begun={begun} /> : null}
    </Page>
  )
}

interface Draft {
  typed: Typed
  days: string[]
}

function NewService({ begun }: { begun: Begun<Draft> }) {
  const { services: t } = useText()
  const navigate = useNavigate()
  const keep = useKeepScope()
  const today = useToday()
  const id = useId()
  const kept = useKept(begun)
  const { typed, days } = kept.value
  const setDays = (next: string[]) => {
    setWrongDays([])
    kept.edit((now) => ({ ...now, days: next }))
  }
  const discard = useDiscard(kept.restart, kept.set)
  const [errors, setErrors] = useState<Record<string, string>>({})
  /** What is wrong with each day, by its place. */
  const [wrongDays, setWrongDays] = useState<readonly (string | undefined)[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  const log = useCall(servicesContract.createMany, ['services'])

  const form = useRef<HTMLFormElement>(null)
  useFirstError(form, errors)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const { kind } = typed
    setTrouble(null)
    if (kind === null) return setErrors({ kind: t.form.needKind })
    const entries = days.map((day) => entryOf(typed, kind, day))
    return log.mutate(
      { body: { entries }, key: kept.keyFor(entries) },
      {
        onSuccess: ({ kept: logged, refused }) => {
          if (refused.length === 0) {
            toast.success(t.form.kept(logged.length))
            void kept.restart()
            return void navigate(keep(paths.services()))
          }
          const [first] = refused
          setErrors(first?.fields ?? {})
          setDays(refused.map(({ line }) => days[line] ?? today))
          setWrongDays(refused.map(({ fields }) => sentenceOfDay(fields, refused.length > 1)))
          return setTrouble(
            logged.length === 0 ? t.form.noneKept : t.form.some(logged.length, refused.length),
          )
        },
        onError: (error) => setTrouble(error.message),
      },
    )
  }
  return (
    <>
      <DraftNote
        restoredAt={kept.restoredAt}
        onDiscard={discard}
        otherWindow={kept.draft.otherWindow}
      />
      <form ref={form} id={id} className="sv-form sv-page" onSubmit={submit} noValidate>
        {trouble ? (
          <p className="sc-alert-line" role="alert">
            <Mark name="alert" />
            <span>{trouble}</span>
          </p>
        ) : null}
        <ServiceFields
          value={typed}
          errors={errors}
          onChange={(change) => {
            kept.edit((now) => ({ ...now, typed: { ...now.typed, ...change } }))
            // What is chosen is no longer missing.
            if (change.kind) setErrors(withoutKind)
          }}
        >
          <Days days={days} today={today} wrong={wrongDays} onChange={setDays} />
        </ServiceFields>
        <div className="sv-submit">
          <Button kind="primary" size="large" type="submit" busy={log.isPending}>
            {t.form.submit}
          </Button>
        </div>
        <DraftState {...kept} />
      </form>
    </>
  )
}

/**
 * The fields that all days share say only what is wrong with the first: of several days each says its own, of whatever
 * field it is.
 */
const sentenceOfDay = (fields: Readonly<Record<string, string>>, several: boolean) =>
  fields.servedOn ?? (several ? Object.values(fields)[0] : undefined)

const withoutKind = (errors: Record<string, string>) =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => field !== 'kind'))

interface DaysProps {
  days: readonly string[]
  today: string
  /** A sentence at each place. */
  wrong: readonly (string | undefined)[]
  onChange: (days: string[]) => void
}

/** One day, or the same service on several. */
function Days({ days, today, wrong, onChange }: DaysProps) {
  const { services: t } = useText()
  const id = useId()
  return (
    <fieldset className="sv-days">
      <legend>{t.form.day}</legend>
      {days.map((day, at) => (
        <span key={`${at} of ${days.length}`} className="sv-day">
          <DateField
            id={`${id}-${at}`}
            aria-label={t.form.day}
            max={today}
            value={day}
            aria-invalid={wrong[at] !== undefined}
            aria-describedby={wrong[at] ? `${id}-${at}-wrong` : undefined}
            onChange={(next) => onChange(days.map((one, place) => (place === at ? next : one)))}
          />
          {days.length > 1 ? (
            <button
              type="button"
              className="sc-bare"
              aria-label={t.form.removeDay(day)}
              onClick={() => onChange(days.filter((_, place) => place !== at))}
            >
              <Mark name="cross" />
            </button>
          ) : null}
          {wrong[at] ? (
            <span id={`${id}-${at}-wrong`} className="sv-error">
              {wrong[at]}
            </span>
          ) : null}
        </span>
      ))}
      <button
        type="button"
        className="sc-link"
        title={t.form.moreDaysHint}
        disabled={days.length >= 31}
        onClick={() => onChange([...days, ''])}
      >
        {t.form.addDay}
      </button>
    </fieldset>
  )
}
