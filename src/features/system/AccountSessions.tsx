import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountId } from '#domain/ids.ts'
import { endingSessions, type OpenSession } from '#domain/session.ts'
import { rolesContract } from '#domain/system.contract.ts'
import { call } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useSession } from '#lib/session.ts'
import { FailedLine } from '#parts/FailedLine.tsx'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { deviceName, SessionList } from '#parts/SessionList.tsx'
import { Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { toast } from '#ui/toasts.ts'

interface AccountSessionsProps {
  accountId: AccountId
  name: string
}

/** Where an account is signed in at this moment; each of them, or all, can be ended for a reason. */
export function AccountSessions({ accountId, name }: AccountSessionsProps) {
  const text = useText()
  const { sessions: t } = text.system.rolesPage
  const own = useSession().accountId === accountId ? t.notOwn : null
  const given = { params: { id: accountId } }
  const known = useQuery(queryOptionsOf(rolesContract.sessions, given))
  /** Which is to be ended: one, or null for all; undefined while nothing is asked. */
  const [ending, setEnding] = useState<OpenSession | null>()
  const open = known.data ?? []

  const end = async (reason: string, key: string) => {
    const body = { session: ending?.id ?? null, reason }
    await call(rolesContract.endSessions, { ...given, body, key })
    setEnding(undefined)
    toast.success(ending ? t.endedOne : t.endedAll(name))
    void known.refetch()
  }

  return (
    <Section
      title={t.heading}
      extra={
        open.length > 0 ? (
          <ReasonButton danger reason={own} aria-haspopup="dialog" onClick={() => setEnding(null)}>
            {t.endAll}
          </ReasonButton>
        ) : null
      }
    >
      <FailedLine queries={[known]} />
      {known.data ? (
        <>
          <p className="sy-quiet">{open.length > 0 ? t.count(open.length) : t.none}</p>
          <SessionList sessions={open}>
            {(session) => (
              <ReasonButton
                size="small"
                danger
                reason={own}
                aria-haspopup="dialog"
                onClick={() => setEnding(session)}
              >
                {t.end}
              </ReasonButton>
            )}
          </SessionList>
        </>
      ) : known.isPending ? (
        <SkeletonLines lines={2} />
      ) : null}
      {ending === undefined ? null : (
        <ReasonForm
          title={ending ? t.titleOne(name, deviceName(ending, text)) : t.titleAll(name)}
          submitLabel={ending ? t.end : t.endAll}
          label={t.reason}
          rule={endingSessions.shape.reason}
          hint={t.reasonHint}
          onClose={() => setEnding(undefined)}
          // What has ended meanwhile stands on the page no longer.
          onRefused={({ code }) => {
            if (code === 'state') void known.refetch()
            return false
          }}
          onSend={end}
        >
          <p className="pt-note">
            {ending ? null : t.hitsAll(open.length)}
            {t.after}
          </p>
        </ReasonForm>
      )}
    </Section>
  )
}
