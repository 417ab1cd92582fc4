import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useLocation } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { Dialog } from './Dialog.tsx'
import { Announce } from './announce.ts'
import { Mark } from './Mark.tsx'
import { SkeletonLines } from './Skeleton.tsx'
import { useMedia, WIDE } from './useMedia.ts'
import { useWindowTitle } from './useWindowTitle.ts'
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
 * What a row of the list announces stands as the heading in the next frame; the address, and with it the
 * list's new columns and the record, follow when React has rendered them.
 */
export function SplitView({ list, detail, title, open, onClose, width }: SplitViewProps) {
  const t = useText()
  const wide = useMedia(WIDE)
  const [host] = useState(() => document.createElement('div'))
  const { key } = useLocation()
  useWindowTitle(open ? title : null, true)
  const [announced, setAnnounced] = useState<{ title: string; key: string } | null>(null)
  // The same function as long as the address stays: the list is not rendered for the announcement.
  const announce = useCallback((what: string) => setAnnounced({ title: what, key }), [key])
  // One may come back to the entry at which it was announced.
  if (announced && announced.key !== key) setAnnounced(null)
  const coming = wide && announced?.key === key ? announced.title : null

  return (
    <div
      role="presentation"
      className="sc-split"
      data-open={open && wide}
      data-coming={coming !== null && !open}
      // From the list as well: who opened a row by key still stands on it.
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && wide && open) onClose()
      }}
    >
      <Announce value={wide ? announce : null}>
        <div className="sc-split-list">{list}</div>
      </Announce>
      {wide && (open || coming !== null) ? (
        <aside className="sc-split-detail" aria-label={coming ?? title} aria-busy={coming !== null}>
          <header className="sc-split-detail-head">
            <h2>{coming ?? title}</h2>
            <button type="button" className="sc-bare" aria-label={t.ui.close} onClick={onClose}>
              <Mark name="cross" />
            </button>
          </header>
          {coming === null ? <Slot host={host} /> : <SkeletonLines />}
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
