import { Form, Input } from 'antd'
import { withReason } from '#domain/campaigns.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { checking, type Responsibility } from '#domain/responsibilities.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { DateField } from '#ui/DateField.tsx'
import { toast } from '#ui/toasts.ts'
import { ReopenForm } from './ReopenForm.tsx'
import { said } from './responsibilityColumns.tsx'
import { touched } from './state.ts'

export interface OpenForm {
  name: 'report' | 'check' | 'return' | 'reopen'
  item: Responsibility
}
type FormProps = OpenForm & { onClose: () => void }

export function ResponsibilityForm({ name, item, onClose }: FormProps) {
  const rest = { item, onClose }
  if (name === 'return') return <ReturnForm {...rest} />
  if (name === 'reopen') return <NotDoneForm {...rest} />
  return <DoneForm {...rest} name={name} />
}

/** Checked off by mistake. */
function NotDoneForm({ item, onClose }: { item: Responsibility; onClose: () => void }) {
  const { integrity: t } = useText()
  const reopen = useCall(integrityContract.reopenResponsibility, ['integrity'])
  return (
    <ReopenForm
      what={item.title}
      said={said(t, item) ?? ''}
      draftKey={`responsibility/${item.id}/reopen`}
      onClose={onClose}
      onSend={(reason, key) =>
        reopen.mutateAsync({
          params: { id: item.id },
          version: item.version,
          key,
          body: { reason },
        })
      }
    />
  )
}

interface DoneFormProps {
  name: 'report' | 'check'
  item: Responsibility
  onClose: () => void
}

/** By who answers for it, to be checked; or by who checks, who begins with what was handed in. */
function DoneForm({ name, item, onClose }: DoneFormProps) {
  const { integrity: t } = useText()
  const r = t.responsibilities
  const today = useToday()
  const report = useCall(integrityContract.reportResponsibility, ['integrity'])
  const check = useCall(integrityContract.checkResponsibility, ['integrity'])
  const { shape } = checking
  const isReport = name === 'report'
  return (
    <CallDrawer<{ doneOn: string; evidence: string }>
      title={(isReport ? r.reportOf : r.checkOf)(item.title)}
      submitLabel={isReport ? r.report : item.state === 'reported' ? r.verify : r.check}
      initial={{ doneOn: item.reportedOn ?? today, evidence: item.report ?? undefined }}
      draftKey={isReport ? `responsibility/${item.id}/report` : undefined}
      old={touched}
      onClose={onClose}
      onSend={async (body, key) => {
        const given = { params: { id: item.id }, version: item.version, key, body }
        await (isReport ? report : check).mutateAsync(given)
        toast.success(isReport ? r.reported : r.checked)
        onClose()
      }}
      width={32}
    >
      {() => (
        <>
          {item.returnReason === null ? null : (
            <p className="pt-note">{r.returned(item.returnReason)}</p>
          )}
          <Form.Item
            name="evidence"
            label={r.evidence}
            extra={r.evidenceHint}
            rules={zodRules(shape.evidence)}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <Form.Item name="doneOn" label={r.doneOn} rules={zodRules(shape.doneOn)}>
            <DateField max={today} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

function ReturnForm({ item, onClose }: { item: Responsibility; onClose: () => void }) {
  const { integrity: t } = useText()
  const r = t.responsibilities
  const sendBack = useCall(integrityContract.returnResponsibility, ['integrity'])
  return (
    <ReasonForm
      title={r.sendBackOf(item.title)}
      submitLabel={r.sendBack}
      label={r.returnReason}
      rule={withReason.shape.reason}
      old={touched}
      draftKey={`responsibility/${item.id}/return`}
      onClose={onClose}
      onSend={async (reason, key) => {
        const given = { params: { id: item.id }, version: item.version, key, body: { reason } }
        await sendBack.mutateAsync(given)
        toast.success(r.sentBack)
        onClose()
      }}
    >
      <p className="in-quiet">{r.returnHint}</p>
    </ReasonForm>
  )
}
