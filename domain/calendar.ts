import { z } from 'zod'
import type { Permission } from './permissions.ts'

/** What a calendar is made of. Whoever holds none of these (the three administrators) has no calendar. */
export const calendarPermissions: readonly Permission[] = [
  'meetings.read',
  'duties.read',
  'studies.read',
  'makeups.read',
  'integrity.read',
]

/** The address itself is not in the store: who lost it renews it. */
export const subscription = z.object({
  madeAt: z.string(),
  /** When a program last read the calendar; at most a minute old. */
  fetchedAt: z.string().nullable(),
})
export type Subscription = z.infer<typeof subscription>

/** Shown once. */
export const madeSubscription = subscription.extend({
  /** Below `/api`. Whoever has it reads this person's calendar. */
  path: z.string(),
})

export type MadeSubscription = z.infer<typeof madeSubscription>

/** An answer as text/calendar; `tag` changes with every letter of it. */
export const calendarFile = z.object({ text: z.string(), tag: z.string() })
export type CalendarFile = z.infer<typeof calendarFile>
