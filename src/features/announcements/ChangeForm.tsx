import { Form, Input } from 'antd'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { callingOff, type AnnouncementRecord } from '#domain/announcements.ts'
import type { MeetingType } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { EditDrawer, type EditField, type Sending } from '#parts/EditDrawer.tsx'
import { typeNames } from '#parts/meetingNames.ts'
import { toast } from '#ui/toasts.ts'
import { AnnouncementFields, topicsOf } from './fields.tsx'

interface ChangeFormProps {
  record: AnnouncementRecord
  onClose: () => void
}

/** Sends what was changed, and why; what somebody else changed meanwhile is laid beside it. */
export default function ChangeForm({ record, onClose }: ChangeFormProps) {
  const { announcements: t, meetings } = useText()
  const change = useCall(announcementsContract.change, ['announcements'])
  const lines = (value: unknown) => (value as string[]).join(meetings.and2)
  const fields: EditField[] = [
    {
      key: 'types',
      label: t.fields.types,
      show: (value) => typeNames(value as MeetingType[], meetings),
    },
    { key: 'heldOn', label: t.fields.heldOn },
    { key: 'startedAt', label: t.fields.startedAt },
    { key: 'title', label: t.fields.name },
    { key: 'place', label: t.fields.place },
    { key: 'agenda', label: t.fields.agenda, show: lines },
  ]
  const send = async (changed: Record<string, unknown>, { version, values }: Sending) => {
    const { agenda, ...rest } = changed as Partial<AnnouncementRecord>
    await change.mutateAsync({
      params: { id: record.id },
      body: { ...rest, ...(agenda && { agenda: topicsOf(agenda) }), reason: String(values.reason) },
      version,
    })
    toast.success(t.form.saved)
    onClose()
  }
  return (
    <EditDrawer
      title={t.form.edit}
      submitLabel={t.form.save}
      record={record}
      fields={fields}
      extra={{ reason: undefined }}
      nothing={t.form.nothing}
      onClose={onClose}
      onSend={send}
      draftKey={`announcement/${record.id}`}
      width={38}
    >
      {() => (
        <>
          <AnnouncementFields organizationId={record.organizationId} changed={record.id} />
          <Form.Item
            name="reason"
            label={t.form.reason}
            rules={zodRules(callingOff.shape.reason)}
            extra={t.form.reasonHint}
          >
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </EditDrawer>
  )
}
