import type { ReactNode } from 'react'
import { Button } from 'antd'
import { useText } from '#lib/i18n.ts'
import './print.css'

interface PrintSheetProps {
  /** Centred, large: 会议记录. */
  title: string
  subtitle?: ReactNode
  /** At the foot of the last page: who printed it and when, the record's number. */
  footer?: ReactNode
  children: ReactNode
}

/** A page of paper on the screen and the same on paper: A4 with the margins of GB/T 9704. */
export function PrintSheet({ title, subtitle, footer, children }: PrintSheetProps) {
  const { ui } = useText()
  return (
    <div className="sc-print-page">
      <div className="sc-no-print sc-print-bar">
        <Button onClick={() => window.print()}>{ui.print.print}</Button>
      </div>
      <article className="sc-sheet">
        <h1>{title}</h1>
        {subtitle ? <p className="sc-sheet-subtitle">{subtitle}</p> : null}
        {children}
        {footer ? <footer>{footer}</footer> : null}
      </article>
    </div>
  )
}
