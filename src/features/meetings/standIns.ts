import type { RosterEntry } from '#domain/meetings.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import type { Person, Sheet } from './sheet.ts'

/** As many as can be read at a glance. */
const OFFERED = 3

/**
 * Who could chair or record instead of somebody who did not come: those present, first who holds a post of the organ
 * (支部工作条例 Art. 14: 副书记 or a 委员 entrusted by the 书记), not who does the other of the two.
 */
export function standIns(
  key: 'chair' | 'recorder',
  sheet: Sheet,
  entries: readonly RosterEntry[],
  card: OrganizationCard,
): Person[] {
  const other = key === 'chair' ? sheet.recorder : sheet.chair
  const officers = new Set<string>(
    card.posts.filter(({ endedOn }) => endedOn === null).map(({ memberId }) => memberId),
  )
  return entries
    .filter(
      ({ memberId, hasVote }) =>
        !sheet.marks[memberId] && memberId !== other?.id && (hasVote || key === 'recorder'),
    )
    .toSorted((a, b) => Number(officers.has(b.memberId)) - Number(officers.has(a.memberId)))
    .slice(0, OFFERED)
    .map(({ memberId, name }) => ({ id: memberId, name }))
}
