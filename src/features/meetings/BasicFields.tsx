import type { MeetingType } from '#domain/meetings.ts'
import { typesOf } from '#domain/meetings.rules.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { day } from '#domain/common.ts'
import { yearOf } from '#domain/dates.ts'
import { assessmentYearsOn, isYearly } from '#domain/rules/duties.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import { DateField, TimeField } from '#ui/DateField.tsx'
import { Toggle } from '#ui/Toggle.tsx'
import { Field, FieldError } from '#ui/Field.tsx'
import { assessmentYearFor } from './prefill.ts'
import { LectureFields } from './LectureFields.tsx'
import { fitted, type Person, type Sheet } from './sheet.ts'
import './form.css'

interface BasicFieldsProps {
  card: OrganizationCard
  sheet: Sheet
  /** The name as made from organ, type and period. */
  generated: string
  people: readonly Person[]
  onChange: (change: Partial<Sheet>) => void
}

/** When, where, what and who led: all of it known already in the usual case. */
export function BasicFields({ card, sheet, generated, people, onChange }: BasicFieldsProps) {
  const { meetings: t } = useText()
  const today = useToday()
  const branchId = card.kind === 'group' ? (card.parentId ?? card.id) : card.id
  // While a year is typed the browser gives days of the year 2: of no 年度 and of no roster.
  const on = day.safeParse(sheet.heldOn).success ? sheet.heldOn : today
  const search = { within: branchId, on }
  const lecture = sheet.types.includes('party-lecture')
  const yearly = sheet.types.find((type) => isYearly(type))
  const years = assessmentYearsOn(on)
  const year = sheet.assessmentYear ?? yearOf(on)

  const toggle = (type: MeetingType) => {
    const types = sheet.types.includes(type)
      ? sheet.types.filter((one) => one !== type)
      : [...sheet.types, type]
    const first = types.find((one) => isYearly(one))
    onChange(
      fitted({
        ...sheet,
        types,
        assessmentYear: first
          ? (sheet.assessmentYear ?? assessmentYearFor({ type: first, period: null }, on))
          : null,
      }),
    )
  }

  /** Another day may not be open to the 年度 that was chosen. */
  const hold = (heldOn: string) => {
    const kept =
      !yearly || !day.safeParse(heldOn).success || assessmentYearsOn(heldOn).includes(year)
        ? {}
        : { assessmentYear: assessmentYearFor({ type: yearly, period: null }, heldOn) }
    onChange({ heldOn, ...kept })
  }

  return (
    <div className="mt-fields">
      <fieldset className="mt-types mt-wide">
        <legend>{t.editor.types}</legend>
        <div className="mt-chips">
          {(Object.keys(typesOf[card.kind]) as MeetingType[]).map((type) => (
            <Toggle key={type} pressed={sheet.types.includes(type)} onPress={() => toggle(type)}>
              {t.types[type]}
            </Toggle>
          ))}
        </div>
        <FieldError name="types" />
      </fieldset>
      <Field name="title" label={t.editor.title} wide>
        {(wiring) => (
          <span className="mt-joined">
            <input
              {...wiring}
              className="sc-input"
              maxLength={120}
              value={sheet.title ?? generated}
              onChange={(event) => onChange({ title: event.target.value })}
            />
            {sheet.title !== null && sheet.title !== generated && generated ? (
              <button type="button" className="sc-link" onClick={() => onChange({ title: null })}>
                {t.editor.titleAgain}
              </button>
            ) : null}
          </span>
        )}
      </Field>
      <Field name="heldOn" label={t.editor.heldOn}>
        {(wiring) => <DateField {...wiring} max={today} value={sheet.heldOn} onChange={hold} />}
      </Field>
      <div className="mt-pair">
        <Field name="startedAt" label={t.editor.startedAt}>
          {(wiring) => (
            <TimeField
              {...wiring}
              value={sheet.startedAt}
              onChange={(startedAt) => onChange({ startedAt })}
            />
          )}
        </Field>
        <Field name="endedAt" label={t.editor.endedAt}>
          {(wiring) => (
            <TimeField
              {...wiring}
              value={sheet.endedAt}
              onChange={(endedAt) => onChange({ endedAt })}
            />
          )}
        </Field>
      </div>
      <Field name="chairId" label={t.editor.chair}>
        {(wiring) => (
          <MemberPicker
            {...wiring}
            {...search}
            suggestions={people}
            value={sheet.chair}
            onChange={(chair) => onChange({ chair })}
          />
        )}
      </Field>
      <Field name="recorderId" label={t.editor.recorder}>
        {(wiring) => (
          <MemberPicker
            {...wiring}
            {...search}
            suggestions={people}
            value={sheet.recorder}
            onChange={(recorder) => onChange({ recorder })}
          />
        )}
      </Field>
      <Field name="place" label={t.editor.place}>
        {(wiring) => (
          <input
            {...wiring}
            className="sc-input"
            maxLength={80}
            value={sheet.place}
            onChange={(event) => onChange({ place: event.target.value })}
          />
        )}
      </Field>
      {yearly && (years.length > 1 || !years.includes(year)) ? (
        <Field name="assessmentYear" label={t.editor.assessmentYear} hint={t.editor.assessmentHint}>
          {(wiring) => (
            <select
              {...wiring}
              className="sc-input"
              value={year}
              onChange={(event) => onChange({ assessmentYear: Number(event.target.value) })}
            >
              {[...new Set([...years, year])].map((one) => (
                <option key={one} value={one}>
                  {t.periods.year(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {lecture ? <LectureFields {...{ sheet, people, onChange, search }} /> : null}
    </div>
  )
}
