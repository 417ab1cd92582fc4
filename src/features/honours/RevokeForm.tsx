import { Form } from 'antd'
import { honoursContract } from '#domain/honours.contract.ts'
import { revocation, type HonourRecord } from '#domain/honours.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { articleOf } from '#parts/articleOf.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import { toast } from '#ui/toasts.ts'
import { DocumentFields } from './DocumentFields.tsx'
import { touched, useConflict } from './useMoves.ts'

interface Typed {
  on: string
  reason: string
  documentNumber: string
}

/** 撤销: off the board, counted back in the month of its decision, and kept in the record. */
export function RevokeForm({ honour, onClose }: { honour: HonourRecord; onClose: () => void }) {
  const { honours: t } = useText()
  const today = useToday()
  const revoke = useCall(honoursContract.revoke, touched)
  const conflict = useConflict()
  const { shape } = revocation
  return (
    <CallDrawer<Typed>
      title={t.form.revoke(honour.subjectName)}
      submitLabel={t.record.revoke}
      initial={{ on: today }}
      draftKey={`revocation/${honour.id}`}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (body, key) => {
        await revoke.mutateAsync({ params: { id: honour.id }, version: honour.version, body, key })
        toast.success(t.done.revoke)
        onClose()
      }}
    >
      {() => (
        <>
          <div className="pt-note">
            {t.form.revokeNote}
            <br />
            {articleOf('commendation-revoke')?.text}
          </div>
          <Form.Item name="on" label={t.form.revokeOn} rules={zodRules(shape.on)}>
            <DateField min={honour.decidedOn} max={today} />
          </Form.Item>
          <DocumentFields reason={t.form.revokeReason} shape={shape} />
        </>
      )}
    </CallDrawer>
  )
}
