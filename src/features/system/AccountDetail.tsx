import type { ReactNode } from 'react'
import type { Given } from '#domain/contract.ts'
import { accountsContract } from '#domain/system.contract.ts'
import { call } from '#lib/api.ts'
import { instantInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate } from '#lib/queries.ts'
import { useSession } from '#lib/session.ts'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { toast } from '#ui/toasts.ts'
import {
  personOf,
  standingOf,
  standingText,
  tones,
  type Account,
  type Invitation,
} from './accounts.ts'

import { RenameAccount } from './RenameAccount.tsx'

interface AccountDetailProps {
  account: Account
  onInvited: (invitation: Invitation) => void
}

/** One account and what can be done with it, each act with what follows from it. */
export function AccountDetail({ account, onInvited }: AccountDetailProps) {
  const { system } = useText()
  const t = system.accounts
  const { accountId } = useSession()
  const person = personOf(account, system)
  const standing = standingOf(account)
  const given = { params: { id: account.id }, version: account.version } satisfies Given<
    typeof accountsContract.enable
  >

  /** The button's dialog closes first, then the list comes anew. */
  const act = async (send: () => Promise<unknown>, said?: string) => {
    await send()
    if (said) toast.success(said)
    void invalidate(['accounts'])
  }

  return (
    <div className="sy-detail">
      <KeyValue
        items={[
          { label: t.columns.login, value: account.login },
          {
            label: t.columns.lastSeen,
            value: account.lastSeenAt ? instantInProse(account.lastSeenAt) : t.never,
          },
          {
            label: t.columns.state,
            wide: true,
            value: (
              <>
                <StatusTag tone={tones[standing]}>{t.states[standing]}</StatusTag>{' '}
                {standingText(account, system)}
              </>
            ),
          },
        ]}
      />
      <Section title={t.manage}>
        <ul className="sy-acts">
          {account.lockedUntil ? (
            <Act text={t.unlockText}>
              <ConfirmButton
                label={t.unlock}
                danger={false}
                title={t.unlockTitle(account.name)}
                hits={[person]}
                consequence={t.unlockText}
                onConfirm={() =>
                  act(() => call(accountsContract.unlock, given), t.unlocked(account.name))
                }
              />
            </Act>
          ) : null}
          <Act text={t.renameText}>
            <RenameAccount account={account} />
          </Act>
          {standing === 'disabled' ? (
            <Act text={t.enableText}>
              <ConfirmButton
                label={t.enable}
                danger={false}
                title={t.enableTitle(account.name)}
                hits={[person]}
                consequence={t.enableText}
                onConfirm={() =>
                  act(() => call(accountsContract.enable, given), t.enabled(account.name))
                }
              />
            </Act>
          ) : (
            <>
              <Act text={t.inviteText}>
                <ConfirmButton
                  label={t.invite}
                  danger={false}
                  title={t.inviteTitle(account.name)}
                  hits={[person]}
                  consequence={t.inviteAfter}
                  // Not through the cache of mutations: the code is shown once and kept nowhere.
                  onConfirm={() =>
                    act(async () => onInvited(await call(accountsContract.invite, given)))
                  }
                />
              </Act>
              <Act text={t.disableText}>
                <ConfirmButton
                  label={t.disable}
                  title={t.disableTitle(account.name)}
                  hits={[person]}
                  consequence={t.disableText}
                  reason={account.id === accountId ? t.notSelf : null}
                  onConfirm={() =>
                    act(() => call(accountsContract.disable, given), t.disabled(account.name))
                  }
                />
              </Act>
            </>
          )}
        </ul>
      </Section>
    </div>
  )
}

function Act({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li>
      <p>{text}</p>
      {children}
    </li>
  )
}
