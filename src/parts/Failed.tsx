import { isRefusal } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'

interface FailedProps {
  /** Did not bring what was asked for. */
  query: { error: Error | null; refetch: () => unknown }
  /** What could not be loaded. */
  title?: string
}

/** What failed may be tried again; what is not there, or not for this account, never comes: it has a way on instead. */
export function Failed({ query: { error, refetch }, title }: FailedProps) {
  const { frame, ui } = useText()
  if (isRefusal(error))
    return (
      <StateBlock
        kind="empty"
        title={title ?? ui.errorTitle}
        text={error?.message}
        action={<ButtonLink to={paths.workbench()}>{frame.error.home}</ButtonLink>}
      />
    )
  return (
    <StateBlock kind="error" title={title} text={error?.message} onRetry={() => void refetch()} />
  )
}
