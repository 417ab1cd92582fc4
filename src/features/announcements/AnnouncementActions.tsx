import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { whyNot } from '#domain/announcements.rules.ts'
import { callingOff, type AnnouncementRecord } from '#domain/announcements.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan, useToday } from '#lib/session.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { ButtonLink } from '#ui/Button.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { toast } from '#ui/toasts.ts'

const ChangeForm = lazy(() => import('./ChangeForm.tsx'))

/** What can be done to it now; what cannot says why. */
export function AnnouncementActions({ record }: { record: AnnouncementRecord }) {
  const { announcements, said } = useText()
  const t = announcements.actions
  const keep = useKeepScope()
  const navigate = useNavigate()
  const today = useToday()
  const mayRecord = useCan()('meetings.record')
  const [form, setForm] = useState<'edit' | 'callOff' | null>(null)
  const callOff = useCall(announcementsContract.callOff, ['announcements'])
  const { id, version, state, heldOn, meetingId } = record
  const needs = record.hand ? null : mayRecord ? announcements.otherOrgan : announcements.needRecord
  const may = (move: 'change' | 'callOff' | 'record') => {
    const reason = whyNot(move, state)
    return needs ?? (reason && said(reason))
  }
  const close = () => setForm(null)

  if (meetingId)
    return (
      <div className="sc-actions">
        <ButtonLink kind="primary" to={keep(paths.meeting(meetingId))}>
          {t.toRecord}
        </ButtonLink>
      </div>
    )
  const isDay = heldOn <= today
  return (
    <div className="sc-actions">
      <ReasonButton
        kind={isDay ? 'primary' : undefined}
        reason={may('record') ?? (isDay ? null : t.notYet(heldOn))}
        onClick={() => void navigate(keep(paths.newMeeting({ announcement: id })))}
      >
        {t.record}
      </ReasonButton>
      <ReasonButton reason={may('change')} onClick={() => setForm('edit')}>
        {t.edit}
      </ReasonButton>
      <ReasonButton danger reason={may('callOff')} onClick={() => setForm('callOff')}>
        {t.callOff}
      </ReasonButton>
      {isDay && state === 'open' ? <small className="an-quiet">{t.recordHint}</small> : null}
      {form === 'edit' ? (
        <Suspense fallback={null}>
          <ChangeForm record={record} onClose={close} />
        </Suspense>
      ) : null}
      {form === 'callOff' ? (
        <ReasonForm
          title={t.callOffTitle}
          submitLabel={t.callOff}
          label={t.callOffReason}
          rule={callingOff.shape.reason}
          old={['announcements']}
          draftKey={`announcement/${id}/call-off`}
          onClose={close}
          onSend={async (reason, key) => {
            await callOff.mutateAsync({ params: { id }, version, body: { reason }, key })
            toast.success(t.calledOff)
            close()
          }}
        >
          <p className="pt-note">{t.callOffHint}</p>
        </ReasonForm>
      ) : null}
    </div>
  )
}
