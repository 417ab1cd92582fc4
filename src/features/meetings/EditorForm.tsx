import type { DayRoster } from '#domain/meetings.ts'
import { resolutionKindsOf } from '#domain/meetings.rules.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { Section } from '#ui/Page.tsx'
import { Field } from '#ui/Field.tsx'
import { AttendanceFields } from './AttendanceFields.tsx'
import { BasicFields } from './BasicFields.tsx'
import { presenceOf } from './content.ts'
import { PeopleFields } from './PeopleFields.tsx'
import { ResolutionFields } from './ResolutionFields.tsx'
import type { Sheet } from './sheet.ts'
import { VerdictPanel } from './VerdictPanel.tsx'
import './form.css'

interface EditorFormProps {
  card: OrganizationCard
  sheet: Sheet
  generated: string
  roster: DayRoster | undefined
  rosterFailed: boolean
  onChange: (change: Partial<Sheet>) => void
}

/** The record in the order of the minute book; the rules' judgement stands beside it. */
export function EditorForm({
  card,
  sheet,
  generated,
  roster,
  rosterFailed,
  onChange,
}: EditorFormProps) {
  const { meetings: t } = useText()
  const today = useToday()
  const entries = roster?.entries ?? []
  const people = entries.map(({ memberId, name }) => ({ id: memberId, name }))
  const decides = resolutionKindsOf(sheet.types).length > 0
  const within = card.kind === 'group' ? (card.parentId ?? card.id) : card.id

  return (
    <div className="mt-columns">
      <div className="mt-main">
        <Section title={t.editor.sections.basics}>
          <BasicFields
            card={card}
            sheet={sheet}
            generated={generated}
            people={people}
            onChange={onChange}
          />
        </Section>
        <Section title={t.editor.sections.attendance}>
          <AttendanceFields
            card={card}
            roster={roster}
            failed={rosterFailed}
            sheet={sheet}
            onChange={onChange}
          />
        </Section>
        <Section title={t.editor.sections.content}>
          <div className="mt-form">
            <Field
              name="agenda"
              label={t.editor.agenda}
              hint={decides ? t.editor.agendaHint : t.editor.agendaLines}
              wide
            >
              {(wiring) => (
                <textarea
                  {...wiring}
                  className="sc-input sc-text"
                  rows={3}
                  value={sheet.agenda}
                  onChange={(event) => onChange({ agenda: event.target.value })}
                />
              )}
            </Field>
            <Field name="minutes" label={t.editor.minutes} hint={t.editor.minutesHint} wide>
              {(wiring) => (
                <textarea
                  {...wiring}
                  className="sc-input sc-text mt-minutes"
                  rows={10}
                  value={sheet.minutes}
                  onChange={(event) => onChange({ minutes: event.target.value })}
                />
              )}
            </Field>
          </div>
        </Section>
        {decides ? (
          <Section title={t.editor.sections.resolutions}>
            <ResolutionFields
              types={sheet.types}
              rows={sheet.resolutions}
              presence={presenceOf(sheet, entries)}
              people={people}
              search={{ within, on: sheet.heldOn || today }}
              onChange={(resolutions) => onChange({ resolutions })}
            />
          </Section>
        ) : null}
        <Section title={t.editor.sections.more}>
          <PeopleFields sheet={sheet} names={entries.map(({ name }) => name)} onChange={onChange} />
        </Section>
      </div>
      <VerdictPanel sheet={sheet} roster={roster} />
    </div>
  )
}
