import { useText } from '#lib/i18n.ts'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Field } from '#ui/Field.tsx'
import { scored, type Draft, type EntryDraft, type EventDraft } from './draft.ts'
import { GroupError } from './GroupError.tsx'

interface EntryRowProps {
  field: string
  entry: EntryDraft
  event: EventDraft
  draft: Draft
  onChange: (change: Partial<EntryDraft>) => void
  onRemove: () => void
}

/** One competitor or team with its score or place. */
export function EntryRow({ field, entry, event, draft, onChange, onRemove }: EntryRowProps) {
  const { studies: t } = useText()
  const team = event.form === 'team'
  const byScore = scored(event)
  const figure = byScore ? t.form.score : event.ranking === 'grade' ? t.form.grade : t.form.place
  const near = draft.audience.map(({ memberId, name, organizationName }) => ({
    id: memberId,
    name,
    note: organizationName || undefined,
  }))
  const add = (one: { id: string; name: string }) =>
    onChange(
      team
        ? { members: [...entry.members.filter(({ id }) => id !== one.id), one] }
        : { members: [one], name: '' },
    )
  return (
    <div className="st-entry">
      <Field name={`${field}.memberIds`} label={team ? t.form.teamMembers : t.form.entryMember}>
        {({ id }) => (
          <MemberPicker
            id={id}
            value={team ? null : (entry.members[0] ?? null)}
            suggestions={near}
            on={draft.heldOn}
            onChange={add}
          />
        )}
      </Field>
      <Field name={`${field}.name`} label={team ? t.form.teamName : t.form.entryName}>
        {(wiring) => (
          <input
            {...wiring}
            className="sc-input"
            maxLength={50}
            value={entry.name}
            onChange={({ target }) =>
              onChange(
                team || !target.value.trim()
                  ? { name: target.value }
                  : { name: target.value, members: [] },
              )
            }
          />
        )}
      </Field>
      <Field name={`${field}.${byScore ? 'score' : 'place'}`} label={figure}>
        {(wiring) => (
          <input
            {...wiring}
            className="sc-input st-number"
            inputMode="decimal"
            maxLength={10}
            value={entry.figure}
            onChange={({ target }) => onChange({ figure: target.value })}
          />
        )}
      </Field>
      <button type="button" className="sc-bare" aria-label={t.form.removeEntry} onClick={onRemove}>
        <Mark name="cross" />
      </button>
      {team && entry.members.length > 0 ? (
        <ul className="st-marks">
          {entry.members.map((one) => (
            <li key={one.id}>
              <span>{one.name}</span>
              <button
                type="button"
                className="sc-bare"
                aria-label={t.form.remove(one.name)}
                onClick={() =>
                  onChange({ members: entry.members.filter(({ id }) => id !== one.id) })
                }
              >
                <Mark name="cross" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <GroupError name={field} own />
    </div>
  )
}
