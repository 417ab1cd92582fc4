import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { newAnnouncement, type AnnouncementInput } from '#domain/announcements.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRow, MeetingType } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { toast } from '#ui/toasts.ts'
import { AnnouncementFields, generatedTitle, organQuery, topicsOf } from './fields.tsx'

type Typed = Partial<AnnouncementInput>

interface AnnounceFormProps {
  /** Whose meeting of what type a duty asks for. */
  organ?: OrganizationId | undefined
  type?: MeetingType | undefined
  onClose: () => void
}

/** A meeting to come is announced to whoever is on the roster of its day; it begins with place and hour of the last. */
export default function AnnounceForm({ organ, type, onClose }: AnnounceFormProps) {
  const at = useFormPlace('meetings.record', ['branch', 'group'])
  const place = organ ?? at?.place?.id
  const last = useQuery({
    ...queryOptionsOf(meetingsContract.list, {
      query: { organization: place, direct: 'true', types: type && [type], size: 1 },
    }),
    enabled: place !== undefined,
  })
  // What cannot be known keeps nobody from announcing.
  const isKnown = place === undefined || last.isSuccess || last.isError || last.isPaused
  return at && isKnown ? (
    <Opened
      onClose={onClose}
      place={place}
      type={type}
      last={last.data?.rows[0]}
      within={at.within}
    />
  ) : null
}

interface OpenedProps {
  onClose: () => void
  place: OrganizationId | undefined
  type: MeetingType | undefined
  last: MeetingRow | undefined
  within: string | undefined
}

function Opened({ onClose, place, type, last, within }: OpenedProps) {
  const text = useText()
  const t = text.announcements
  const announce = useCall(announcementsContract.announce, ['announcements'])
  const client = useQueryClient()

  return (
    <CallDrawer<Typed>
      title={t.form.create}
      submitLabel={t.form.submit}
      initial={{
        organizationId: place,
        types: type ? [type] : [],
        startedAt: last?.startedAt ?? '15:00',
        place: last?.place,
        agenda: [],
      }}
      onClose={onClose}
      onSend={async (typed, key) => {
        const organ = await client.ensureQueryData(organQuery(typed.organizationId))
        const body = {
          ...typed,
          title: typed.title?.trim() || generatedTitle(organ.name, typed, text),
          agenda: topicsOf(typed.agenda ?? []),
        }
        await announce.mutateAsync({ body: body as AnnouncementInput, key })
        toast.success(t.form.sent)
        onClose()
      }}
      width={38}
      draftKey={['announcement', place ?? 'new', type].filter(Boolean).join('/')}
    >
      {(form) => (
        <>
          <Form.Item
            name="organizationId"
            label={t.fields.organization}
            rules={zodRules(newAnnouncement.shape.organizationId)}
          >
            <OrganizationPicker
              right="meetings.record"
              within={within}
              label={t.fields.organization}
              // Another organ may hold none of these.
              onChange={() => form.setFieldsValue({ types: [] })}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['organizationId']}>
            {() => (
              <AnnouncementFields
                organizationId={form.getFieldValue('organizationId') as string | undefined}
              />
            )}
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
