import { Form, Input } from 'antd'
import { useState } from 'react'
import { integrityContract } from '#domain/integrity.contract.ts'
import {
  newResponsibility,
  responsibilityLayer,
  type ResponsibilityLayer,
} from '#domain/responsibilities.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { MemberField, ofChosen, type ChosenMember } from '#parts/MemberField.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { DateField } from '#ui/DateField.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { toast } from '#ui/toasts.ts'
import { FormChoice } from './fields.tsx'

interface Typed {
  organizationId: string
  layer: ResponsibilityLayer
  title: string
  ownerId: ChosenMember
  dueOn: string
}

/** A line of the 责任清单: what, who answers for it, by when. */
export function CreateResponsibility() {
  const { integrity: t } = useText()
  const can = useCan()
  const { year } = useScope()
  const [open, setOpen] = useState(false)
  const at = useFormPlace('integrity.record', undefined, open)
  const create = useCall(integrityContract.createResponsibility, ['integrity'])
  const { shape } = newResponsibility
  const r = t.responsibilities
  return (
    <>
      <ReasonButton
        kind="primary"
        reason={can('integrity.record') ? null : t.needRecord}
        onClick={() => setOpen(true)}
      >
        {r.create}
      </ReasonButton>
      {open && at ? (
        <CallDrawer<Typed>
          title={r.create}
          submitLabel={r.create}
          initial={{ organizationId: at.place?.id, dueOn: `${year}-12-31` }}
          draftKey={`responsibility/${at.place?.id ?? 'new'}/${year}`}
          onClose={() => setOpen(false)}
          onSend={async (typed, key) => {
            await create.mutateAsync({
              key,
              body: {
                ...typed,
                year,
                organizationId: typed.organizationId,
                ownerId: typed.ownerId.id,
              },
            })
            toast.success(r.saved)
            setOpen(false)
          }}
        >
          {() => (
            <>
              <Form.Item
                name="organizationId"
                label={r.organization}
                rules={zodRules(shape.organizationId)}
              >
                <OrganizationPicker
                  right="integrity.record"
                  within={at.within}
                  label={r.organization}
                />
              </Form.Item>
              <Form.Item name="layer" label={r.layer} rules={zodRules(shape.layer)}>
                <FormChoice options={responsibilityLayer.options} names={t.layers} />
              </Form.Item>
              <Form.Item name="title" label={r.name} rules={zodRules(shape.title)}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name="ownerId" label={r.owner} rules={zodRules(ofChosen(shape.ownerId))}>
                <MemberField label={r.owner} within={at.within} />
              </Form.Item>
              <Form.Item name="dueOn" label={r.dueOn} rules={zodRules(shape.dueOn)}>
                <DateField />
              </Form.Item>
            </>
          )}
        </CallDrawer>
      ) : null}
    </>
  )
}
