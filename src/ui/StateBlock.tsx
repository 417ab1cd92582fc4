import type { ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import { Button } from './Button.tsx'
import { Mark } from './Mark.tsx'
import { SkeletonLines } from './Skeleton.tsx'
import './state.css'

interface StateBlockProps {
  kind: 'empty' | 'filtered' | 'error' | 'forbidden' | 'loading'
  /** Empty: what belongs here. Error: what happened. */
  title?: ReactNode
  /** Empty: why it matters. Error: what is safe and what to do. */
  text?: ReactNode
  /** The first step, a button or a link. */
  action?: ReactNode
  onRetry?: () => void
  onClearFilters?: () => void
  /** Number of the failed request, for whoever looks into it. */
  requestId?: string
}

/** What stands where content would: nothing yet, nothing found, failed, not allowed, on its way. */
export function StateBlock({
  kind,
  title,
  text,
  action,
  onRetry,
  onClearFilters,
  requestId,
}: StateBlockProps) {
  const { ui } = useText()
  if (kind === 'loading') return <SkeletonLines lines={5} />

  const words = {
    empty: { mark: 'box', title: ui.emptyTitle, text: null },
    filtered: { mark: 'box', title: ui.filteredTitle, text: ui.filteredText },
    error: { mark: 'alert', title: ui.errorTitle, text: ui.errorText },
    forbidden: { mark: 'lock', title: ui.forbiddenTitle, text: ui.forbiddenText },
  } as const
  const word = words[kind]

  return (
    <div className={`sc-state sc-state-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <span className="sc-state-mark">
        <Mark name={word.mark} />
      </span>
      <p className="sc-state-title">{title ?? word.title}</p>
      {(text ?? word.text) ? <p>{text ?? word.text}</p> : null}
      {requestId ? <p className="sc-state-id">{ui.requestId(requestId)}</p> : null}
      {action || onRetry || onClearFilters ? (
        <div className="sc-state-actions">
          {action}
          {onClearFilters ? <Button onClick={onClearFilters}>{ui.clearFilters}</Button> : null}
          {onRetry ? <Button onClick={onRetry}>{ui.retry}</Button> : null}
        </div>
      ) : null}
    </div>
  )
}
