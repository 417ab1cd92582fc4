import { Form, Input } from 'antd'
import { useState } from 'react'
import { honoursContract } from '#domain/honours.contract.ts'
import { honourCorrection, type HonourRecord } from '#domain/honours.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { DocumentFields } from './DocumentFields.tsx'
import { touched, useConflict } from './useMoves.ts'

interface Typed {
  citation: string
  documentNumber: string
  reason: string
}

/** 更正: a wrong word or number is put right, and what stood there before stays in the history. */
export function CorrectForm({ honour, onClose }: { honour: HonourRecord; onClose: () => void }) {
  const { honours: t } = useText()
  const correct = useCall(honoursContract.correct, touched)
  const conflict = useConflict()
  const { shape } = honourCorrection
  const { id, version, citation, documentNumber } = honour
  // As it was opened: what comes meanwhile takes nothing away that is being typed.
  const [draftKey] = useState(`honour-correction/${id}/${version}`)
  return (
    <CallDrawer<Typed>
      title={t.form.correct(honour.subjectName)}
      submitLabel={t.record.correct}
      initial={{ citation, documentNumber }}
      draftKey={draftKey}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (body, key) => {
        await correct.mutateAsync({ params: { id }, version, body, key })
        toast.success(t.done.correct)
        onClose()
      }}
    >
      {() => (
        <>
          <p className="pt-note">{t.form.correctNote}</p>
          <Form.Item name="citation" label={t.form.citation} rules={zodRules(shape.citation)}>
            <Input.TextArea rows={5} maxLength={1000} />
          </Form.Item>
          <DocumentFields reason={t.form.correctReason} shape={shape} />
        </>
      )}
    </CallDrawer>
  )
}
