import { useState, type SyntheticEvent } from 'react'
import { newId } from '#domain/ids.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { serviceKind, type ServiceInput } from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { useBegun, useKept, type Begun } from '#lib/useKept.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { DraftNote, DraftState, useDiscard } from '#ui/DraftNote.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Page } from '#ui/Page.tsx'
import { toast } from '#ui/toasts.ts'
import { blank, entryOf, type Typed } from './typed.ts'
import './services.css'

interface Line {
  key: string
  day: string
  typed: Typed
  errors: Readonly<Record<string, string>>
}

const MOST = 100
const lineAt = (day: string, like?: Line): Line => ({
  key: newId(),
  day,
  // The number is what counts: it is never one that nobody typed.
  typed: { ...blank, visits: '', kind: like?.typed.kind ?? 'extended-hours' },
  errors: {},
})

/** A line that was offered and not used is no service. */
const isUsed = ({ typed: { visits, hours, item, volunteer } }: Line): boolean =>
  [visits, hours, item].some((text) => text.trim() !== '') || volunteer

/** A month from the notebook: the good lines are logged, a bad one stays with its reason. */
export function Component() {
  const { services: t } = useText()
  const keep = useKeepScope()
  const today = useToday()
  const begun = useBegun<Line[]>('service/batch', () => [
    lineAt(today),
    lineAt(today),
    lineAt(today),
  ])
  return (
    <Page
      title={t.batchPage.title}
      purpose={t.batchPage.purpose}
      action={<ButtonLink to={keep(paths.services())}>{t.batchPage.back}</ButtonLink>}
    >
      {begun ? <Batch begun={begun} /> : null}
    </Page>
  )
}

function Batch({ begun }: { begun: Begun<Line[]> }) {
  const { services: t } = useText()
  const today = useToday()
  const kept = useKept(begun)
  const { value: lines, edit: setLines } = kept
  const used = lines.filter(isUsed)
  const discard = useDiscard(kept.restart, kept.set)
  const [trouble, setTrouble] = useState<string | null>(null)
  const log = useCall(servicesContract.createMany, ['services'])
  const change = (key: string, some: Partial<Typed>, day?: string) =>
    setLines((now) =>
      now.map((one) =>
        one.key === key ? { ...one, day: day ?? one.day, typed: { ...one.typed, ...some } } : one,
      ),
    )

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTrouble(null)
    if (used.length === 0) return setTrouble(t.batchPage.needLine)
    const entries: ServiceInput[] = used.map(({ day, typed }) =>
      entryOf(typed, typed.kind ?? 'extended-hours', day),
    )
    return log.mutate(
      { body: { entries }, key: kept.keyFor(entries) },
      {
        onSuccess: ({ kept: logged, refused }) => {
          if (logged.length > 0) toast.success(t.form.kept(logged.length))
          const left = refused.flatMap(({ line, fields }) => {
            const bad = used[line]
            return bad ? [{ ...bad, errors: fields }] : []
          })
          // What was not logged is what is still typed.
          if (left.length > 0) kept.set(left)
          else void kept.restart()
          setTrouble(
            left.length === 0
              ? null
              : logged.length === 0
                ? t.form.noneKept
                : t.form.some(logged.length, left.length),
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
      <form className="sv-batch" onSubmit={submit} noValidate>
        {trouble ? (
          <p className="sc-alert-line" role="alert">
            <Mark name="alert" />
            <span>{trouble}</span>
          </p>
        ) : null}
        <ol>
          {lines.map((line, at) => (
            <BatchLine
              key={line.key}
              line={line}
              name={t.batchPage.line(at + 1)}
              today={today}
              onChange={(some, day) => change(line.key, some, day)}
              onRemove={
                lines.length > 1
                  ? () => setLines((now) => now.filter(({ key }) => key !== line.key))
                  : null
              }
            />
          ))}
        </ol>
        <div className="sv-submit">
          <Button
            disabled={lines.length >= MOST}
            onClick={() =>
              setLines((now) => [...now, lineAt(now.at(-1)?.day ?? today, now.at(-1))])
            }
          >
            {t.batchPage.add}
          </Button>
          <Button kind="primary" type="submit" busy={log.isPending}>
            {t.batchPage.submit(used.length)}
          </Button>
        </div>
        <DraftState {...kept} />
      </form>
    </>
  )
}

interface BatchLineProps {
  line: Line
  name: string
  today: string
  onChange: (some: Partial<Typed>, day?: string) => void
  onRemove: (() => void) | null
}

function BatchLine({ line, name, today, onChange, onRemove }: BatchLineProps) {
  const { services: t } = useText()
  const { typed, errors, day } = line
  const sentences = Object.values(errors)
  return (
    <li aria-label={name} data-wrong={sentences.length > 0}>
      <input
        type="date"
        className="sc-input"
        aria-label={`${name} ${t.form.day}`}
        max={today}
        value={day}
        aria-invalid={errors.servedOn !== undefined}
        onChange={(event) => onChange({}, event.target.value)}
      />
      <select
        className="sc-input"
        aria-label={`${name} ${t.form.kind}`}
        value={typed.kind ?? ''}
        onChange={(event) => onChange({ kind: serviceKind.parse(event.target.value) })}
      >
        {serviceKind.options.map((kind) => (
          <option key={kind} value={kind}>
            {t.kinds[kind]}
          </option>
        ))}
      </select>
      <input
        className="sc-input"
        inputMode="numeric"
        maxLength={12}
        placeholder={t.columns.visits}
        aria-label={`${name} ${t.form.visits}`}
        value={typed.visits}
        aria-invalid={errors.visits !== undefined}
        onChange={(event) => onChange({ visits: event.target.value })}
      />
      <input
        className="sc-input"
        inputMode="decimal"
        maxLength={6}
        placeholder={t.form.hours}
        aria-label={`${name} ${t.form.hours}`}
        value={typed.hours}
        aria-invalid={errors.minutes !== undefined}
        onChange={(event) => onChange({ hours: event.target.value })}
      />
      <input
        className="sc-input sv-wide"
        maxLength={80}
        placeholder={t.form.itemHint}
        aria-label={`${name} ${t.form.item}`}
        value={typed.item}
        aria-invalid={errors.item !== undefined}
        onChange={(event) => onChange({ item: event.target.value })}
      />
      <label className="sv-check">
        <input
          type="checkbox"
          checked={typed.volunteer}
          onChange={(event) => onChange({ volunteer: event.target.checked })}
        />
        {t.volunteer}
      </label>
      {onRemove ? (
        <button
          type="button"
          className="sc-bare"
          aria-label={`${t.batchPage.remove} ${name}`}
          onClick={onRemove}
        >
          <Mark name="cross" />
        </button>
      ) : null}
      {sentences.length > 0 ? (
        <p className="sv-error" role="alert">
          {sentences.join(' ')}
        </p>
      ) : null}
    </li>
  )
}
