import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { newAnnouncement, type AnnouncementInput } from '#domain/announcements.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { toast } from '#ui/toasts.ts'
import { AnnouncementFields, generatedTitle, organQuery, topicsOf } from './fields.tsx'

type Typed = Partial<AnnouncementInput>

/** A meeting to come is announced to whoever is on the roster of its day. */
export default function AnnounceForm({ onClose }: { onClose: () => void }) {
  const at = useFormPlace('meetings.record', ['branch', 'group'])
  return at ? (
    <Opened onClose={onClose} place={at.place?.id ?? undefined} within={at.within} />
  ) : null
}

interface OpenedProps {
  onClose: () => void
  place: OrganizationId | undefined
  within: string | undefined
}

function Opened({ onClose, place, within }: OpenedProps) {
  const text = useText()
  const t = text.announcements
  const announce = useCall(announcementsContract.announce, ['announcements'])
  const client = useQueryClient()

  return (
    <CallDrawer<Typed>
      title={t.form.create}
      submitLabel={t.form.submit}
      initial={{ organizationId: place, types: [], startedAt: '15:00', agenda: [] }}
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
      draftKey={`announcement/${place ?? 'new'}`}
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
              kinds={['branch', 'group']}
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
                fresh
              />
            )}
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
