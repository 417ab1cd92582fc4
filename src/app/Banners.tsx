import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'
import { yearOf } from '#domain/dates.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { call } from '#lib/api.ts'
import { setHealth, useHealth } from '#lib/health.ts'
import { useText } from '#lib/i18n.ts'
import { canSeal } from '#lib/pageDrafts.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { scopeFaults, useScope } from '#lib/scope.ts'
import { useSession, useToday, useView } from '#lib/session.ts'
import { WrongAddress } from './WrongAddress.tsx'

const KNOCK = 4000
/** Room on a disk is made by people. */
const KNOCK_FOR_ROOM = 20_000

/** What stands between the person and the records, one sentence at a time, and a knock until it is over. */
export function Banners() {
  const { entry, frame } = useText()
  const { plainHttp } = useView().installation
  const { online, unreachable, recovering, readOnly } = useHealth()
  const { mustChangePassword } = useSession()
  const { pathname } = useLocation()
  const away = unreachable || recovering

  useEffect(() => {
    if (!away && !readOnly) return undefined
    // Any answer clears that the server is away (http.ts); queries come back by their own retries.
    const knock = () =>
      void call(sessionContract.show).then(
        ({ installation }) => setHealth({ readOnly: installation.readOnly }),
        () => undefined,
      )
    const timer = setInterval(knock, away ? KNOCK : KNOCK_FOR_ROOM)
    return () => clearInterval(timer)
  }, [away, readOnly])

  const demo = import.meta.env.VITE_DEMO
  const sentence =
    !online && !demo
      ? canSeal()
        ? frame.banners.offline
        : frame.banners.offlineHeld
      : recovering
        ? frame.banners.recovering
        : unreachable
          ? frame.banners.unreachable
          : readOnly
            ? frame.banners.readOnly
            : null
  return (
    <div role="status" className="fr-banners">
      {plainHttp ? <p className="fr-plain">{entry.plainHttp}</p> : null}
      {sentence ? <p>{sentence}</p> : null}
      {mustChangePassword && pathname !== paths.account() ? (
        <p>
          {frame.banners.mustChange} <Link to={paths.account()}>{frame.banners.change}</Link>
        </p>
      ) : null}
      <OutOfReach />
      <NotBegun />
      <WrongAddress />
    </div>
  )
}

/** A year that lies ahead: its figures are none yet, which is no failing of anybody. */
function NotBegun() {
  const { frame } = useText()
  const [search] = useSearchParams()
  const { year, isAhead, searchOf } = useScope()
  const thisYear = yearOf(useToday())
  if (!isAhead) return null
  return (
    <p>
      {frame.banners.notBegun(year)}{' '}
      <Link to={{ search: searchOf(search, { year: thisYear }).toString() }}>
        {frame.banners.backToYear(thisYear)}
      </Link>
    </p>
  )
}

/** A link from somebody with a wider reach may name an organization that this account may not look at. */
function OutOfReach() {
  const { frame } = useText()
  const [search] = useSearchParams()
  const { organizationName } = useScope()
  const given = scopeFaults(search).some(({ name }) => name === 'scope')
    ? null
    : search.get('scope')
  const found = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: given ?? '' } }),
    enabled: given !== null && organizationName === null,
    staleTime: 5 * 60_000,
  })
  if (given === null || !found.isError) return null
  const own = new URLSearchParams(search)
  for (const name of ['scope', 'page', 'open']) own.delete(name)
  return (
    <p>
      {frame.banners.outOfReach}{' '}
      <Link to={{ search: own.toString() }}>{frame.banners.ownReach}</Link>
    </p>
  )
}
