import type { MouseEvent, ReactNode } from 'react'
import './base.css'

/** A click that means "here", not "in a new tab". */
export const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

interface SoftLinkProps {
  href?: string
  /** A plain click calls this instead of loading the page; without `href` the link is a button. */
  onOpen?: () => void
  className?: string
  children: ReactNode
}

/** A real address, so that middle click, copy and a screen reader's list of links work. */
export function SoftLink({ href, onOpen, className = 'sc-link', children }: SoftLinkProps) {
  if (href === undefined) {
    return (
      <button type="button" className={className} onClick={onOpen}>
        {children}
      </button>
    )
  }
  return (
    <a
      href={href}
      className={className}
      onClick={(event) => {
        if (!onOpen || !isPlainClick(event)) return
        event.preventDefault()
        onOpen()
      }}
    >
      {children}
    </a>
  )
}
