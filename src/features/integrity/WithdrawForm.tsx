import { withdrawal } from '#domain/integrity.ts'
import { useText } from '#lib/i18n.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { touched } from './state.ts'

interface WithdrawFormProps {
  what: string
  draftKey: string
  onClose: () => void
  onSend: (reason: string, key: string) => Promise<unknown>
}

/** Why a record is taken back; it stays, with the reason. */
export function WithdrawForm({ what, ...rest }: WithdrawFormProps) {
  const { integrity: text } = useText()
  const t = text.educations
  return (
    <ReasonForm
      title={t.withdrawTitle}
      submitLabel={t.withdrawSubmit}
      label={t.withdrawReason}
      rule={withdrawal.shape.reason}
      old={touched}
      {...rest}
    >
      <p>
        <b>{what}</b>
      </p>
      <p className="in-quiet">{t.withdrawNote}</p>
    </ReasonForm>
  )
}
