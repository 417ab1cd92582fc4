import { useState } from 'react'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Field } from '#ui/Field.tsx'
import { rowId, type Sheet } from './sheet.ts'

interface PeopleFieldsProps {
  sheet: Sheet
  /** Offered as speakers while typing. */
  names: readonly string[]
  onChange: (change: Partial<Sheet>) => void
}

/** Whoever asks for a row goes on writing in it. */
const focusOnMount = (field: HTMLElement | null) => field?.focus()

/** Who sat in without belonging to the organ, and who said what. */
export function PeopleFields({ sheet, names, onChange }: PeopleFieldsProps) {
  const { meetings: t } = useText()
  const { guests, speeches } = sheet
  const [added, setAdded] = useState('')
  const add = () => {
    const id = rowId()
    setAdded(id)
    return id
  }
  const setGuest = (id: string, change: Partial<Sheet['guests'][number]>) =>
    onChange({ guests: guests.map((one) => (one.id === id ? { ...one, ...change } : one)) })
  const setSpeech = (id: string, change: Partial<Sheet['speeches'][number]>) =>
    onChange({ speeches: speeches.map((one) => (one.id === id ? { ...one, ...change } : one)) })

  return (
    <>
      <datalist id="mt-speakers">
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      <ul className="mt-rows">
        {speeches.map(({ id, speaker, text, dissent }) => (
          <li key={id} className="mt-row">
            <Field name={`speeches.${id}.speaker`} label={t.editor.speaker}>
              {(wiring) => (
                <input
                  {...wiring}
                  ref={id === added ? focusOnMount : undefined}
                  className="sc-input"
                  list="mt-speakers"
                  maxLength={50}
                  value={speaker}
                  onChange={(event) => setSpeech(id, { speaker: event.target.value })}
                />
              )}
            </Field>
            <Field name={`speeches.${id}.text`} label={t.editor.speechText} wide>
              {(wiring) => (
                <textarea
                  {...wiring}
                  className="sc-input sc-text"
                  rows={2}
                  value={text}
                  onChange={(event) => setSpeech(id, { text: event.target.value })}
                />
              )}
            </Field>
            <label className="sc-check">
              <input
                type="checkbox"
                checked={dissent}
                onChange={(event) => setSpeech(id, { dissent: event.target.checked })}
              />
              {t.editor.dissent}
            </label>
            <button
              type="button"
              className="sc-bare"
              aria-label={t.editor.removeSpeech(speaker)}
              onClick={() => onChange({ speeches: speeches.filter((one) => one.id !== id) })}
            >
              <Mark name="cross" />
            </button>
          </li>
        ))}
        {guests.map(({ id, name, capacity }) => (
          <li key={id} className="mt-row">
            <Field name={`guests.${id}.name`} label={`${t.editor.guests} · ${t.editor.guestName}`}>
              {(wiring) => (
                <input
                  {...wiring}
                  ref={id === added ? focusOnMount : undefined}
                  className="sc-input"
                  maxLength={50}
                  value={name}
                  onChange={(event) => setGuest(id, { name: event.target.value })}
                />
              )}
            </Field>
            <Field name={`guests.${id}.capacity`} label={t.editor.guestCapacity} wide>
              {(wiring) => (
                <input
                  {...wiring}
                  className="sc-input"
                  maxLength={60}
                  placeholder={t.editor.guestHint}
                  value={capacity}
                  onChange={(event) => setGuest(id, { capacity: event.target.value })}
                />
              )}
            </Field>
            <button
              type="button"
              className="sc-bare"
              aria-label={t.editor.removeGuest(name)}
              onClick={() => onChange({ guests: guests.filter((one) => one.id !== id) })}
            >
              <Mark name="cross" />
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-chips">
        <Button
          onClick={() =>
            onChange({
              speeches: [...speeches, { id: add(), speaker: '', text: '', dissent: false }],
            })
          }
        >
          {t.editor.addSpeech}
        </Button>
        <Button
          onClick={() => onChange({ guests: [...guests, { id: add(), name: '', capacity: '' }] })}
        >
          {t.editor.addGuest}
        </Button>
      </div>
    </>
  )
}
