import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { OrganizationId } from '#domain/ids.ts'
import { membersContract } from '#domain/members.contract.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import './organizationPicker.css'

interface Choice {
  id: string
  name: string
  /** Tells namesakes apart: the organization. */
  note?: string | undefined
}

interface MemberPickerProps {
  value: { id: string; name: string } | null
  onChange: (chosen: { id: string; name: string }) => void
  /** Offered before anything is typed, and filtered by it. */
  suggestions?: readonly Choice[]
  /** Typing also searches the members of this organization and below, as its roster stood on the day. */
  within?: string
  on?: string
  id?: string
  label?: string
  'aria-invalid'?: boolean
  'aria-describedby'?: string | undefined
}

/** Chooses one member: from those at hand, or by name, pinyin or initials. */
export function MemberPicker(props: MemberPickerProps) {
  const { value, onChange, suggestions = [], within, on, id: given, label } = props
  const { meetings: t, frame } = useText()
  const own = useId()
  const id = given ?? own
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const [asked, setAsked] = useState('')
  const open = typed !== null

  // A pause in typing, not every key, asks the server.
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed?.trim() ?? ''), 160)
    return () => clearTimeout(timer)
  }, [typed])

  const hits = useQuery({
    ...queryOptionsOf(membersContract.search, {
      query: {
        q: asked || undefined,
        organization: within as OrganizationId | undefined,
        on,
        size: 20,
      },
    }),
    enabled: open && (asked !== '' || suggestions.length === 0),
    placeholderData: keepPreviousData,
  })

  const text = typed?.trim() ?? ''
  const near = suggestions.filter(({ name }) => name.includes(text))
  const found = text || suggestions.length === 0 ? (hits.data ?? []) : []
  const rows: Choice[] = [
    ...near,
    ...found
      .filter((hit) => !near.some((one) => one.id === hit.id))
      .map((hit) => ({ id: hit.id, name: hit.name, note: hit.organizationName })),
  ]
  const at = Math.min(active, rows.length - 1)
  const chosen = rows[at]

  const close = () => {
    setTyped(null)
    setActive(0)
  }
  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    close()
    input.current?.blur()
    if (choice.id !== value?.id) onChange({ id: choice.id, name: choice.name })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (open) setActive(Math.max(0, Math.min(rows.length - 1, at + step)))
      else setTyped('')
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(chosen)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      close()
    }
  }
  const status =
    rows.length > 0
      ? t.editor.pickCount(rows.length)
      : hits.isFetching
        ? frame.scope.loading
        : t.editor.pickNone

  return (
    <div className="op" data-open={open}>
      <input
        ref={input}
        id={id}
        className="op-input"
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && chosen ? `${id}-${chosen.id}` : undefined}
        aria-invalid={props['aria-invalid']}
        aria-describedby={props['aria-describedby']}
        autoComplete="off"
        spellCheck={false}
        placeholder={open && value ? value.name : t.editor.pickMember}
        value={typed ?? value?.name ?? ''}
        onClick={() => setTyped((now) => now ?? '')}
        onBlur={close}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="op-panel" hidden={!open}>
        <div
          id={`${id}-list`}
          className="op-list"
          role="listbox"
          aria-label={label ?? t.editor.pickMember}
        >
          {rows.map((row) => (
            // The focus stays in the input, which handles the keys; an option has them only to be complete.
            <div
              key={row.id}
              id={`${id}-${row.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={row === chosen}
              className={row.id === value?.id ? 'op-now' : undefined}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(row)}
              onKeyDown={onKeyDown}
            >
              <span>{row.name}</span>
              {row.note ? <small>{row.note}</small> : null}
            </div>
          ))}
        </div>
        <p role="status">{open ? status : ''}</p>
      </div>
    </div>
  )
}
