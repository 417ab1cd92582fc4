import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { day } from '#domain/common.ts'
import { yearOf } from '#domain/dates.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { newEducation, type EducationRecord } from '#domain/integrity.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRow } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import type { ChosenMember } from '#parts/MemberField.tsx'
import { FailedLine, failedOf } from '#parts/FailedLine.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { DateField } from '#ui/DateField.tsx'
import { toast } from '#ui/toasts.ts'
import { FollowUpLines } from './FollowUpFields.tsx'
import type { Typed as FollowUpTyped } from './FollowUpSection.tsx'
import { MembersField } from './fields.tsx'

interface Typed {
  organizationId: string
  meetingId?: string
  title: string
  theme: string
  heldOn: string
  place?: string
  followUp?: string
  absentIds?: ChosenMember[]
  followUps?: FollowUpTyped[]
}
const { shape } = newEducation

const typedOf = (record: EducationRecord): Typed => {
  const { organizationId, title, theme, heldOn, followUp, followUps, attendance } = record
  return {
    organizationId,
    title,
    theme,
    heldOn,
    followUp,
    meetingId: record.meetingId ?? undefined,
    place: record.place ?? undefined,
    absentIds: attendance
      .filter(({ present }) => !present)
      .map(({ memberId, name }) => ({ id: memberId, name })),
    followUps: followUps.map(({ what, dueOn, placeId }) => ({ what, dueOn, placeId })),
  }
}

/**
 * A 警示教育: of a signed meeting, which then says day and attendance, or by itself with who was missing.
 *
 * @param of a withdrawn record, which the form begins with
 */
export function EducationForm({ of, onClose }: { of?: EducationRecord; onClose: () => void }) {
  const { integrity: t } = useText()
  const { year } = useScope()
  const today = useToday()
  const at = useFormPlace('integrity.record')
  const record = useCall(integrityContract.recordEducation, ['integrity'])

  /** What is chosen already, and what is recorded again, is of its own year; a day half typed is of none. */
  const yearIn = (meetingId: unknown, heldOn: unknown): number => {
    const held = day.safeParse(heldOn)
    return held.success && (of || meetingId) ? yearOf(held.data) : year
  }
  const send = async (typed: Typed, key: string) => {
    const { meetingId, place, followUp = '', absentIds = [], followUps = [], ...rest } = typed
    await record.mutateAsync({
      key,
      body: {
        ...rest,
        organizationId: rest.organizationId,
        meetingId: meetingId || null,
        place: place?.trim() || null,
        followUp,
        followUps: followUps.map((one) => ({ ...one, placeId: one.placeId ?? null })),
        absentIds: meetingId ? [] : absentIds.map(({ id }) => id),
      },
    })
    toast.success(t.educations.saved)
    onClose()
  }

  if (!at) return null
  return (
    <CallDrawer<Typed>
      title={t.educations.record}
      submitLabel={t.educations.submit}
      initial={of ? typedOf(of) : { organizationId: at.place?.id, heldOn: today }}
      onClose={onClose}
      onSend={send}
      width={38}
      draftKey={of ? `education/again/${of.id}` : `education/${at.place?.id ?? 'new'}`}
    >
      {(form) => (
        <>
          <Form.Item
            name="organizationId"
            label={t.educations.organization}
            rules={zodRules(shape.organizationId)}
          >
            <OrganizationPicker
              right="integrity.record"
              within={at.within}
              label={t.educations.organization}
              // Of another organ neither the meeting nor who was missing there.
              onChange={() => form.setFieldsValue({ meetingId: undefined, absentIds: [] })}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['organizationId', 'meetingId', 'heldOn']}>
            {() => (
              <Form.Item
                name="meetingId"
                label={t.educations.meeting}
                extra={t.educations.meetingHint}
              >
                <MeetingChoice
                  organization={String(form.getFieldValue('organizationId'))}
                  year={yearIn(form.getFieldValue('meetingId'), form.getFieldValue('heldOn'))}
                  onChosen={(meeting) => {
                    form.setFieldsValue({
                      heldOn: meeting.heldOn,
                      place: meeting.place,
                      title: form.getFieldValue('title') || meeting.title,
                    })
                  }}
                />
              </Form.Item>
            )}
          </Form.Item>
          <Form.Item name="title" label={t.educations.name} rules={zodRules(shape.title)}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item
            name="theme"
            label={t.educations.theme}
            rules={zodRules(shape.theme)}
            extra={t.educations.themeHint}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item noStyle dependencies={['meetingId']}>
            {() => (
              <Form.Item name="heldOn" label={t.educations.heldOn} rules={zodRules(shape.heldOn)}>
                <DateField max={today} disabled={Boolean(form.getFieldValue('meetingId'))} />
              </Form.Item>
            )}
          </Form.Item>
          <Form.Item name="place" label={t.educations.place} rules={zodRules(shape.place)}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item noStyle dependencies={['meetingId', 'organizationId', 'heldOn']}>
            {() =>
              form.getFieldValue('meetingId') ? null : (
                <Form.Item
                  name="absentIds"
                  label={t.educations.absent}
                  extra={t.educations.absentHint}
                >
                  <MembersField
                    label={t.educations.addAbsent}
                    within={String(form.getFieldValue('organizationId'))}
                    on={String(form.getFieldValue('heldOn') ?? today)}
                  />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item name="followUp" label={t.educations.followUp} rules={zodRules(shape.followUp)}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
          <Form.Item noStyle dependencies={['organizationId']}>
            {() => <FollowUpLines within={String(form.getFieldValue('organizationId'))} />}
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

interface MeetingChoiceProps {
  id?: string
  organization: string
  year: number
  value?: string
  onChange?: (id: string | undefined) => void
  onChosen: (meeting: MeetingRow) => void
}

/** The organ's own signed meetings of the year. */
function MeetingChoice(props: MeetingChoiceProps) {
  const { id, organization, year, value, onChange, onChosen } = props
  const { integrity: t } = useText()
  const found = useQuery(
    queryOptionsOf(meetingsContract.list, {
      query: {
        organization: organization,
        direct: 'true',
        year,
        statuses: ['signed', 'archived'],
        size: 200,
      },
    }),
  )
  const rows = found.data?.rows ?? []
  if (failedOf([found]).length > 0) return <FailedLine queries={[found]} />
  return (
    <select
      id={id}
      className="sc-input"
      value={value ?? ''}
      onChange={(event) => {
        const meeting = rows.find((row) => row.id === event.target.value)
        onChange?.(meeting?.id)
        if (meeting) onChosen(meeting)
      }}
    >
      <option value="">{t.educations.noMeeting}</option>
      {value && found.data && !rows.some((row) => row.id === value) ? (
        <option value={value}>{t.educations.meetingGone}</option>
      ) : null}
      {rows.map((row) => (
        <option key={row.id} value={row.id}>
          {t.educations.meetingLine(row.heldOn, row.title)}
        </option>
      ))}
    </select>
  )
}
