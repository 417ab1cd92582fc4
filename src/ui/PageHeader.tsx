import type { ReactNode } from 'react'
import './page.css'
import { useWindowTitle } from './useWindowTitle.ts'

export interface PageHeaderProps {
  title: string
  /** One line that says what this page is for; null while the record that it names is on its way. */
  purpose: ReactNode
  /** The primary action, at the right; at most one of type primary. */
  action?: ReactNode
  /** Above the title: the way back up. */
  above?: ReactNode
  /** Filters, in one row that wraps. */
  filters?: ReactNode
}

export function PageHeader({ title, purpose, action, above, filters }: PageHeaderProps) {
  useWindowTitle(title)
  return (
    <>
      {above ? <div className="sc-page-above">{above}</div> : null}
      <header className="sc-page-header">
        <div className="sc-page-title">
          {/* Focusable by script: the router puts the focus here after a change of page. */}
          <h1 id="page-title" tabIndex={-1}>
            {title}
          </h1>
          {purpose === null ? <p data-awaited="true">{'\u00a0'}</p> : <p>{purpose}</p>}
        </div>
        {action ? <div className="sc-page-action">{action}</div> : null}
      </header>
      {filters ? (
        <div className="sc-page-filters" role="search" aria-label={title}>
          {filters}
        </div>
      ) : null}
    </>
  )
}
