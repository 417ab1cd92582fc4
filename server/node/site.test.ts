import { expect, it } from 'vitest'
import { useApi } from '#tests/support/api.ts'
import { readEnv } from './env.ts'
import { createSite } from './site.ts'

const api = useApi()

it('a line for each request, but none for what anybody may send any number of', async () => {
  const { world } = api
  const unused = async () => undefined
  const site = createSite({
    world,
    env: readEnv({}, []),
    database: {
      kind: 'embedded',
      db: world.db,
      readOnly: () => false,
      schema: async () => 0,
      maintain: unused,
      close: unused,
    },
    commit: null,
    screen: (c) => c.text('the page'),
    stopping: () => false,
  })
  const report = JSON.stringify({ 'csp-report': { 'blocked-uri': 'inline' } })
  for (const body of [report, '{'])
    await site.request('/csp-reports', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/csp-report' },
    })
  await site.request('/livez')
  expect(
    world.logged.map(({ message, fields }) => [message, fields.path ?? fields.blocked]),
  ).toEqual([
    ['held off by the content security policy', 'inline'],
    ['request', '/livez'],
  ])
})
