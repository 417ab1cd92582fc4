import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import './typeAhead.css'
import type { Typed } from './useTyped.ts'

export interface Choice {
  id: string
  name: string
  /** Tells namesakes apart. */
  note?: string | undefined
}

interface TypeAheadProps<T extends Choice> {
  words: Typed
  rows: readonly T[]
  /** The rows do not answer what is typed yet. They stay readable; Enter waits for the answer. */
  late: boolean
  onChoose: (row: T) => void
  /** The chosen one. */
  value: string | null
  name: string
  status: string
  placeholder: string
  /** Opens at focus; otherwise at a click or a key. */
  eager?: boolean
  id?: string | undefined
  label?: string | undefined
  listLabel: string
  disabled?: boolean | undefined
  'aria-invalid'?: boolean | undefined
  'aria-describedby'?: string | undefined
}

/** A field with the rows that fit what is typed below it, by pointer and by keys. */
export function TypeAhead<T extends Choice>(props: TypeAheadProps<T>) {
  const { words, rows, late, onChoose, value, name } = props
  const { typed, setTyped } = words
  const own = useId()
  const id = props.id ?? own
  const input = useRef<HTMLInputElement>(null)
  const [active, setActive] = useState(0)
  /** Enter came before the answer: its first row is meant. */
  const entered = useRef(false)
  const open = typed !== null
  const at = Math.min(active, rows.length - 1)
  const current = rows[at]

  const close = () => {
    setTyped(null)
    setActive(0)
    entered.current = false
  }
  const choose = (row: T | undefined) => {
    if (!row) return
    close()
    if (row.id !== value) onChoose(row)
  }
  useEffect(() => {
    if (!entered.current || late) return
    entered.current = false
    choose(current)
  })
  // Who goes on typing after a choice types anew, not behind the name.
  useEffect(() => {
    if (!open && document.activeElement === input.current) input.current?.select()
  }, [open, name])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (open) setActive(Math.max(0, Math.min(rows.length - 1, at + step)))
      else setTyped('')
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      entered.current = late
      if (!late) choose(current)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      close()
    }
  }

  return (
    <div className="ta" data-open={open}>
      <input
        ref={input}
        id={id}
        className="ta-input"
        role="combobox"
        aria-label={props.label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && current ? `${id}-${current.id}` : undefined}
        aria-invalid={props['aria-invalid']}
        aria-describedby={props['aria-describedby']}
        autoComplete="off"
        spellCheck={false}
        disabled={props.disabled}
        placeholder={open && name ? name : props.placeholder}
        value={typed ?? name}
        title={open ? undefined : name || undefined}
        onFocus={() => props.eager && setTyped('')}
        onClick={() => open || setTyped('')}
        onBlur={close}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
          entered.current = false
        }}
        onKeyDown={onKeyDown}
      />
      <div className="ta-panel" hidden={!open}>
        <div
          id={`${id}-list`}
          className="ta-list"
          role="listbox"
          aria-label={props.listLabel}
          aria-busy={open && late}
        >
          {rows.map((row) => (
            // The focus stays in the input, which handles the keys; an option has them only to be complete.
            <div
              key={row.id}
              id={`${id}-${row.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={row === current}
              className={row.id === value ? 'ta-now' : undefined}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(row)}
              onKeyDown={onKeyDown}
            >
              <span>{row.name}</span>
              {row.note ? <small>{row.note}</small> : null}
            </div>
          ))}
        </div>
        <p role="status">{open ? props.status : ''}</p>
      </div>
    </div>
  )
}
