import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationHit, OrganizationNode } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import './organizationPicker.css'

interface OrganizationPickerProps {
  /** Id of the chosen organization. `value`, `onChange` and `id` are also what antd's Form.Item gives. */
  value?: string | null
  onChange?: (id: string, hit: OrganizationHit) => void
  /** Its name, where the caller knows it; otherwise it is asked for. */
  name?: string | null
  kinds?: OrganizationNode['kind'][]
  /** Only below this organization. */
  within?: string
  id?: string
  label?: string
  disabled?: boolean
}

/** Type-ahead over the organizations in reach, by part of the name, pinyin or initials. */
export function OrganizationPicker(props: OrganizationPickerProps) {
  const { value = null, onChange, kinds, within, id: given, label, disabled } = props
  const t = useText().frame.scope
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
    ...queryOptionsOf(organizationsContract.search, {
      query: { q: asked || undefined, kinds, within, size: 20 },
    }),
    enabled: open,
    placeholderData: keepPreviousData,
  })
  const shown = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: value ?? '' } }),
    enabled: value !== null && !props.name,
    staleTime: 5 * 60_000,
  })
  const name = props.name ?? shown.data?.name ?? ''
  // Another picker may have asked the same; what is closed shows nothing of it.
  const rows = (open && hits.data) || []
  const chosen = rows[Math.min(active, rows.length - 1)]

  const close = () => {
    setTyped(null)
    setActive(0)
  }
  const choose = (hit: OrganizationHit | undefined) => {
    if (!hit) return
    close()
    input.current?.blur()
    if (hit.id !== value) onChange?.(hit.id, hit)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (!open) setTyped('')
      else setActive((now) => Math.max(0, Math.min(rows.length - 1, now + step)))
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(chosen)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      close()
    }
  }
  const status = hits.isError
    ? t.failed
    : hits.data === undefined
      ? t.loading
      : rows.length === 0
        ? t.none
        : t.count(rows.length)

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
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        placeholder={open && name ? name : t.search}
        value={typed ?? name}
        title={open ? undefined : name}
        onFocus={() => setTyped('')}
        onClick={() => setTyped((now) => now ?? '')}
        onBlur={close}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="op-panel" hidden={!open}>
        <div id={`${id}-list`} className="op-list" role="listbox" aria-label={label ?? t.label}>
          {rows.map((hit) => (
            // The focus stays in the input, which handles the keys; an option has them only to be complete.
            <div
              key={hit.id}
              id={`${id}-${hit.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={hit === chosen}
              className={hit.id === value ? 'op-now' : undefined}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
              onKeyDown={onKeyDown}
            >
              <span>{hit.name}</span>
              {hit.trail.length > 0 ? (
                <small>{hit.trail.map(({ name }) => name).join(' / ')}</small>
              ) : null}
            </div>
          ))}
        </div>
        <p role="status">{open ? status : ''}</p>
      </div>
    </div>
  )
}
