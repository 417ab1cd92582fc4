import { useState } from 'react'
import { servicesContract } from '#domain/services.contract.ts'
import type { ServiceRecord } from '#domain/services.ts'
import { whyNot, whyNotJudge } from '#domain/services.states.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useCan, useSession } from '#lib/session.ts'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { toast } from '#ui/toasts.ts'
import { ChangeService } from './ChangeService.tsx'
import { ReasonDrawer, type Reasoned } from './ReasonDrawer.tsx'

/** What the person may do with the record now: the own one, or one of others. What cannot says why. */
export function ServiceActions({ record }: { record: ServiceRecord }) {
  const { services: t, organizations, ui } = useText()
  const can = useCan()
  const { memberId } = useSession()
  const [open, setOpen] = useState<Reasoned | 'change' | null>(null)
  const confirm = useCall(servicesContract.confirm, ['services'], ({ params }) => ({
    id: params.id,
    as: { state: 'confirmed' },
  }))
  const own = record.memberId === memberId && can('services.log')
  const { id, version, state } = record

  const press = () =>
    confirm.mutate(
      { params: { id }, version },
      {
        onSuccess: () => toast.success(t.confirmed),
        onError: (error) =>
          toast.error(error.code === 'version_conflict' ? ui.overtaken : error.message),
      },
    )
  const judges = can('services.confirm')
  const onlyLooks = !judges
    ? t.needConfirm
    : record.mayConfirm
      ? null
      : organizations.permit.outside
  return (
    <div className="sc-actions">
      {own ? (
        <>
          <ReasonButton
            kind={state === 'returned' ? 'primary' : undefined}
            reason={whyNot('change', state)}
            onClick={() => setOpen('change')}
          >
            {t.change}
          </ReasonButton>
          <ReasonButton reason={whyNot('appeal', state)} onClick={() => setOpen('appeal')}>
            {t.appeal}
          </ReasonButton>
          <ReasonButton reason={whyNot('withdraw', state)} onClick={() => setOpen('withdraw')}>
            {t.withdraw}
          </ReasonButton>
        </>
      ) : null}
      {judges || !own ? (
        <>
          <ReasonButton
            kind="primary"
            busy={confirm.isPending}
            reason={onlyLooks ?? whyNotJudge('confirm', record, memberId)}
            onClick={press}
          >
            {t.confirm}
          </ReasonButton>
          <ReasonButton
            reason={onlyLooks ?? whyNotJudge('sendBack', record, memberId)}
            onClick={() => setOpen('sendBack')}
          >
            {t.sendBack}
          </ReasonButton>
        </>
      ) : null}
      {open === 'change' ? (
        <ChangeService record={record} onClose={() => setOpen(null)} />
      ) : open ? (
        <ReasonDrawer record={record} how={open} onClose={() => setOpen(null)} />
      ) : null}
    </div>
  )
}
