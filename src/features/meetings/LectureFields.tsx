import { minutesOf } from '#domain/services.rules.ts'
import { useText } from '#lib/i18n.ts'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import { Field } from '#ui/Field.tsx'
import { lecturerOf, type Person, type Sheet } from './sheet.ts'

interface LectureFieldsProps {
  sheet: Sheet
  people: readonly Person[]
  /** Where and when members are looked for. */
  search: { within: string; on: string }
  onChange: (change: Partial<Sheet>) => void
}

/** Who lectured, a member or somebody invited, and for how long: the chair and the hours, unless said otherwise. */
export function LectureFields({ sheet, people, search, onChange }: LectureFieldsProps) {
  const { meetings: t } = useText()
  const { lecturerInvited: invited, startedAt, endedAt, lectureMinutes } = sheet
  const name = lecturerOf(sheet)
  const between = startedAt && endedAt ? minutesOf(endedAt) - minutesOf(startedAt) : 0
  const offered = between > 0 && lectureMinutes !== `${between}` ? between : null
  return (
    <>
      <Field name="lecturer" label={t.editor.lecturer}>
        {(wiring) => (
          <span className="mt-joined">
            {invited ? (
              <input
                {...wiring}
                className="sc-input"
                maxLength={50}
                placeholder={t.editor.lecturerInvitedHint}
                value={sheet.lecturer}
                onChange={(event) => onChange({ lecturer: event.target.value })}
              />
            ) : (
              <MemberPicker
                {...wiring}
                {...search}
                suggestions={people}
                // The minutes keep the name alone.
                value={
                  name ? { id: people.find((one) => one.name === name)?.id ?? '', name } : null
                }
                onChange={(chosen) => onChange({ lecturer: chosen.name })}
              />
            )}
            <button
              type="button"
              className="sc-link"
              onClick={() => onChange({ lecturer: '', lecturerInvited: !invited })}
            >
              {invited ? t.editor.lecturerMember : t.editor.lecturerInvited}
            </button>
          </span>
        )}
      </Field>
      <Field name="lectureMinutes" label={t.editor.lectureMinutes}>
        {(wiring) => (
          <span className="mt-joined">
            <input
              {...wiring}
              className="sc-input"
              inputMode="numeric"
              maxLength={4}
              value={lectureMinutes}
              onChange={(event) =>
                onChange({ lectureMinutes: event.target.value.replace(/\D/g, '') })
              }
            />
            {offered ? (
              <button
                type="button"
                className="sc-link"
                onClick={() => onChange({ lectureMinutes: `${offered}` })}
              >
                {t.editor.lectureAll(offered)}
              </button>
            ) : null}
          </span>
        )}
      </Field>
    </>
  )
}
