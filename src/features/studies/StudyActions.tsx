import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { studiesContract } from '#domain/studies.contract.ts'
import { studyReopening, type StudyRecord } from '#domain/studies.ts'
import { dayInProse } from '#lib/format.ts'
import type { ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { invalidate, useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan, useToday } from '#lib/session.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { Button } from '#ui/Button.tsx'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { toast } from '#ui/toasts.ts'

const StudyForm = lazy(() => import('./StudyForm.tsx'))

/** What can be done to the activity now; what cannot says why. */
export function StudyActions({ record }: { record: StudyRecord }) {
  const { studies } = useText()
  const t = studies.actions
  const keep = useKeepScope()
  const navigate = useNavigate()
  const today = useToday()
  const needs = useCan()('studies.record') ? t.hands[record.hand] : t.needRecord
  const [form, setForm] = useState<'edit' | 'reopen' | null>(null)
  const close = useCall(studiesContract.close, ['studies'])
  const reopen = useCall(studiesContract.reopen, ['studies'])
  const discard = useCall(studiesContract.discard, ['studies'])
  const { id, version, status, topic } = record
  const lastDay = record.endsOn ?? record.heldOn
  const given = { params: { id }, version }
  const back =
    status === 'held'
      ? {
          label: t.replan,
          title: t.replanTitle,
          hint: t.replanHint,
          example: t.replanPlaceholder,
          done: t.replanned,
        }
      : {
          label: t.reopen,
          title: t.reopenTitle,
          hint: t.reopenHint,
          example: t.reopenPlaceholder,
          done: t.reopened,
        }

  /** Somebody was faster, or something is missing: the form says what. */
  const refused = (error: ApiError) => {
    if (error.code === 'version_conflict') {
      toast.info(t.changed)
      void invalidate(['studies'])
    } else if (Object.keys(error.fields).length > 0) {
      toast.error(Object.values(error.fields).join(' '))
      setForm('edit')
    } else toast.error(error.message)
  }

  return (
    <div className="sc-actions">
      {status === 'closed' ? (
        <ReasonButton reason={needs} onClick={() => setForm('reopen')}>
          {t.reopen}
        </ReasonButton>
      ) : (
        <ReasonButton
          kind={status === 'planned' && record.heldOn <= today ? 'primary' : undefined}
          reason={needs}
          onClick={() => setForm('edit')}
        >
          {status === 'planned' && record.heldOn <= today ? t.hold : t.edit}
        </ReasonButton>
      )}
      {status === 'held' ? (
        <>
          <ReasonButton
            kind="primary"
            reason={needs ?? (lastDay > today ? t.runs(dayInProse(lastDay)) : null)}
            busy={close.isPending}
            onClick={() =>
              close.mutate(given, { onSuccess: () => toast.success(t.closed), onError: refused })
            }
          >
            {t.close}
          </ReasonButton>
          <ReasonButton reason={needs} onClick={() => setForm('reopen')}>
            {t.replan}
          </ReasonButton>
        </>
      ) : null}
      {status === 'planned' ? (
        <ConfirmButton
          label={t.discard}
          title={t.discardTitle}
          hits={[topic]}
          consequence={t.discardAfter}
          reason={needs}
          onConfirm={async () => {
            await discard.mutateAsync(given)
            toast.success(t.discarded)
            await navigate(keep(paths.studies()))
          }}
        />
      ) : null}
      <Button onClick={() => window.print()}>{t.print}</Button>
      {status === 'held' ? <small className="st-quiet">{t.closeHint}</small> : null}
      {form === 'edit' ? (
        <Suspense fallback={null}>
          <StudyForm record={record} onClose={() => setForm(null)} />
        </Suspense>
      ) : null}
      {form === 'reopen' ? (
        <ReasonForm
          title={back.title}
          submitLabel={back.label}
          label={t.reopenReason}
          hint={back.example}
          rule={studyReopening.shape.reason}
          old={['studies']}
          draftKey={`study/${id}/reopen`}
          onClose={() => setForm(null)}
          onSend={async (reason, key) => {
            await reopen.mutateAsync({ ...given, body: { reason }, key })
            toast.success(back.done)
            setForm(null)
          }}
        >
          <p className="st-quiet">{back.hint}</p>
        </ReasonForm>
      ) : null}
    </div>
  )
}
