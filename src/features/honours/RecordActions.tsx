import { useState } from 'react'
import { honoursContract } from '#domain/honours.contract.ts'
import type { HonourRecord } from '#domain/honours.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { usePermits } from '#parts/permits.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { toast } from '#ui/toasts.ts'
import { CorrectForm } from './CorrectForm.tsx'
import { ExtendForm } from './ExtendForm.tsx'
import { PortraitForm } from './PortraitForm.tsx'
import { RevokeForm } from './RevokeForm.tsx'
import { touched } from './useMoves.ts'

type Form = 'portrait' | 'extend' | 'correct' | 'revoke'

/** What may be done with an honour: by the organ that decided, and the certificate for whoever sees it. */
export function RecordActions({ honour }: { honour: HonourRecord }) {
  const { honours: t } = useText()
  const r = t.record
  const keep = useKeepScope()
  const can = useCan()
  const permit = usePermits()
  const [form, setForm] = useState<Form | null>(null)
  const remove = useCall(honoursContract.removePortrait, touched)
  const certify = useCall(honoursContract.certify, touched)
  const right =
    permit('honours.manage') ?? (honour.mayManage ? null : r.needDecider(honour.awardedBy))
  const managed = honour.state === 'revoked' ? r.alreadyRevoked : right
  const close = () => setForm(null)
  const toPaper = keep(paths.honourCertificate(honour.id))

  return (
    <>
      <div className="hn-actions">
        {honour.certificateNumber ? (
          <ButtonLink to={toPaper}>{r.openCertificate}</ButtonLink>
        ) : null}
        {can('honours.manage') ? (
          <>
            {honour.certificateNumber ? null : (
              <ReasonButton
                reason={managed}
                busy={certify.isPending}
                onClick={() =>
                  certify.mutate(
                    { params: { id: honour.id } },
                    {
                      onSuccess: () => toast.success(r.issued),
                      onError: ({ message }) => toast.error(message),
                    },
                  )
                }
              >
                {r.issue}
              </ReasonButton>
            )}
            <ReasonButton
              reason={managed ?? (honour.validTo ? null : r.forGood)}
              onClick={() => setForm('extend')}
            >
              {r.extend}
            </ReasonButton>
            <ReasonButton reason={managed} onClick={() => setForm('portrait')}>
              {honour.portrait ? t.portrait.change : t.portrait.set}
            </ReasonButton>
            {honour.portrait ? (
              <ConfirmButton
                label={t.portrait.remove}
                title={t.portrait.removeTitle}
                hits={[honour.subjectName]}
                reason={right}
                onConfirm={() =>
                  remove.mutateAsync({ params: { id: honour.id }, version: honour.version })
                }
              />
            ) : null}
            <ReasonButton reason={managed} onClick={() => setForm('correct')}>
              {r.correct}
            </ReasonButton>
            <ReasonButton danger reason={managed} onClick={() => setForm('revoke')}>
              {r.revoke}
            </ReasonButton>
          </>
        ) : null}
      </div>
      {form === 'revoke' ? <RevokeForm honour={honour} onClose={close} /> : null}
      {form === 'correct' ? <CorrectForm honour={honour} onClose={close} /> : null}
      {form === 'extend' ? <ExtendForm honour={honour} onClose={close} /> : null}
      {form === 'portrait' ? <PortraitForm honour={honour} onClose={close} /> : null}
    </>
  )
}
