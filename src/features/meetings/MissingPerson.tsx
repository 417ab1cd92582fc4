import { useText } from '#lib/i18n.ts'
import { Toggle } from '#ui/Toggle.tsx'
import { Field, FieldError } from '#ui/Field.tsx'
import type { Mark, Person } from './sheet.ts'

interface MissingPersonProps {
  id: string
  name: string
  /** Could a formal written opinion of this person count? */
  mayWrite: boolean
  mark: Mark
  onChange: (mark: Mark | null) => void
  /** What the record says this person did, and who could have done it instead. */
  duties: readonly MissedDuty[]
}

export interface MissedDuty {
  key: 'chair' | 'recorder'
  choices: readonly Person[]
  onChoose: (person: Person) => void
}

const missing = ['leave', 'absent'] as const

/** Why somebody did not come: the usual reasons by one press, any other in words. */
export function MissingPerson({ id, name, mayWrite, mark, onChange, duties }: MissingPersonProps) {
  const { meetings: t } = useText()
  return (
    <div role="group" aria-label={name}>
      <div className="mt-chips">
        <b>{name}</b>
        {missing.map((status) => (
          <Toggle
            key={status}
            pressed={mark.status === status}
            onPress={() => onChange({ ...mark, status })}
          >
            {t.attendanceWords[status]}
          </Toggle>
        ))}
        <button type="button" className="sc-link" onClick={() => onChange(null)}>
          {t.editor.backToPresent}
        </button>
      </div>
      <div className="mt-chips">
        {t.editor.reasons.map((reason) => (
          <Toggle
            key={reason}
            pressed={mark.reason === reason}
            onPress={() => onChange({ ...mark, reason })}
          >
            {reason}
          </Toggle>
        ))}
        <Field name={`attendance.${id}.reason`} label={t.editor.reasonOf(name)} quiet>
          {(wiring) => (
            <input
              {...wiring}
              className="sc-input"
              maxLength={120}
              placeholder={t.editor.reason}
              value={mark.reason}
              onChange={(event) => onChange({ ...mark, reason: event.target.value })}
            />
          )}
        </Field>
      </div>
      {mayWrite ? (
        <label className="sc-check">
          <input
            type="checkbox"
            checked={mark.writtenOpinion}
            onChange={(event) => onChange({ ...mark, writtenOpinion: event.target.checked })}
          />
          {t.editor.written}
        </label>
      ) : null}
      {duties.map(({ key, choices, onChoose }) => (
        <div key={key} className="mt-chips">
          <span className="mt-error">
            {key === 'chair' ? t.editor.missingChair : t.editor.missingRecorder}
          </span>
          {choices.map((person) => (
            <Toggle key={person.id} onPress={() => onChoose(person)}>
              {person.name}
            </Toggle>
          ))}
        </div>
      ))}
      <FieldError name={`attendance.${id}.memberId`} />
    </div>
  )
}
