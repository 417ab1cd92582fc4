import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { isSameHour } from '#domain/announcements.rules.ts'
import { newAnnouncement } from '#domain/announcements.ts'
import { day } from '#domain/common.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingType } from '#domain/meetings.ts'
import { typesOf } from '#domain/meetings.rules.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationKind } from '#domain/rules/structure.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { titleOf } from '#parts/meetingNames.ts'
import { DateField, TimeField } from '#ui/DateField.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Toggle } from '#ui/Toggle.tsx'

const { shape } = newAnnouncement

/** The organ that meets, asked for its kind and name. */
export const organQuery = (id: string | null | undefined) =>
  queryOptionsOf(organizationsContract.show, { params: { id: id ?? '' } })

/** A name until somebody writes one: 甲支部2026年12月主题党日. */
export const generatedTitle = (organ: string, { types = [], heldOn = '' }: Dated, text: Text) =>
  titleOf(organ, { types, heldOn, assessmentYear: null }, text.meetings)

interface Dated {
  types?: MeetingType[] | undefined
  heldOn?: string | undefined
}

interface AnnouncementFieldsProps {
  organizationId: string | null | undefined
  /** The one that is changed; without it a new one, whose name may be left to us. */
  changed?: string
}

/** What, when and where; of a new announcement and of one that is changed. */
export function AnnouncementFields({ organizationId, changed }: AnnouncementFieldsProps) {
  const fresh = changed === undefined
  const text = useText()
  const { announcements: t } = text
  const today = useToday()
  const organ = useQuery({ ...organQuery(organizationId), enabled: Boolean(organizationId) })
  const types = Form.useWatch('types') as MeetingType[] | undefined
  const heldOn = Form.useWatch('heldOn') as string | undefined
  const generated =
    fresh && organ.data ? generatedTitle(organ.data.name, { types, heldOn }, text) : ''
  return (
    <>
      <Form.Item name="types" label={t.fields.types} rules={zodRules(shape.types)}>
        <TypesField kind={organ.data?.kind} />
      </Form.Item>
      <div className="pt-form-pair">
        <Form.Item name="heldOn" label={t.fields.heldOn} rules={zodRules(shape.heldOn)}>
          <DateField min={today} />
        </Form.Item>
        <Form.Item name="startedAt" label={t.fields.startedAt} rules={zodRules(shape.startedAt)}>
          <TimeField />
        </Form.Item>
      </div>
      <SameHour organizationId={organizationId} heldOn={heldOn} except={changed} />
      <Form.Item
        name="title"
        label={t.fields.name}
        rules={zodRules(fresh ? shape.title.optional() : shape.title)}
        extra={generated ? t.form.nameHint(generated) : null}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="place" label={t.fields.place} rules={zodRules(shape.place)}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="agenda" label={t.fields.agenda} extra={t.form.agendaHint}>
        <AgendaField />
      </Form.Item>
    </>
  )
}

interface SameHourProps {
  organizationId: string | null | undefined
  heldOn: string | undefined
  except: string | undefined
}

/** What the organ is to hold, or has held, at that hour already. It may be meant, so it is said and not refused. */
function SameHour({ organizationId, heldOn, except }: SameHourProps) {
  const { announcements: t } = useText()
  const startedAt = Form.useWatch('startedAt') as string | undefined
  const on = day.safeParse(heldOn).data
  const enabled = Boolean(organizationId) && on !== undefined
  const ofDay = {
    organization: (organizationId ?? undefined) as OrganizationId | undefined,
    direct: 'true' as const,
    from: on,
    to: on,
    size: 200,
  }
  const found = useQuery({
    ...queryOptionsOf(announcementsContract.list, {
      query: {
        ...ofDay,
        states: ['open'],
      },
    }),
    enabled,
  })
  // What was noticed stands in its minutes once there are some, at the hour at which it was held.
  const held = useQuery({ ...queryOptionsOf(meetingsContract.list, { query: ofDay }), enabled })
  const clashes = <One extends { id: string; startedAt: string }>(rows: readonly One[] = []) =>
    rows.filter((one) => one.id !== except && startedAt && isSameHour(one.startedAt, startedAt))
  const others = [
    ...clashes(found.data?.rows).map((one) => ({ ...one, say: t.form.sameHour })),
    ...clashes(held.data?.rows).map((one) => ({ ...one, say: t.form.sameHourHeld })),
  ]
  return (
    <div role="status" className="an-same-hour">
      {others.map(({ id, startedAt: at, title, say }) => (
        <p key={id} className="an-note">
          <Mark name="warn" /> {say(at, title)}
        </p>
      ))}
    </div>
  )
}

interface TypesFieldProps {
  kind: OrganizationKind | undefined
  id?: string
  value?: readonly MeetingType[]
  onChange?: (value: MeetingType[]) => void
}

/** The types that an organ of this kind holds. */
function TypesField({ kind, id, value = [], onChange }: TypesFieldProps) {
  const { announcements: t, meetings } = useText()
  if (kind === undefined) return <p className="an-quiet">{t.form.typesFirst}</p>
  const types = Object.keys(typesOf[kind]) as MeetingType[]
  return (
    <div id={id} className="an-chips" role="group" aria-label={t.fields.types}>
      {types.map((type) => (
        <Toggle
          key={type}
          pressed={value.includes(type)}
          onPress={() =>
            onChange?.(
              value.includes(type) ? value.filter((one) => one !== type) : [...value, type],
            )
          }
        >
          {meetings.types[type]}
        </Toggle>
      ))}
    </div>
  )
}

interface AgendaFieldProps {
  id?: string
  value?: readonly string[]
  onChange?: (value: string[]) => void
}

/** One topic a line; what is blank falls away when it is sent. */
function AgendaField({ value = [], onChange, ...input }: AgendaFieldProps) {
  return (
    <Input.TextArea
      {...input}
      rows={4}
      value={value.join('\n')}
      onChange={(event) => onChange?.(event.target.value.split('\n'))}
    />
  )
}

/** The topics as they are sent. */
export const topicsOf = (lines: readonly string[]): string[] =>
  lines.map((one) => one.trim()).filter(Boolean)
