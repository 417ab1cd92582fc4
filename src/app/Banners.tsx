import { useEffect } from 'react'
import { Link, useLocation } from 'react-router'
import { sessionContract } from '#domain/session.contract.ts'
import { call } from '#lib/api.ts'
import { useHealth } from '#lib/health.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useSession } from '#lib/session.ts'

const KNOCK = 4000

/** What stands between the person and the records, one sentence at a time, and a knock until it is over. */
export function Banners() {
  const { frame } = useText()
  const { online, unreachable, recovering, readOnly } = useHealth()
  const { mustChangePassword } = useSession()
  const { pathname } = useLocation()
  const away = unreachable || recovering

  useEffect(() => {
    if (!away) return undefined
    // Any answer of the server clears the banner (http.ts); queries come back by their own retries.
    const timer = setInterval(() => void call(sessionContract.show).catch(() => undefined), KNOCK)
    return () => clearInterval(timer)
  }, [away])

  const demo = import.meta.env.VITE_DEMO
  const sentence =
    !online && !demo
      ? frame.banners.offline
      : recovering
        ? frame.banners.recovering
        : unreachable
          ? frame.banners.unreachable
          : readOnly
            ? frame.banners.readOnly
            : null
  return (
    <div role="status" className="fr-banners">
      {sentence ? <p>{sentence}</p> : null}
      {mustChangePassword && pathname !== paths.account() ? (
        <p>
          {frame.banners.mustChange} <Link to={paths.account()}>{frame.banners.change}</Link>
        </p>
      ) : null}
    </div>
  )
}
