import { expect, it } from 'vitest'
import { z } from 'zod'
import { allOperations } from '#domain/contracts.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'

const api = useApi()

/** What a question may say of when; asked at both ends of what can be written so. */
const ends: Record<string, readonly string[]> = {
  from: ['0001-01-01', '9999-12-31'],
  to: ['0001-01-01', '9999-12-31'],
  on: ['0001-01-01', '9999-12-31'],
  month: ['0000-01', '9999-12'],
  period: ['0000-Q1', '0000-01', '9999-12', '9999-H2', '9999'],
  year: ['0', '9999'],
}

it('no list counts on from the ends of the calendar: what is no day of ours is refused, and is no 500', async () => {
  const { tokens, branchA } = await smallBureau(api.world.db)
  const asked: string[] = []
  const wrong: string[] = []
  for (const { method, path, query } of allOperations) {
    if (method !== 'GET' || path.includes(':') || !(query instanceof z.ZodObject)) continue
    const names = Object.keys(query.shape)
    for (const [name, values] of Object.entries(ends)) {
      if (!names.includes(name)) continue
      for (const value of values) {
        const search = new URLSearchParams({ [name]: value })
        if (names.includes('organization')) search.set('organization', branchA.id)
        // A period is one of a duty.
        if (name === 'period' && names.includes('types')) search.set('types', 'theme-day')
        for (const token of [tokens.organizer, tokens.auditor]) {
          const response = await api.app.request(`/api${path}?${search}`, {
            headers: { Authorization: `Bearer ${token}` },
          })
          asked.push(path)
          if (response.status >= 500) wrong.push(`${path}?${search}`)
        }
      }
    }
  }
  expect(wrong).toEqual([])
  expect(new Set(asked)).toContain('/audit')
  expect(new Set(asked)).toContain('/services')
})
