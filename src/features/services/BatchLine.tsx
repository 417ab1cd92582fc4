import {
  serviceKind,
  usualChannel,
  type Beneficiary,
  type ServiceChannel,
  type ServiceInput,
} from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import { BeneficiaryChoice, ChannelChoice } from './choices.tsx'
import { entryOf, type Typed } from './typed.ts'

/** How and for whom, of every line that says nothing of its own; null: as its kind has it, and nobody said. */
export interface ForAll {
  channel: ServiceChannel | null
  beneficiary: Beneficiary | null
}

export type LineTyped = Omit<Typed, 'beneficiary'> & Pick<ForAll, 'beneficiary'>
export interface Line {
  key: string
  day: string
  typed: LineTyped
  errors: Readonly<Record<string, string>>
}

/** The entry of a line, or null while what nobody may choose for them is missing. */
export function lineEntry({ day, typed }: Line, all: ForAll): ServiceInput | null {
  const beneficiary = typed.beneficiary ?? all.beneficiary
  const channel = typed.channel ?? all.channel
  return typed.kind && beneficiary
    ? entryOf({ ...typed, channel, beneficiary }, typed.kind, day)
    : null
}

interface BatchLineProps {
  line: Line
  all: ForAll
  name: string
  today: string
  onChange: (some: Partial<LineTyped>, day?: string) => void
  onRemove: (() => void) | null
}

export function BatchLine({ line, all, name, today, onChange, onRemove }: BatchLineProps) {
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
        aria-invalid={errors.kind !== undefined}
        onChange={(event) => onChange({ kind: serviceKind.parse(event.target.value) })}
      >
        {typed.kind === null ? <option value="">{t.form.kind}</option> : null}
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
      <ChannelChoice
        aria-label={`${name} ${t.form.channel}`}
        value={typed.channel ?? all.channel ?? (typed.kind && usualChannel[typed.kind])}
        none={t.columns.channel}
        onChange={(channel) => onChange({ channel })}
      />
      <BeneficiaryChoice
        aria-label={`${name} ${t.form.beneficiary}`}
        value={typed.beneficiary ?? all.beneficiary}
        aria-invalid={errors.beneficiary !== undefined}
        onChange={(beneficiary) => onChange({ beneficiary })}
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
