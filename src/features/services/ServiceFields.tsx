import { useId, type ReactNode } from 'react'
import { serviceKind } from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { TimeField } from '#ui/DateField.tsx'
import { BeneficiaryChoice, ChannelChoice } from './choices.tsx'
import { channelOf, type Typed } from './typed.ts'

interface ServiceFieldsProps {
  value: Typed
  onChange: (change: Partial<Typed>) => void
  /** Field → sentence. */
  errors: Readonly<Record<string, string>>
  /** The day or days. */
  children: ReactNode
}

/** Kind, number and day come first and are enough; how and for whom have a usual value, which is in sight. */
export function ServiceFields({ value, onChange, errors, children }: ServiceFieldsProps) {
  const { services: t } = useText()
  const id = useId()
  const note = (field: string) =>
    errors[field] ? (
      <span id={`${id}-${field}`} className="sv-error">
        {errors[field]}
      </span>
    ) : null
  const wiring = (field: string) => ({
    'aria-invalid': errors[field] !== undefined,
    'aria-describedby': errors[field] ? `${id}-${field}` : undefined,
  })
  const rest = ['from', 'to', 'minutes', 'item']
  return (
    <>
      <fieldset className="sv-kinds" {...wiring('kind')}>
        <legend>{t.form.kind}</legend>
        {serviceKind.options.map((kind) => (
          <label key={kind} data-chosen={value.kind === kind}>
            <input
              type="radio"
              name={`${id}-kind`}
              checked={value.kind === kind}
              onChange={() => onChange({ kind })}
            />
            <b>{t.kinds[kind]}</b>
            <small>{t.kindHints[kind]}</small>
          </label>
        ))}
        {note('kind')}
      </fieldset>
      <label className="sv-field">
        <span>{t.form.visits}</span>
        <input
          className="sc-input"
          inputMode="numeric"
          maxLength={12}
          value={value.visits}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onChange({ visits: event.target.value })}
          {...wiring('visits')}
        />
        {note('visits')}
      </label>
      {children}
      <div className="sv-pair">
        <label className="sv-field">
          <span>{t.form.channel}</span>
          <ChannelChoice
            value={channelOf(value)}
            none={t.form.byKind}
            onChange={(channel) => onChange({ channel })}
          />
        </label>
        <label className="sv-field">
          <span>{t.form.beneficiary}</span>
          <BeneficiaryChoice
            value={value.beneficiary}
            onChange={(beneficiary) => onChange({ beneficiary })}
          />
        </label>
      </div>
      <label className="sv-check">
        <input
          type="checkbox"
          checked={value.volunteer}
          onChange={(event) => onChange({ volunteer: event.target.checked })}
        />
        <span>
          {t.form.volunteer}
          <small>{t.form.volunteerHint}</small>
        </span>
      </label>
      <details className="sv-more" open={value.volunteer || rest.some((field) => errors[field])}>
        <summary>{t.form.more}</summary>
        <div className="sv-pair">
          <label className="sv-field">
            <span>{t.form.from}</span>
            <TimeField
              value={value.from}
              onChange={(from) => onChange({ from })}
              {...wiring('from')}
            />
            {note('from')}
          </label>
          <label className="sv-field">
            <span>{t.form.to}</span>
            <TimeField value={value.to} onChange={(to) => onChange({ to })} {...wiring('to')} />
            {note('to')}
          </label>
        </div>
        <label className="sv-field">
          <span>{t.form.hours}</span>
          <input
            className="sc-input"
            inputMode="decimal"
            maxLength={6}
            placeholder={t.form.hoursHint}
            value={value.hours}
            onChange={(event) => onChange({ hours: event.target.value })}
            {...wiring('minutes')}
          />
          {note('minutes')}
        </label>
        <label className="sv-field">
          <span>{t.form.item}</span>
          <input
            className="sc-input"
            maxLength={80}
            placeholder={t.form.itemHint}
            value={value.item}
            onChange={(event) => onChange({ item: event.target.value })}
            {...wiring('item')}
          />
          {note('item')}
        </label>
      </details>
    </>
  )
}
