import { useState } from 'react'
import { useNavigate } from 'react-router'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { missingParts } from '#domain/meetings.complete.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { whyNot, type MeetingMove } from '#domain/meetings.states.ts'
import type { ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { invalidate, useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/Button.tsx'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { copyText } from '#ui/copyText.ts'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { toast } from '#ui/toasts.ts'
import { CorrectionDrawer } from './CorrectionDrawer.tsx'
import { PaperButtons } from './PaperButtons.tsx'
import { SendBackDrawer } from './SendBackDrawer.tsx'
import { SignDialog } from './SignDialog.tsx'
import { missingReason } from './words.ts'

interface MeetingActionsProps {
  record: MeetingRecord
  aside: boolean
}

/** What can be done to the record now; what cannot says why. The first is the next step of its life. */
export function MeetingActions({ record, aside }: MeetingActionsProps) {
  const { meetings: t } = useText()
  const navigate = useNavigate()
  const keep = useKeepScope()
  const can = useCan()
  const [drawer, setDrawer] = useState<'sign' | 'sendBack' | 'unsign' | 'correct' | null>(null)
  const submit = useCall(meetingsContract.submit, ['meetings'])
  const sign = useCall(meetingsContract.sign, ['meetings'])
  const archive = useCall(meetingsContract.archive, ['meetings'])
  const discard = useCall(meetingsContract.discard, ['meetings'])
  const { id, version, status, title } = record
  const given = { params: { id }, version }
  const missing = missingReason(missingParts(record), t)
  const { record: records, sign: signs } = record.hands

  /** Somebody was faster: the record is shown as it is now. */
  const failed = (error: ApiError) => {
    toast.error(error.code === 'version_conflict' ? t.actions.changed : error.message)
    void invalidate(['meetings'])
  }
  const reasonFor = (move: MeetingMove): string | null => {
    if (whyNot(move, status) !== null) return t.refusals[move][status]
    const writes = move === 'change' || move === 'discard' || move === 'submit'
    if (writes ? records : signs) return move === 'submit' ? missing : null
    if (can(writes ? 'meetings.record' : 'meetings.sign')) return t.actions.otherOrgan
    return writes ? t.actions.needRecord : t.actions.needSign
  }
  const move = (call: typeof submit, said: string) =>
    call.mutate(given, { onSuccess: () => toast.success(said), onError: failed })

  const buttons = {
    edit: (
      <ReasonButton
        key="edit"
        reason={reasonFor('change')}
        onClick={() => void navigate(keep(paths.editMeeting(id)))}
      >
        {t.actions.edit}
      </ReasonButton>
    ),
    submit: (
      <ReasonButton
        key="submit"
        kind="primary"
        reason={reasonFor('submit')}
        busy={submit.isPending}
        onClick={() => move(submit, t.actions.submitTitle)}
      >
        {t.actions.submit}
      </ReasonButton>
    ),
    sign: (
      <ReasonButton
        key="sign"
        kind={status === 'submitted' ? 'primary' : undefined}
        reason={reasonFor('sign')}
        busy={sign.isPending}
        onClick={() => setDrawer('sign')}
      >
        {t.actions.sign}
      </ReasonButton>
    ),
    sendBack: (
      <ReasonButton
        key="sendBack"
        reason={reasonFor('sendBack')}
        onClick={() => setDrawer('sendBack')}
      >
        {t.actions.sendBack}
      </ReasonButton>
    ),
    unsign: (
      <ReasonButton key="unsign" reason={reasonFor('unsign')} onClick={() => setDrawer('unsign')}>
        {t.actions.unsign}
      </ReasonButton>
    ),
    archive: (
      <ConfirmButton
        key="archive"
        label={t.actions.archive}
        title={t.actions.archiveTitle}
        hits={[title]}
        consequence={t.actions.archiveText}
        danger={false}
        reason={reasonFor('archive')}
        onConfirm={async () => {
          await archive.mutateAsync(given)
          toast.success(t.actions.archivedDone)
        }}
      />
    ),
    correct: (
      <ReasonButton
        key="correct"
        reason={reasonFor('correct')}
        onClick={() => setDrawer('correct')}
      >
        {t.actions.correct}
      </ReasonButton>
    ),
    discard: (
      <ConfirmButton
        key="discard"
        label={t.actions.discard}
        title={t.actions.discardTitle}
        hits={[title]}
        consequence={t.actions.discardText}
        reason={reasonFor('discard')}
        onConfirm={async () => {
          await discard.mutateAsync(given)
          toast.success(t.actions.discarded)
          await navigate(keep(paths.meetings()), { replace: true })
        }}
      />
    ),
  }
  const shown = {
    draft: [buttons.submit, buttons.edit, buttons.sign, buttons.discard],
    submitted: [buttons.sign, buttons.sendBack, buttons.edit],
    signed: [buttons.archive, buttons.correct, buttons.unsign, buttons.edit],
    archived: [buttons.correct, buttons.edit],
  }[status]

  return (
    <div className="md-actions" role="group" aria-label={t.actions.more}>
      {records || signs ? shown : null}
      {aside ? null : <PaperButtons record={record} />}
      <Button onClick={() => void copyLink(t.actions)}>{t.actions.copyLink}</Button>
      {drawer === 'sign' ? (
        <SignDialog
          label={t.actions.sign}
          title={title}
          types={record.types}
          judged={record}
          onClose={() => setDrawer(null)}
          onConfirm={() => {
            setDrawer(null)
            move(sign, t.actions.signedDone)
          }}
        />
      ) : null}
      {drawer === 'sendBack' || drawer === 'unsign' ? (
        <SendBackDrawer how={drawer} record={record} onClose={() => setDrawer(null)} />
      ) : null}
      {drawer === 'correct' ? (
        <CorrectionDrawer record={record} onClose={() => setDrawer(null)} onFailed={failed} />
      ) : null}
    </div>
  )

  async function copyLink(words: { linkCopied: string; linkFailed: string }) {
    const base = import.meta.env.BASE_URL.replace(/\/$/, '')
    const copied = await copyText(`${location.origin}${base}${paths.meeting(id)}`)
    if (copied) toast.success(words.linkCopied)
    else toast.error(words.linkFailed)
  }
}
