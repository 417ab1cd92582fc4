import { Form, Select } from 'antd'
import type { FormInstance } from 'antd/es/form/index.js'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import { membersContract } from '#domain/members.contract.ts'
import { newMember, stage } from '#domain/members.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { DateField } from '#ui/DateField.tsx'
import { usualEthnicity } from './lists.ts'
import { MoreFields, PartyDays, PersonFields } from './ProfileFields.tsx'
import { useDone } from './useDone.ts'

type Typed = z.input<typeof newMember>

const { shape } = newMember

/** A person enters a roster. Nothing that decides rights has a default: stage and sex are chosen. */
export function CreateForm({ onClose }: { onClose: () => void }) {
  const { members: t } = useText()
  const today = useToday()
  const at = useFormPlace('members.manage')
  const keep = useKeepScope()
  const navigate = useNavigate()
  const create = useCall(membersContract.create)
  const done = useDone()

  const send = async (typed: Typed, key: string) => {
    const body = Object.fromEntries(
      Object.entries(typed).map(([name, value]) => [
        name,
        value === '' || value === undefined ? null : value,
      ]),
    ) as Typed
    const made = await create.mutateAsync({ body, key })
    onClose()
    await done(made, t.form.created(made.name))
    await navigate(keep(paths.member(made.id)))
  }

  return (
    <CallDrawer<Typed>
      title={t.form.createTitle}
      submitLabel={t.form.createSubmit}
      initial={{ ethnicity: usualEthnicity, on: today }}
      onClose={onClose}
      onSend={send}
      width={46}
      draftKey="member/new"
    >
      {(form) => (
        <>
          <PersonFields form={form as FormInstance} />
          <Form.Item
            name="organizationId"
            label={t.fields.organization}
            rules={zodRules(shape.organizationId)}
            extra={t.form.placeHint}
          >
            <OrganizationPicker
              right="members.manage"
              kinds={['branch', 'group']}
              within={at?.within}
            />
          </Form.Item>
          <div className="pt-form-pair">
            <Form.Item name="stage" label={t.fields.stage} rules={zodRules(shape.stage)}>
              <Select
                options={stage.options
                  .toReversed()
                  .map((value) => ({ value, label: t.stages[value] }))}
              />
            </Form.Item>
            <Form.Item
              name="on"
              label={t.fields.on}
              rules={zodRules(shape.on)}
              extra={t.fields.onHint}
            >
              <DateField max={today} prose={false} />
            </Form.Item>
          </div>
          <PartyDays />
          <details className="mb-more">
            <summary>{t.form.optional}</summary>
            <MoreFields />
          </details>
        </>
      )}
    </CallDrawer>
  )
}
