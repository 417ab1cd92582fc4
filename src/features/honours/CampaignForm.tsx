import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import type { FormInstance } from 'antd/es/form/index.js'
import { useNavigate } from 'react-router'
import { newCampaign, type CampaignRecord, type NewCampaign } from '#domain/campaigns.ts'
import { addDays } from '#domain/dates.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honourClassesContract } from '#domain/honours.contract.ts'
import type { OrganizationHit } from '#domain/organizations.ts'
import type { Given } from '#domain/contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { EditDrawer } from '#parts/EditDrawer.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { DateField } from '#ui/DateField.tsx'
import { toast } from '#ui/toasts.ts'
import { NumberField } from './NumberField.tsx'

const { shape } = newCampaign
/** What a campaign asks, in the order of its notice; `noValidity`: what it means to leave the validity empty. */
function Fields({ noValidity }: { noValidity: string }) {
  const { honours: t } = useText()
  return (
    <>
      <Form.Item name="title" label={t.fields.title} rules={zodRules(shape.title)}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <div className="pt-form-pair">
        <Form.Item name="quota" label={t.fields.quota} rules={zodRules(shape.quota)}>
          <NumberField />
        </Form.Item>
        <Form.Item
          name="branchQuota"
          label={t.fields.branchQuota}
          extra={t.fields.branchQuotaHint}
          rules={zodRules(shape.branchQuota)}
        >
          <NumberField />
        </Form.Item>
      </div>
      <Form.Item name="conditions" label={t.fields.conditions} rules={zodRules(shape.conditions)}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item
        name="noticeNumber"
        label={t.fields.noticeNumber}
        normalize={(text: string) => text || null}
        rules={zodRules(shape.noticeNumber)}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <div className="pt-form-pair">
        <Form.Item
          name="nominateFrom"
          label={t.fields.nominateFrom}
          rules={zodRules(shape.nominateFrom)}
        >
          <DateField />
        </Form.Item>
        <Form.Item name="nominateTo" label={t.fields.nominateTo} rules={zodRules(shape.nominateTo)}>
          <DateField />
        </Form.Item>
      </div>
      <div className="pt-form-pair">
        <Form.Item
          name="publicityDays"
          label={t.fields.publicityDays}
          rules={zodRules(shape.publicityDays)}
        >
          <NumberField />
        </Form.Item>
        <Form.Item
          name="validityMonths"
          label={t.fields.validityMonths}
          extra={noValidity}
          rules={zodRules(shape.validityMonths)}
        >
          <NumberField />
        </Form.Item>
      </div>
    </>
  )
}

/** A branch holds none. */
const kinds: OrganizationHit['kind'][] = ['committee', 'general-branch']

/** 发起评选. */
export function CampaignForm({ onClose }: { onClose: () => void }) {
  const { honours: t } = useText()
  const today = useToday()
  const keep = useKeepScope()
  const navigate = useNavigate()
  const { year } = useScope()
  const at = useFormPlace('honours.manage', kinds)
  const create = useCall(campaignsContract.create, ['campaigns'])
  const classes = useQuery(queryOptionsOf(honourClassesContract.list))
  const send = async (body: NewCampaign, key: string) => {
    const made = await create.mutateAsync({ body, key })
    toast.success(t.done.create)
    onClose()
    await navigate(keep(paths.campaign(made.id)))
  }
  const choose = (form: FormInstance<NewCampaign>, code: string) => {
    const found = classes.data?.find((one) => one.code === code)
    if (!found) return
    const name = nameOfClass(t, found.code, found.name)
    form.setFieldValue('validityMonths', found.validityMonths)
    // One that was typed stays, also when it comes back from a draft.
    const title = form.getFieldValue('title') as string | undefined
    const offered = classes.data?.map((one) => t.titleOf(year, nameOfClass(t, one.code, one.name)))
    if (!title || offered?.includes(title)) form.setFieldValue('title', t.titleOf(year, name))
  }
  if (!at) return null
  return (
    <CallDrawer<NewCampaign>
      title={t.form.create}
      submitLabel={t.create}
      initial={{
        organizationId: at.place?.id,
        year,
        branchQuota: null,
        conditions: '',
        noticeNumber: null,
        nominateFrom: today,
        nominateTo: addDays(today, 14),
        publicityDays: 5,
        validityMonths: null,
      }}
      draftKey="campaign/new"
      onClose={onClose}
      onSend={send}
    >
      {(form) => (
        <>
          <div className="pt-form-pair">
            <Form.Item
              name="classCode"
              label={t.fields.classCode}
              rules={zodRules(shape.classCode)}
            >
              <Select
                placeholder={t.form.choose}
                onChange={(code: string) => choose(form, code)}
                options={classes.data
                  ?.filter(({ active }) => active)
                  .map(({ code, name }) => ({ value: code, label: nameOfClass(t, code, name) }))}
              />
            </Form.Item>
            <Form.Item name="year" label={t.fields.year} rules={zodRules(shape.year)}>
              <NumberField />
            </Form.Item>
          </div>
          <Form.Item
            name="organizationId"
            label={t.fields.organization}
            rules={zodRules(shape.organizationId)}
          >
            <OrganizationPicker
              right="honours.manage"
              kinds={kinds}
              label={t.fields.organization}
            />
          </Form.Item>
          <Fields noValidity={t.fields.validityHint} />
        </>
      )}
    </CallDrawer>
  )
}

type ChangeBody = NonNullable<Given<typeof campaignsContract.change>['body']>
const changed = [
  'title',
  'quota',
  'branchQuota',
  'conditions',
  'noticeNumber',
  'nominateFrom',
  'nominateTo',
  'publicityDays',
  'validityMonths',
] as const

/** Before the committee has met; conflicts are settled field by field. */
export function ChangeForm({
  campaign,
  onClose,
}: {
  campaign: CampaignRecord
  onClose: () => void
}) {
  const { honours: t } = useText()
  const change = useCall(campaignsContract.change, ['campaigns'])
  return (
    <EditDrawer
      title={t.form.change}
      submitLabel={t.actions.change}
      record={campaign}
      fields={changed.map((key) => ({ key, label: t.fields[key] }))}
      nothing={t.form.nothing}
      draftKey={`campaign/${campaign.id}`}
      onClose={onClose}
      onSend={async (part, { version }) => {
        const whole = Object.fromEntries(changed.map((key) => [key, campaign[key]]))
        await change.mutateAsync({
          params: { id: campaign.id },
          version,
          body: { ...whole, ...part } as ChangeBody,
        })
        toast.success(t.done.change)
        onClose()
      }}
    >
      {() => <Fields noValidity={t.set.validityHint} />}
    </EditDrawer>
  )
}
