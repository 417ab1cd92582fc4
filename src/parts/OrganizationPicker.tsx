import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationHit, OrganizationNode } from '#domain/organizations.ts'
import type { Permission } from '#domain/permissions.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { TypeAhead } from '#ui/typeAhead/TypeAhead.tsx'
import { useTyped } from '#ui/typeAhead/useTyped.ts'

interface OrganizationPickerProps {
  /** Id of the chosen organization. `value`, `onChange` and `id` are also what antd's Form.Item gives. */
  value?: string | null
  onChange?: (id: string, hit: OrganizationHit) => void
  /** Its name, where the caller knows it; otherwise it is asked for. */
  name?: string | null
  kinds?: OrganizationNode['kind'][]
  /** Only below this organization. */
  within?: string
  /** Only where this right of the person reaches: a form offers nothing that the server would refuse. */
  right?: Permission
  /** Those that were closed too, marked. */
  closed?: boolean | undefined
  id?: string
  label?: string
  disabled?: boolean
}

/** Type-ahead over the organizations in reach, by part of the name, pinyin or initials. */
export function OrganizationPicker(props: OrganizationPickerProps) {
  const { value = null, onChange, kinds, within, right, label } = props
  const closed = props.closed ? ('true' as const) : undefined
  const { frame, organizations } = useText()
  const t = frame.scope
  const words = useTyped()
  const { text, asked } = words
  const open = words.typed !== null

  const hits = useQuery({
    ...queryOptionsOf(organizationsContract.search, {
      query: { q: asked || undefined, kinds, within, right, closed, size: 20 },
    }),
    enabled: open && asked === text,
    placeholderData: keepPreviousData,
  })
  const shown = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: value ?? '' } }),
    enabled: value !== null && !props.name,
    staleTime: 5 * 60_000,
  })
  // Another picker may have asked the same; what is closed shows nothing of it.
  const rows = ((open && hits.data) || []).map((hit) => ({
    id: hit.id,
    name: hit.name,
    note: [
      hit.trail.map(({ name }) => name).join(' / '),
      hit.closedOn && organizations.closedOn(hit.closedOn),
    ]
      .filter(Boolean)
      .join(' · '),
    hit,
  }))

  return (
    <TypeAhead
      words={words}
      rows={rows}
      late={!hits.isError && (asked !== text || hits.isPlaceholderData || hits.isPending)}
      onChoose={({ id, hit }) => onChange?.(id, hit)}
      value={value}
      name={props.name ?? shown.data?.name ?? ''}
      status={
        hits.isError
          ? t.failed
          : hits.data === undefined
            ? t.loading
            : rows.length === 0
              ? t.none
              : t.count(rows.length)
      }
      placeholder={t.search}
      // Where one is chosen, the list would only cover what stands below when a form opens here.
      eager={value === null}
      id={props.id}
      label={label}
      listLabel={label ?? t.label}
      disabled={props.disabled}
    />
  )
}
