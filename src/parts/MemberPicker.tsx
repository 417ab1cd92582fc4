import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { day } from '#domain/common.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { membersContract } from '#domain/members.contract.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { TypeAhead, type Choice } from '#ui/typeAhead/TypeAhead.tsx'
import { useTyped } from '#ui/typeAhead/useTyped.ts'

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
  const { value, onChange, suggestions = [], within, on, label } = props
  const { meetings: t, frame } = useText()
  const words = useTyped()
  const { text, asked } = words
  const open = words.typed !== null
  const asking = open && (text !== '' || suggestions.length === 0)

  const hits = useQuery({
    ...queryOptionsOf(membersContract.search, {
      query: {
        q: asked || undefined,
        organization: within as OrganizationId | undefined,
        // A day that is still being typed is none: they are those of today.
        on: day.safeParse(on).data,
        size: 20,
      },
    }),
    enabled: asking && asked === text,
    placeholderData: keepPreviousData,
  })

  const near = suggestions.filter((one) => one.name.includes(text))
  const found = asking ? (hits.data ?? []) : []
  const rows: Choice[] = [
    ...near,
    ...found
      .filter((hit) => !near.some((one) => one.id === hit.id))
      .map((hit) => ({ id: hit.id, name: hit.name, note: hit.organizationName })),
  ]
  const late = asking && (asked !== text || hits.isPlaceholderData || hits.isPending)

  return (
    <TypeAhead
      words={words}
      rows={rows}
      late={late && near.length === 0}
      onChoose={({ id, name }) => onChange({ id, name })}
      value={value?.id ?? null}
      name={value?.name ?? ''}
      status={
        rows.length > 0
          ? t.editor.pickCount(rows.length)
          : late
            ? frame.scope.loading
            : t.editor.pickNone
      }
      placeholder={t.editor.pickMember}
      id={props.id}
      label={label}
      listLabel={label ?? t.editor.pickMember}
      aria-invalid={props['aria-invalid']}
      aria-describedby={props['aria-describedby']}
    />
  )
}
