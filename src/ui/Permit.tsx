import {
  cloneElement,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type SyntheticEvent,
} from 'react'
import { useText } from '#lib/i18n.ts'
import { Mark } from './Mark.tsx'
import './permit.css'

/** What the one control inside must take. */
interface Deniable {
  'aria-disabled'?: boolean
  'aria-describedby'?: string
}

interface PermitProps {
  allowed: boolean
  /** Why not, in a sentence of the screen or of a rule. Without it nothing explains itself: always give one. */
  reason: string | null | undefined
  children: ReactElement<Deniable>
}

interface Place {
  left: number
  top: number
  above: boolean
}

/**
 * A control that may not be used now stays where it is and says why: on hover, on focus and to
 * screen readers. It is `aria-disabled`, not `disabled`, so that the keyboard reaches the reason.
 */
export function Permit({ allowed, reason, children }: PermitProps) {
  const { said } = useText()
  const id = useId()
  const root = useRef<HTMLSpanElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  if (allowed) return children

  const show = () => {
    const box = root.current?.getBoundingClientRect()
    if (!box) return
    const above = box.bottom + 120 > window.innerHeight
    setPlace({ left: box.left + box.width / 2, top: above ? box.top : box.bottom, above })
  }
  const hide = () => setPlace(null)
  const stop = (event: SyntheticEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') stop(event)
    if (event.key !== 'Escape' || !place) return
    stop(event)
    hide()
  }

  return (
    <span
      ref={root}
      role="presentation"
      className="sc-permit"
      onClickCapture={stop}
      onKeyDownCapture={onKey}
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
    >
      {cloneElement(children, { 'aria-disabled': true, 'aria-describedby': id })}
      <Mark name="lock" />
      {/* Always there, so that it is read with the control; a child, so that it shows in dialogs and stays under the pointer. */}
      <span
        id={id}
        role="tooltip"
        className={place ? 'sc-hint' : 'sc-sr'}
        data-above={place?.above}
        style={place ? { left: place.left, top: place.top } : undefined}
      >
        <span>{reason && said(reason)}</span>
      </span>
    </span>
  )
}
