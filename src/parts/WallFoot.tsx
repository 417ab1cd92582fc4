import { useEffect, useState } from 'react'
import { instantInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useRenewedSession } from '#lib/renewedSession.ts'
import { useSignInWaiting } from '#lib/unattended.ts'
import { Mark } from '#ui/Mark.tsx'
import './wallFoot.css'

/** So many renewals that did not come make a picture old. */
const OLD = 3

interface WallFootProps {
  /** When the oldest of its answers came, in ms; 0: none did. */
  asOf: number
  /** Milliseconds after which the wall asks anew. */
  renewal: number
}

/**
 * At the foot of a wall: of when the picture is, whether it has grown old, and, when the session has ended, the way
 * to go on. Keeps the page's own day, which turns at midnight while the wall hangs.
 */
export function WallFoot({ asOf, renewal }: WallFootProps) {
  const t = useText().ui.wall
  const signIn = useSignInWaiting()
  const now = useNow()
  useRenewedSession(renewal)
  const old = asOf > 0 && now - asOf > OLD * renewal
  return (
    <footer className="sc-wall-foot" role="status" data-old={old || signIn !== null || undefined}>
      <span>{t.asOf(asOf > 0 ? instantInProse(new Date(asOf).toISOString()) : '—')}</span>
      {signIn ? (
        <>
          <span>
            <Mark name="warn" /> {t.ended}
          </span>
          <button type="button" className="sc-wall-again" onClick={signIn}>
            {t.signIn}
          </button>
        </>
      ) : old ? (
        <span>
          <Mark name="warn" /> {t.old(Math.floor((now - asOf) / 60_000))}
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
