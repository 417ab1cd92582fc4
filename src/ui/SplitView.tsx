import { useEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '#lib/i18n.ts'
import { Dialog } from './Dialog.tsx'
import { Mark } from './Mark.tsx'
import { useMedia, WIDE } from './useMedia.ts'
import './page.css'

interface SplitViewProps {
  list: ReactNode
  detail: ReactNode
  /** Name of what the detail shows. */
  title: string
  open: boolean
  onClose: () => void
  /** Width of the side sheet below 1280 px, in rem of the 14 px root. */
  width?: number
}

/**
 * A list and its detail: side by side from 1280 px, a sheet below. The detail lives in one element
 * that moves between the two, so a resized window or a turned tablet loses nothing typed in it.
 */
export function SplitView({ list, detail, title, open, onClose, width }: SplitViewProps) {
  const t = useText()
  const wide = useMedia(WIDE)
  const [host] = useState(() => document.createElement('div'))

  return (
    <div className="sc-split" data-open={open && wide}>
      <div className="sc-split-list">{list}</div>
      {open && wide ? (
        <aside
          className="sc-split-detail"
          aria-label={title}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented) onClose()
          }}
        >
          <header className="sc-split-detail-head">
            <h2>{title}</h2>
            <button type="button" className="sc-bare" aria-label={t.ui.close} onClick={onClose}>
              <Mark name="cross" />
            </button>
          </header>
          <Slot host={host} />
        </aside>
      ) : null}
      <Dialog open={open && !wide} onClose={onClose} title={title} side width={width}>
        <Slot host={host} />
      </Dialog>
      {open ? createPortal(detail, host) : null}
    </div>
  )
}

function Slot({ host }: { host: HTMLElement }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.append(host)
  }, [host])
  return <div ref={place} />
}
