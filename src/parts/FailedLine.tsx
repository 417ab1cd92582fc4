import { isRefusal } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import '#ui/state.css'

/** What was asked for, as `useQuery` knows it. */
export interface Asked {
  error: Error | null
  isError: boolean
  refetch: () => unknown
}

/** Those that failed and may be tried again; what is not for this account never comes. */
export const failedOf = (queries: readonly Asked[]): Asked[] =>
  queries.filter(({ isError, error }) => isError && !isRefusal(error))

interface FailedLineProps {
  queries: readonly Asked[]
  /** What is missing, where no heading above says it. */
  what?: string
}

/** A part of a page that did not come says so in its place, in one line; nothing while all of it came. */
export function FailedLine({ queries, what }: FailedLineProps) {
  const { ui } = useText()
  const failed = failedOf(queries)
  if (failed.length === 0) return null
  return (
    <p className="sc-failed" role="alert">
      <Mark name="alert" />
      <span>
        {what ? what + ui.colon : null}
        {failed[0]?.error?.message}
      </span>
      <button
        type="button"
        className="sc-link"
        onClick={() => failed.forEach(({ refetch }) => void refetch())}
      >
        {ui.retry}
      </button>
    </p>
  )
}
