import type { OrganizationCard } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'

/** What hangs on an organization, in words: 3 个党支部, 8 个党小组, 61 名党员. */
export function useBelow({ counts }: OrganizationCard): string[] {
  const { organizations } = useText()
  const t = organizations.move
  const members = counts.full + counts.probationary
  return [
    ...(counts.branches > 0 ? [t.branches(counts.branches)] : []),
    ...(counts.groups > 0 ? [t.groups(counts.groups)] : []),
    ...(members > 0 ? [t.members(members)] : []),
  ]
}
