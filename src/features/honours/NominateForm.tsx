import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { newNomination } from '#domain/campaigns.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { useSession } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { FailedLine } from '#parts/FailedLine.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { toast } from '#ui/toasts.ts'
import { Candidates } from './Candidates.tsx'
import { groundOf, Resolutions } from './Resolutions.tsx'
import type { StepFormProps } from './StepForm.tsx'
import { touched } from './useMoves.ts'
import { Verdicts } from './Verdicts.tsx'

interface Typed {
  organizationId: string
  memberId?: string
  crew?: string[]
  postName?: string
  citation: string
  /** Meeting and place of the resolution in it. */
  meetingId: string
}

const { shape } = newNomination

/** A branch puts somebody forward: whom, why, and by which resolution. */
export function NominateForm({ campaign, onClose }: StepFormProps) {
  const { honours: t } = useText()
  const session = useSession()
  const nominate = useCall(campaignsContract.nominate, touched)
  const led = session.roles.filter(({ role }) => role === 'branch-secretary')
  // Who leads two chooses for which.
  const own = led.length === 1 ? led[0] : undefined
  return (
    <CallDrawer<Typed>
      title={t.form.nominate(campaign.title)}
      submitLabel={t.actions.nominate}
      initial={{ organizationId: own?.organizationId ?? undefined, crew: [] }}
      width={48}
      draftKey={`nomination/${campaign.id}`}
      onClose={onClose}
      onSend={async ({ meetingId, ...typed }, key) => {
        const saved = await nominate.mutateAsync({
          params: { id: campaign.id },
          body: { ...typed, ...groundOf(meetingId) },
          key,
        })
        const made = saved.nominations.find(
          ({ memberId, organizationId }) =>
            memberId === (typed.memberId ?? null) && organizationId === typed.organizationId,
        )
        toast.success(t.done.nominate(typed.postName ?? made?.subjectName ?? ''))
        onClose()
      }}
    >
      {(form) => (
        <>
          {own ? (
            // A secretary nominates for the own branch: nothing to choose, and no list over the picker.
            <Form.Item name="organizationId" label={t.form.branch}>
              <Own name={own.organizationName ?? ''} />
            </Form.Item>
          ) : (
            <Form.Item
              name="organizationId"
              label={t.form.branch}
              rules={zodRules(shape.organizationId)}
            >
              <OrganizationPicker
                right="honours.nominate"
                kinds={['branch']}
                // Who leads branches without reaching the organ above chooses among them by the right alone.
                within={campaign.deciding ? campaign.organizationId : undefined}
                label={t.form.branch}
                onChange={() =>
                  // A resolution is of the branch that passed it.
                  form.setFieldsValue({ memberId: undefined, crew: [], meetingId: undefined })
                }
              />
            </Form.Item>
          )}
          <Form.Item noStyle dependencies={['organizationId']}>
            {({ getFieldValue }) => {
              const branch = getFieldValue('organizationId') as string | undefined
              return branch ? (
                <OfBranch key={branch} campaign={campaign} branch={branch} />
              ) : (
                <p className="pt-note">{t.form.chooseBranch}</p>
              )
            }}
          </Form.Item>
          <Form.Item
            name="citation"
            label={t.form.citation}
            extra={t.form.citationHint}
            rules={zodRules(shape.citation)}
          >
            <Input.TextArea rows={4} maxLength={1000} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

/** In the place of a field, so that what the server says of it is read there. */
const Own = ({ id, name }: { id?: string; name: string }) => <output id={id}>{name}</output>

interface OfBranchProps extends Pick<StepFormProps, 'campaign'> {
  branch: string
}

function OfBranch({ campaign, branch }: OfBranchProps) {
  const { honours: t } = useText()
  const required = [{ required: true, message: t.form.chooseOne }]
  return (
    <>
      {campaign.subject === 'post' ? (
        <Form.Item
          name="postName"
          label={t.form.post}
          extra={t.form.postHint}
          rules={[{ required: true, message: t.form.postHint }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      ) : null}
      {campaign.subject === 'organization' ? (
        <BranchVerdicts campaignId={campaign.id} branch={branch} />
      ) : (
        <Form.Item
          name={campaign.subject === 'post' ? 'crew' : 'memberId'}
          label={campaign.subject === 'post' ? t.form.crew : t.form.candidate}
          rules={required}
        >
          <Candidates
            campaignId={campaign.id}
            branch={branch}
            several={campaign.subject === 'post'}
          />
        </Form.Item>
      )}
      <Form.Item
        name="meetingId"
        label={t.form.resolution}
        extra={t.form.resolutionHint}
        rules={[{ required: true, message: t.form.choose }]}
      >
        <Resolutions campaignId={campaign.id} branch={branch} />
      </Form.Item>
    </>
  )
}

interface BranchVerdictsProps {
  campaignId: string
  branch: string
}

/** Of a branch as of a person: whether it can be nominated is said before anything is typed. */
function BranchVerdicts({ campaignId, branch }: BranchVerdictsProps) {
  const found = useQuery(
    queryOptionsOf(campaignsContract.candidates, {
      params: { id: campaignId },
      query: { organization: branch },
    }),
  )
  if (found.isError) return <FailedLine queries={[found]} />
  return found.data ? <Verdicts verdicts={found.data.branch} /> : <SkeletonLines lines={2} />
}
