import type { ServiceRow } from '#domain/services.ts'
import { inHours } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'
import type { Tone } from '#ui/Tags.tsx'

export const tones: Record<ServiceRow['state'], Tone> = {
  logged: 'info',
  confirmed: 'success',
  returned: 'danger',
  appealed: 'warning',
  withdrawn: 'neutral',
}

/** 12:00–13:30，1.5 小时; what of it is known. */
export function timeWords({ from, to, minutes }: ServiceRow, t: Text['services']): string {
  const parts = [
    from && to ? `${from}–${to}` : null,
    minutes === null ? null : t.hours(inHours(minutes)),
  ]
  return parts.filter(Boolean).join(' · ')
}
