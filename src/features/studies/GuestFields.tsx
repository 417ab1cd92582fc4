import { useText } from '#lib/i18n.ts'
import { Field } from '#ui/Field.tsx'
import { guestName, guestsOf, type Draft } from './draft.ts'
import { GroupError } from './GroupError.tsx'
import { Part } from './Part.tsx'

interface GuestFieldsProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}

/** Those who are on no roster, by name, and once it was held who of them came for part of it. */
export function GuestFields({ draft, onChange }: GuestFieldsProps) {
  const { studies: t } = useText()
  const { guests, guestParts = {}, advance, minutes } = draft
  const named = advance === 'plan' ? [] : guestsOf(guests)
  return (
    <>
      <Field name="guests" label={t.fields.guests} hint={t.form.guestsHint} wide>
        {(wiring) => (
          <input
            {...wiring}
            className="sc-input"
            maxLength={2_000}
            value={guests}
            onChange={(event) => onChange({ guests: event.target.value })}
          />
        )}
      </Field>
      <GroupError name="guests" />
      {named.length > 0 ? (
        <ul className="st-marks" aria-label={t.fields.guests}>
          {named.map((guest, at) => {
            const key = guestName(guest)
            const name = guest.capacity ? t.guestOf(guest.name, guest.capacity) : guest.name
            return (
              <li key={at}>
                <span>{name}</span>
                <Part
                  person={name}
                  part={guestParts[key] ?? ''}
                  name={`guests.${at}.minutes`}
                  whole={minutes}
                  onChange={(part) => onChange({ guestParts: { ...guestParts, [key]: part } })}
                />
              </li>
            )
          })}
        </ul>
      ) : null}
    </>
  )
}
