import type { RefObject } from 'react'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useLeaveBlocker } from '#ui/useLeaveBlocker.ts'

/** Asks before leaving, only while the draft could not be kept: what is kept needs no question. */
export function LeaveGuard({ when, passed }: { when: boolean; passed: RefObject<boolean> }) {
  const { meetings: t } = useText()
  const blocker = useLeaveBlocker(when, () => !passed.current)

  return (
    <Dialog
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t.save.leaveTitle}
      alert
      footer={
        <>
          <Button danger onClick={() => blocker.proceed?.()}>
            {t.save.leave}
          </Button>
          <Button kind="primary" data-autofocus onClick={() => blocker.reset?.()}>
            {t.save.stay}
          </Button>
        </>
      }
    >
      <p>{t.save.leaveText}</p>
    </Dialog>
  )
}
