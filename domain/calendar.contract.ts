import { z } from 'zod'
import { madeSubscription, subscription } from './calendar.ts'
import { anyone, contract, done, read, readCalendar, signedIn, write } from './contract.ts'

/** The own calendar, subscribed to by a program that cannot sign in (ADR 19). */
export const calendarContract = contract('calendar', {
  show: read('/calendar/subscription', {
    returns: z.object({ subscription: subscription.nullable() }),
    access: signedIn,
  }),
  make: write('/calendar/subscription', {
    returns: madeSubscription,
    access: signedIn,
    audit: 'calendar.made',
    secret: true,
  }),
  /** A new address; the old one ends at once. */
  renew: write('/calendar/subscription/renew', {
    returns: madeSubscription,
    access: signedIn,
    audit: 'calendar.renewed',
    secret: true,
  }),
  stop: write('/calendar/subscription/stop', {
    returns: done,
    access: signedIn,
    audit: 'calendar.stopped',
  }),
  /** `<secret>.ics`. Whatever it is that is no address in use, the answer is the same. */
  feed: readCalendar('/calendar/:file', {
    params: z.strictObject({ file: z.string() }),
    access: anyone,
  }),
})
