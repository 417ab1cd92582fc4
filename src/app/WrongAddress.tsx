import { Link, useSearchParams } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { useUrlFaults } from '#lib/urlFaults.ts'

const LONGEST = 40
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** An old or mistyped link still opens; what of it is not followed is said, with the way to the same page without it. */
export function WrongAddress() {
  const { frame } = useText()
  const [search] = useSearchParams()
  const faults = useUrlFaults()
  if (faults.length === 0) return null
  const without = new URLSearchParams(search)
  for (const { name } of faults) without.delete(name)
  return (
    <p>
      {frame.banners.wrongAddress(faults.map(({ name, value }) => short(`${name}=${value}`)))}{' '}
      <Link to={{ search: without.toString() }} replace preventScrollReset>
        {frame.banners.withoutIt}
      </Link>
    </p>
  )
}
