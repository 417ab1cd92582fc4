import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { newOrganization, type OrganizationHit } from '#domain/organizations.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import {
  branchKinds,
  mayContain,
  organizationKinds,
  type BranchKind,
  type OrganizationKind,
} from '#domain/rules/structure.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { DateField } from '#ui/DateField.tsx'
import type { FormProps } from './ActionForm.tsx'
import { useDone } from './useDone.ts'

interface Typed {
  parentId: string
  kind: OrganizationKind
  branchKind: BranchKind | null
  name: string
  fullName: string
  nationalCode: string
  foundedOn: string
}

const { shape } = newOrganization

const kindsBelow = (parent: OrganizationKind) =>
  organizationKinds.filter((kind) => mayContain(parent, kind))

/** What may stand below the chosen parent, which need not be the one that the form was opened at. */
function KindField({ parentId, card }: { parentId: string; card: FormProps['card'] }) {
  const { organizations: t } = useText()
  const other = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: parentId } }),
    enabled: parentId !== card.id,
  })
  const parent = parentId === card.id ? card.kind : other.data?.kind
  return (
    <Form.Item
      name="kind"
      label={t.fields.kind}
      extra={parent && t.create.kindHint(t.kinds[parent])}
    >
      <Select
        options={
          parent && kindsBelow(parent).map((kind) => ({ value: kind, label: t.kinds[kind] }))
        }
      />
    </Form.Item>
  )
}

/** A new organization below; only kinds that may stand there are offered. */
export function CreateForm({
  card,
  store,
  onClose,
  onGo,
}: FormProps & { onGo: (hit: Pick<OrganizationHit, 'id' | 'trail'>) => void }) {
  const { organizations: t } = useText()
  const today = useToday()
  const create = useCall(organizationsContract.create)
  const done = useDone(store)

  const send = async (typed: Typed, key: string) => {
    const made = await create.mutateAsync({
      body: {
        ...typed,
        branchKind: typed.kind === 'branch' ? typed.branchKind : null,
        fullName: typed.fullName || null,
        nationalCode: typed.nationalCode || null,
      },
      key,
    })
    onClose()
    await done(made, t.create.done(made.name), [made.parentId])
    onGo(made)
  }

  return (
    <CallDrawer<Typed>
      title={t.create.title(card.name)}
      submitLabel={t.create.submit}
      initial={{
        parentId: card.id,
        kind: kindsBelow(card.kind).at(-1),
        branchKind: 'regular',
        foundedOn: today,
      }}
      draftKey={`organization/${card.id}/new`}
      onClose={onClose}
      onSend={send}
    >
      {(form) => (
        <>
          <Form.Item
            name="name"
            label={t.fields.name}
            rules={zodRules(shape.name)}
            extra={t.fields.nameHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="parentId" label={t.create.under} rules={zodRules(shape.parentId)}>
            <OrganizationPicker
              right="organizations.manage"
              kinds={['committee', 'general-branch', 'branch']}
              onChange={(_, { kind: parent }) => {
                const kinds = kindsBelow(parent)
                if (!kinds.includes(form.getFieldValue('kind') as OrganizationKind))
                  form.setFieldValue('kind', kinds.at(-1))
              }}
            />
          </Form.Item>
          <div className="pt-form-pair">
            <Form.Item noStyle dependencies={['parentId']}>
              {({ getFieldValue }) => (
                <KindField parentId={getFieldValue('parentId') as string} card={card} />
              )}
            </Form.Item>
            <Form.Item noStyle dependencies={['kind']}>
              {({ getFieldValue }) =>
                getFieldValue('kind') === 'branch' ? (
                  <Form.Item name="branchKind" label={t.fields.branchKind}>
                    <Select
                      options={branchKinds.map((kind) => ({
                        value: kind,
                        label: t.branchKinds[kind],
                      }))}
                    />
                  </Form.Item>
                ) : null
              }
            </Form.Item>
          </div>
          <Form.Item name="foundedOn" label={t.fields.foundedOn} rules={zodRules(shape.foundedOn)}>
            <DateField max={today} />
          </Form.Item>
          <Form.Item
            name="fullName"
            label={t.fields.fullName}
            rules={zodRules(shape.fullName)}
            extra={t.fields.fullNameHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="nationalCode"
            label={t.fields.nationalCode}
            rules={zodRules(shape.nationalCode)}
            extra={t.fields.nationalCodeHint}
          >
            <Input inputMode="numeric" maxLength={12} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
