import { useState } from 'react'
import { instantInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { Copyable } from '#ui/Copyable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Mark } from '#ui/Mark.tsx'
import type { Invitation } from './accounts.ts'

const focusOnMount = (button: HTMLElement | null) => button?.focus()

/** The one time a code is on the screen. Closing asks whether it was noted, however it is closed. */
export function InvitationOnce({
  invitation,
  onClose,
}: {
  invitation: Invitation
  onClose: () => void
}) {
  const { invitation: t, accounts } = useText().system
  const [asking, setAsking] = useState(false)
  const { account, code, expiresAt } = invitation
  return (
    <Dialog
      open
      alert
      lightDismiss={false}
      onClose={() => setAsking(true)}
      title={t.title(account.name)}
      footer={
        asking ? (
          <div role="alertdialog" aria-label={t.ask} className="sc-dialog-ask">
            <span className="sc-foot-note">
              <Mark name="warn" /> {t.ask}
            </span>
            <Button ref={focusOnMount} onClick={() => setAsking(false)}>
              {t.notYet}
            </Button>
            <Button kind="primary" onClick={onClose}>
              {t.noted}
            </Button>
          </div>
        ) : (
          <Button onClick={() => setAsking(true)}>{t.close}</Button>
        )
      }
    >
      <p>{t.once}</p>
      <div className="sy-code">
        <Copyable text={code} label={t.label} />
      </div>
      <KeyValue
        items={[
          { label: accounts.columns.name, value: account.name },
          { label: accounts.columns.login, value: account.login },
        ]}
      />
      <ol className="sy-steps">
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
        <li>{t.until(instantInProse(expiresAt))}</li>
        <li>{t.roleNext}</li>
      </ol>
    </Dialog>
  )
}
