import { expect, test } from 'vitest'
import { loggedPath } from './log.ts'

test.each([
  ['/api/calendar/3q2-7wAAAA_secret.ics', '/api/calendar/…'],
  ['/api/calendar/half-an-address', '/api/calendar/…'],
  ['/api/calendar/address.ics/more', '/api/calendar/…'],
  ['/api/calendar/subscription/renew', '/api/calendar/subscription/renew'],
  ['/api/meetings/0190', '/api/meetings/0190'],
])('%s stands in the log as %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged)
})
