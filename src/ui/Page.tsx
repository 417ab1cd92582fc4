import type { ReactNode } from 'react'
import { PageHeader, type PageHeaderProps } from './PageHeader.tsx'
import './page.css'

/** The one skeleton of every page: header, filters in one row, content. */
export function Page({ children, ...header }: PageHeaderProps & { children?: ReactNode }) {
  return (
    <article className="sc-page" aria-labelledby="page-title">
      <PageHeader {...header} />
      <div className="sc-page-content">{children}</div>
    </article>
  )
}

/** A group inside a page: a heading and a line, never a card. */
export function Section({
  title,
  extra,
  children,
}: {
  title: string
  extra?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="sc-section" aria-label={title}>
      <div className="sc-section-head">
        <h2>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  )
}
