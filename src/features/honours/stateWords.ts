import type { CampaignRow } from '#domain/campaigns.ts'
import type { Text } from '#lib/i18n.ts'
import type { Tone } from '#ui/Tags.tsx'

export const stateTones: Record<CampaignRow['state'], Tone> = {
  open: 'info',
  reviewed: 'info',
  publicity: 'warning',
  decided: 'honour',
  cancelled: 'neutral',
}

/** What comes next, with its day. */
export const nextText = (
  t: Text['honours'],
  { next, nextOn }: Pick<CampaignRow, 'next' | 'nextOn'>,
): string | null => (next === null ? null : t.next[next](nextOn ?? ''))
