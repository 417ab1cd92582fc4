import { Form, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { membersContract } from '#domain/members.contract.ts'
import { membersMove, type MemberRow } from '#domain/members.ts'
import { daysAhead } from '#domain/rules/membership.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Mark } from '#ui/Mark.tsx'
import { toast } from '#ui/toasts.ts'
import { placeOf } from './columns.tsx'

const { shape } = membersMove
type Typed = Omit<z.input<typeof membersMove>, 'members'>

interface MoveManyFormProps {
  members: readonly MemberRow[]
  /** They are not to be moved after all. */
  onLeave: (members: readonly MemberRow[]) => void
  onMoved: () => void
  onClose: () => void
}

/** Names who is moved, all of them, and from where; who cannot be is named with the reason, and then nobody is. */
export function MoveManyForm({ members, onLeave, onMoved, onClose }: MoveManyFormProps) {
  const { members: t, ui } = useText()
  const today = useToday()
  const move = useCall(membersContract.moveMany, ['members'])
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const staying = members.filter(({ id }) => id in refused)

  return (
    <CallDrawer<Typed>
      title={t.moveMany.title(members.length)}
      submitLabel={t.moveMany.submit(members.length)}
      initial={{ on: today }}
      blocked={members.length === 0 ? t.moveMany.nobody : null}
      onClose={onClose}
      onSend={async (typed, key) => {
        setRefused({})
        const those = members.map(({ id, version }) => ({ id, version }))
        const { moved } = await move.mutateAsync({ body: { ...typed, members: those }, key })
        toast.success(
          typed.on > today ? t.moveMany.future(moved, typed.on) : t.moveMany.done(moved),
        )
        onMoved()
      }}
      onRefused={({ fields }) => {
        const said = members.flatMap(({ id }, at) => {
          const why = fields[`body.members.${at}`]
          return why ? [[id, why] as const] : []
        })
        setRefused(Object.fromEntries(said))
        return said.length > 0
      }}
    >
      {() => (
        <>
          {staying.length > 0 ? (
            <div role="alert">
              <p className="sc-alert-line">
                <Mark name="alert" /> {t.moveMany.refused(staying.length)}
              </p>
              <ul className="sc-hits">
                {staying.map(({ id }) => (
                  <li key={id}>{refused[id]}</li>
                ))}
              </ul>
              <p>
                <Button onClick={() => onLeave(staying)}>{t.moveMany.leave(staying.length)}</Button>
              </p>
            </div>
          ) : null}
          <div className="pt-note">
            <p>
              {t.moveMany.hits}
              {ui.colon}
            </p>
            <ul className="mb-movers">
              {members.map((member) => (
                <li key={member.id}>
                  {member.name} <small>{placeOf(member)}</small>
                </li>
              ))}
            </ul>
          </div>
          <Form.Item
            name="organizationId"
            label={t.moveMany.to}
            extra={t.form.placeHint}
            rules={zodRules(shape.organizationId)}
          >
            <OrganizationPicker right="members.manage" kinds={['branch', 'group']} />
          </Form.Item>
          <Form.Item name="on" label={t.fields.on} rules={zodRules(shape.on)}>
            <DateField max={addDays(today, daysAhead)} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t.fields.reason}
            rules={zodRules(shape.reason)}
            extra={t.moveMany.reasonHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <p className="pt-note">{t.moveMany.kept}</p>
        </>
      )}
    </CallDrawer>
  )
}
