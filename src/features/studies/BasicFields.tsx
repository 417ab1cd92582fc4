import { useMutation, useQuery } from '@tanstack/react-query'
import type { OrganizationId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { studyKind, usualSeries } from '#domain/studies.ts'
import { call } from '#lib/api.ts'
import type { ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { toast } from '#ui/toasts.ts'
import { Toggle } from '#ui/Toggle.tsx'
import { Field } from '#ui/Field.tsx'
import type { Draft } from './draft.ts'

interface PartProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}

const usualMinutes = [45, 60, 90, 120, 180]

/** What, when, where and by whom. */
export function BasicFields({ draft, onChange, fixed }: PartProps & { fixed: boolean }) {
  const { studies: t } = useText()
  const series = useQuery(queryOptionsOf(studiesContract.series, {}))
  const offered = new Set([...usualSeries, ...(series.data ?? []).map((one) => one.series)])
  return (
    <div className="st-fields">
      <Field name="kind" label={t.fields.kind} wide>
        {() => (
          <div className="st-choices" role="group" aria-label={t.fields.kind}>
            {studyKind.options.map((kind) => (
              <Toggle key={kind} pressed={draft.kind === kind} onPress={() => onChange({ kind })}>
                {t.kinds[kind]}
              </Toggle>
            ))}
          </div>
        )}
      </Field>
      <Field name="topic" label={t.fields.topic} wide>
        {(wiring) => (
          <input
            {...wiring}
            className="sc-input"
            maxLength={120}
            value={draft.topic}
            onChange={(event) => onChange({ topic: event.target.value })}
          />
        )}
      </Field>
      <Field name="organizationId" label={t.fields.organization}>
        {(wiring) =>
          fixed ? (
            <output id={wiring.id}>{draft.organization?.name}</output>
          ) : (
            <OrganizationPicker
              right="studies.record"
              id={wiring.id}
              value={draft.organization?.id ?? null}
              name={draft.organization?.name ?? null}
              onChange={(id, { name }) => onChange({ organization: { id, name } })}
            />
          )
        }
      </Field>
      <Field name="series" label={t.fields.series} hint={t.form.seriesHint}>
        {(wiring) => (
          <>
            <input
              {...wiring}
              className="sc-input"
              list="st-series"
              maxLength={40}
              value={draft.series}
              onChange={(event) => onChange({ series: event.target.value })}
            />
            <datalist id="st-series">
              {[...offered].map((one) => (
                <option key={one}>{one}</option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field name="heldOn" label={t.fields.heldOn}>
        {(wiring) => (
          <DateField
            {...wiring}
            value={draft.heldOn}
            onChange={(heldOn) => onChange({ heldOn, meetingId: '' })}
          />
        )}
      </Field>
      <Field name="endsOn" label={t.fields.endsOn} hint={t.form.endsHint}>
        {(wiring) => (
          <DateField
            {...wiring}
            min={draft.heldOn}
            value={draft.endsOn}
            onChange={(endsOn) => onChange({ endsOn })}
          />
        )}
      </Field>
      <Field name="minutes" label={t.fields.minutes}>
        {(wiring) => (
          <>
            <input
              {...wiring}
              className="sc-input st-number"
              inputMode="numeric"
              maxLength={6}
              value={draft.minutes}
              onChange={(event) => onChange({ minutes: event.target.value })}
            />
            <div className="st-choices" role="group" aria-label={t.form.usualMinutes}>
              {usualMinutes.map((minutes) => (
                <Toggle
                  key={minutes}
                  pressed={draft.minutes === String(minutes)}
                  onPress={() => onChange({ minutes: String(minutes) })}
                >
                  {t.form.minutesChip(minutes)}
                </Toggle>
              ))}
            </div>
          </>
        )}
      </Field>
      <Field name="place" label={t.fields.place}>
        {(wiring) => (
          <input
            {...wiring}
            className="sc-input"
            maxLength={80}
            value={draft.place}
            onChange={(event) => onChange({ place: event.target.value })}
          />
        )}
      </Field>
      {draft.kind === 'competition' ? null : <Lecturer draft={draft} onChange={onChange} />}
      <MeetingLink draft={draft} onChange={onChange} />
      <Field name="summary" label={t.fields.summary} wide>
        {(wiring) => (
          <textarea
            {...wiring}
            className="sc-input sc-text"
            maxLength={10_000}
            value={draft.summary}
            onChange={(event) => onChange({ summary: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

function Lecturer({ draft, onChange }: PartProps) {
  const { studies: t } = useText()
  return (
    <>
      <Field name="lecturerId" label={t.fields.lecturer}>
        {({ id, ...wiring }) => (
          <MemberPicker
            {...wiring}
            id={id}
            value={draft.lecturer}
            on={draft.heldOn}
            onChange={(lecturer) => onChange({ lecturer, lecturerName: '' })}
          />
        )}
      </Field>
      <Field name="lecturerName" label={t.fields.lecturerName}>
        {(wiring) => (
          <input
            {...wiring}
            className="sc-input"
            maxLength={50}
            value={draft.lecturerName}
            onChange={(event) =>
              onChange({
                lecturerName: event.target.value,
                ...(event.target.value.trim() && { lecturer: null }),
              })
            }
          />
        )}
      </Field>
    </>
  )
}

/** The meeting in which it took place, of the same organization and days; offers its attendance. */
function MeetingLink({ draft, onChange }: PartProps) {
  const { studies: t } = useText()
  const { organization, heldOn, endsOn, meetingId } = draft
  const meetings = useQuery({
    ...queryOptionsOf(meetingsContract.list, {
      query: {
        organization: organization?.id as OrganizationId | undefined,
        direct: 'true',
        from: heldOn,
        to: endsOn || heldOn,
        size: 50,
      },
    }),
    enabled: organization !== null && heldOn !== '',
  })
  const take = useMutation<MeetingRecord, ApiError, string>({
    mutationFn: (id) => call(meetingsContract.show, { params: { id } }),
    onSuccess: ({ attendance }) =>
      onChange({
        audience: attendance.map(({ memberId, name, organizationName, status }) => ({
          memberId,
          name,
          organizationName,
          present: status === 'present',
          part: '',
        })),
      }),
    onError: ({ message }) => toast.error(message),
  })
  const offered = meetings.data?.rows ?? []
  const chosen = offered.find(({ id }) => id === meetingId)
  if (offered.length === 0 && !meetingId) return null
  return (
    <Field name="meetingId" label={t.fields.meeting} hint={t.form.meetingHint} wide>
      {(wiring) => (
        <span className="st-row">
          <select
            {...wiring}
            className="sc-input"
            value={meetingId}
            onChange={(event) => onChange({ meetingId: event.target.value })}
          >
            <option value="">{t.form.noMeeting}</option>
            {meetingId && !chosen ? <option value={meetingId}>{t.hiddenMeeting}</option> : null}
            {offered.map(({ id, title, heldOn: on }) => (
              <option key={id} value={id}>
                {on} {title}
              </option>
            ))}
          </select>
          {chosen ? (
            <Button kind="link" busy={take.isPending} onClick={() => take.mutate(chosen.id)}>
              {t.form.takeAttendance}
            </Button>
          ) : null}
        </span>
      )}
    </Field>
  )
}
