import { useState } from 'react'
import { membersContract } from '#domain/members.contract.ts'
import { statusWithdrawal, type MemberDetail } from '#domain/members.ts'
import { isApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { useDone } from './useDone.ts'

interface WithdrawStatusFormProps {
  member: MemberDetail
  change: NonNullable<MemberDetail['latestChange']>
  onClose: () => void
}

/** The change that was recorded last, or its day, was a mistake: it is taken back, and can then be recorded anew. */
export function WithdrawStatusForm({ member, change, onClose }: WithdrawStatusFormProps) {
  const { members } = useText()
  const t = members.withdrawStatus
  const withdraw = useCall(membersContract.withdrawStatus)
  const done = useDone()
  const [seen, setSeen] = useState({ change, version: member.version })
  return (
    <ReasonForm
      title={t.title(member.name)}
      submitLabel={t.action}
      label={t.reason}
      rule={statusWithdrawal.shape.reason}
      draftKey={`status/${member.id}/withdraw`}
      error={seen.version === member.version ? null : t.conflict}
      onClose={onClose}
      onRefused={(error) => {
        if (!isApiError(error, 'version_conflict') || !error.detail) return false
        const { latestChange, version } = error.detail as MemberDetail
        setSeen({ change: latestChange ?? change, version })
        return true
      }}
      onSend={async (reason, key) => {
        const saved = await withdraw.mutateAsync({
          params: { id: member.id },
          body: { reason },
          version: seen.version,
          key,
        })
        onClose()
        await done(saved, t.done)
      }}
    >
      <div className="pt-note">
        <p>
          <b>{t.change(seen.change.on, seen.change.text)}</b>
        </p>
        <p>{t.text}</p>
      </div>
    </ReasonForm>
  )
}
