import type { MemberId } from '#domain/ids.ts'
import { eventForm, ranking } from '#domain/studies.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import {
  filled,
  newEntry,
  newEvent,
  type Draft,
  type EventDraft,
  type Invited,
  type Person,
} from './draft.ts'
import { Field } from '#ui/Field.tsx'
import { EntryRow } from './EntryRow.tsx'
import { GroupError } from './GroupError.tsx'

interface EventFieldsProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}

/** The events of a competition and what they came to. */
export function EventFields({ draft, onChange }: EventFieldsProps) {
  const { studies: t } = useText()
  const { events } = draft
  const set = (before: EventDraft, change: Partial<EventDraft>) => {
    const after = { ...before, ...change }
    const more = competing(after, [...competing(before), ...draft.audience.map(inAudience)])
    onChange({
      events: events.map((one) => (one.key === before.key ? after : one)),
      // Who competes takes part: nobody marks the same person twice.
      ...(more.length > 0 && { audience: [...draft.audience, ...more.map(asInvited)] }),
    })
  }
  return (
    <fieldset className="st-group">
      <legend>{t.fields.events}</legend>
      <GroupError name="events" />
      {events.map((event, at) => (
        <EventRow
          key={event.key}
          at={at}
          event={event}
          draft={draft}
          onChange={(change) => set(event, change)}
          onRemove={() => onChange({ events: events.filter(({ key }) => key !== event.key) })}
        />
      ))}
      <Button onClick={() => onChange({ events: [...events, newEvent()] })}>
        {t.form.addEvent}
      </Button>
    </fieldset>
  )
}

/** Everybody from the roster who stands in an event, but those who are known. */
const competing = ({ entries }: EventDraft, known: readonly Person[] = []): Person[] =>
  entries
    .flatMap(({ members }) => members)
    .filter(({ id }) => known.every((other) => other.id !== id))

const inAudience = ({ memberId, name }: Invited): Person => ({ id: memberId, name })
const asInvited = ({ id, name }: Person): Invited => ({
  memberId: id as MemberId,
  name,
  organizationName: '',
  present: true,
  part: '',
})

interface EventRowProps {
  at: number
  event: EventDraft
  draft: Draft
  onChange: (change: Partial<EventDraft>) => void
  onRemove: () => void
}

function EventRow({ at, event, draft, onChange, onRemove }: EventRowProps) {
  const { studies: t } = useText()
  const sent = filled(event)
  return (
    <div className="st-event">
      <div className="st-fields">
        <Field name={`events.${at}.name`} label={t.form.eventName}>
          {(wiring) => (
            <input
              {...wiring}
              className="sc-input"
              maxLength={60}
              value={event.name}
              onChange={({ target }) => onChange({ name: target.value })}
            />
          )}
        </Field>
        <Field name={`events.${at}.form`} label={t.form.eventForm}>
          {(wiring) => (
            <select
              {...wiring}
              className="sc-input"
              value={event.form}
              onChange={({ target }) => onChange({ form: eventForm.parse(target.value) })}
            >
              {eventForm.options.map((one) => (
                <option key={one} value={one}>
                  {t.results.forms[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name={`events.${at}.ranking`} label={t.form.eventRanking}>
          {(wiring) => (
            <select
              {...wiring}
              className="sc-input"
              value={event.ranking}
              onChange={({ target }) => onChange({ ranking: ranking.parse(target.value) })}
            >
              {ranking.options.map((one) => (
                <option key={one} value={one}>
                  {t.results.rankings[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {event.ranking === 'placing' ? (
        <label className="sc-check">
          <input
            type="checkbox"
            checked={event.tied}
            onChange={({ target }) => onChange({ tied: target.checked })}
          />
          {t.form.tied}
        </label>
      ) : null}
      <GroupError name={`events.${at}.tied`} />
      <GroupError name={`events.${at}.entries`} />
      {event.entries.map((entry) => (
        <EntryRow
          key={entry.key}
          // The server names a row by its place among those that are sent.
          field={`events.${at}.entries.${sent.indexOf(entry)}`}
          entry={entry}
          event={event}
          draft={draft}
          onChange={(change) =>
            onChange({
              entries: event.entries.map((one) =>
                one.key === entry.key ? { ...one, ...change } : one,
              ),
            })
          }
          onRemove={() =>
            onChange({ entries: event.entries.filter(({ key }) => key !== entry.key) })
          }
        />
      ))}
      <span className="st-row">
        <Button size="small" onClick={() => onChange({ entries: [...event.entries, newEntry()] })}>
          {t.form.addEntry}
        </Button>
        <button type="button" className="sc-link" onClick={onRemove}>
          {t.form.removeEvent}
        </button>
      </span>
    </div>
  )
}
