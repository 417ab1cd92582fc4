import { expect, it } from 'vitest'
import { newest } from '#server/db/migrate.ts'
import { health } from './health.ts'

const unused = async () => undefined
let schema = newest
const { routes, heldOff } = health({
  database: {
    kind: 'embedded',
    get db(): never {
      throw new Error('figures ask no database')
    },
    readOnly: () => false,
    schema: async () => schema,
    maintain: unused,
    close: unused,
  },
  version: 'test',
  commit: 'abc',
  metricsToken: 'a token of 16 signs',
  stopping: () => false,
})
const metrics = async (authorization?: string) =>
  (await routes.request('/metrics', authorization ? { headers: { authorization } } : {})).status

it('shows figures to who has the token, and to nobody else that there are any', async () => {
  expect(await metrics('Bearer a token of 16 signs')).toBe(200)
  expect(await metrics()).toBe(404)
  expect(await metrics('Bearer a token of 16 sign')).toBe(404)
  // As many characters, more bytes.
  expect(await metrics('Bearer a token of 16 signé')).toBe(404)
})

it('counts what the policy of the page held off', async () => {
  heldOff('script-src-elem')
  heldOff('script-src-elem')
  const headers = { authorization: 'Bearer a token of 16 signs' }
  const figures = await (await routes.request('/metrics', { headers })).text()
  expect(figures).toContain('csp_reports_total{directive="script-src-elem"} 2')
})

it('is not ready once a newer program has migrated the database, and says which it is itself', async () => {
  const ready = async () => {
    const answer = await routes.request('/readyz')
    return [answer.status, await answer.json()]
  }
  expect(await ready()).toEqual([200, { ready: true, readOnly: false }])
  schema = newest + 1
  expect(await ready()).toEqual([503, { ready: false, reason: 'schema' }])
  schema = newest
  expect(await (await routes.request('/version')).json()).toMatchObject({
    version: 'test',
    schema: newest,
    commit: 'abc',
  })
})
