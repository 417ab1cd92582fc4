import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { sessionContract } from '#domain/session.contract.ts'
import { instantInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { setView, useView } from '#lib/session.ts'
import { useSignInWaiting } from '#lib/unattended.ts'
import { Mark } from '#ui/Mark.tsx'
import { RENEWAL } from './useWall.ts'

/** So many renewals that did not come make a picture old. */
const OLD = 3

/**
 * At the foot of the wall: of when the picture is, whether it has grown old, and, when the session has ended, the way
 * to go on. Keeps the page's own day, which turns at midnight while the wall hangs.
 */
export function WallFoot({ asOf }: { asOf: number }) {
  const { cockpit: t } = useText()
  const signIn = useSignInWaiting()
  const now = useNow()
  useToday()
  const old = asOf > 0 && now - asOf > OLD * RENEWAL
  return (
    <footer className="ck-foot" role="status" data-old={old || signIn !== null || undefined}>
      <span>{t.asOf(asOf > 0 ? instantInProse(new Date(asOf).toISOString()) : '—')}</span>
      {signIn ? (
        <>
          <span>
            <Mark name="warn" /> {t.wallEnded}
          </span>
          <button type="button" className="ck-again" onClick={signIn}>
            {t.wallSignIn}
          </button>
        </>
      ) : old ? (
        <span>
          <Mark name="warn" /> {t.wallOld(Math.floor((now - asOf) / 60_000))}
        </span>
      ) : null}
    </footer>
  )
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Asks who is signed in and which day it is; what has ended is told by the other calls. */
function useToday(): void {
  const view = useView()
  const { data } = useQuery({
    ...queryOptionsOf(sessionContract.show),
    refetchInterval: RENEWAL,
  })
  const today = data?.session?.accountId === view.session?.accountId ? data?.today : undefined
  useEffect(() => {
    if (today && today !== view.today) setView({ ...view, today })
  }, [today, view])
}
