import { useQuery } from '@tanstack/react-query'
import { membersContract } from '#domain/members.contract.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { FilterChip } from '#ui/filters/FilterChip.tsx'

interface MemberChipProps {
  memberId: string
  /** As a row of the list has it; undefined until the list is here, null where no row says it. */
  name: string | null | undefined
  /** What the chip says of the person; by itself that the list is of this one only. */
  said?: (name: string) => string
  onRemove: () => void
}

/** A list that the address narrows to one person says of whom; the name is asked for only where no row has it. */
export function MemberChip({ memberId, name, said, onRemove }: MemberChipProps) {
  const { ui } = useText()
  const asked = useQuery({
    ...queryOptionsOf(membersContract.show, { params: { id: memberId } }),
    enabled: name === null,
    retry: false,
  })
  const who = name ?? asked.data?.name ?? ui.filters.someone
  return <FilterChip label={(said ?? ui.filters.of)(who)} onRemove={onRemove} />
}
