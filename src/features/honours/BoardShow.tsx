import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '#lib/i18n.ts'
import { useUnattended } from '#lib/unattended.ts'
import { WallFoot } from '#parts/WallFoot.tsx'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { TurnBar } from '#ui/TurnBar.tsx'
import { useTurns } from '#ui/useTurns.ts'
import { keyOf, screensOf, type BoardGroup } from './boardPages.ts'
import { HonourCard } from './HonourCard.tsx'

/** Cards on one screen, and how long one screen stands. */
const CARDS = 4
const STAND = 12_000

interface BoardShowProps {
  groups: readonly BoardGroup[]
  organ: string
  /** Null: whenever it was decided. */
  year: number | null
  /** When these cards came, in ms, and after how long they are asked for anew. */
  asOf: number
  renewal: number
  onClose: () => void
}

/** The board over the whole screen; it turns its pages by itself until somebody stops it. */
export function BoardShow({ groups, organ, year, asOf, renewal, onClose }: BoardShowProps) {
  const { honours: t } = useText()
  const w = t.wall
  const dialog = useRef<HTMLDialogElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const screens = screensOf(groups, CARDS)
  const turns = useTurns(screens.length, STAND)
  const screen = screens[turns.page]
  useUnattended(true)

  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  // The browser's full screen where it may be had (it needs a click); the dialog covers the window in any case. No
  // dialog goes on the full screen itself, what is in it does. To leave the full screen, by whatever key, ends the show.
  useEffect(() => {
    const [modal, inside] = [dialog.current, stage.current]
    const before = document.activeElement
    let filled = false
    const changed = () => {
      if (document.fullscreenElement === inside) filled = true
      else if (filled) close.current()
    }
    document.addEventListener('fullscreenchange', changed)
    if (modal && !modal.open) modal.showModal()
    modal?.focus()
    void inside?.requestFullscreen?.().catch(() => undefined)
    return () => {
      document.removeEventListener('fullscreenchange', changed)
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
      modal?.close?.()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  const onKey = (key: string): boolean => {
    if (key === 'ArrowRight' || key === 'PageDown') turns.turn(1)
    else if (key === 'ArrowLeft' || key === 'PageUp') turns.turn(-1)
    else if (key === 'Escape') onClose()
    else return false
    return true
  }
  if (!screen) return null
  return createPortal(
    <dialog
      ref={dialog}
      className="hb-show"
      aria-label={w.title}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (onKey(event.key)) event.preventDefault()
      }}
    >
      <div ref={stage} className="hb-stage">
        <header>
          <p>
            {organ} · {w.title} {year}
          </p>
          <h2 aria-live="polite">{nameOfClass(t, screen.code, screen.name)}</h2>
        </header>
        <ul className="hb-cards" data-few={screen.rows.length <= 2}>
          {screen.rows.map((one, at) => (
            <li key={keyOf(one, at)}>
              <HonourCard honour={one} />
            </li>
          ))}
        </ul>
        <footer className="hb-turn">
          <TurnBar turns={turns} />
          <button type="button" className="sc-bare" onClick={onClose}>
            {w.leave}
          </button>
        </footer>
        <WallFoot asOf={asOf} renewal={renewal} />
      </div>
    </dialog>,
    document.body,
  )
}
