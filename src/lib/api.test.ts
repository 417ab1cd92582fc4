import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { contract, read, signedIn, write } from '#domain/contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { call } from './api.ts'
import { ApiError } from './apiError.ts'
import { onPasswordAsked } from './askPassword.ts'
import { currentHealth } from './health.ts'
import { onSessionEnded } from './http.ts'
import { queryOptionsOf } from './queries.ts'
import { makeQueryClient } from './queryClient.ts'

const things = contract('things', {
  list: read('/things', {
    query: z.strictObject({ kinds: z.array(z.string()).optional(), q: z.string().optional() }),
    returns: z.array(z.string()),
    access: signedIn,
  }),
  sign: write('/things/:id/sign', {
    params: z.strictObject({ id: z.string() }),
    returns: z.string(),
    access: signedIn,
    audit: 'thing.signed',
    versioned: true,
  }),
})

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })
const problem = (status: number, code: string) =>
  json(status, { code, message: code }, { 'Retry-After': '3' })

function answers(...list: (Response | Promise<Response>)[]) {
  const sent: Request[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push(new Request(new URL(url, 'http://test'), init))
    return Promise.resolve(list.shift())
  })
  return sent
}

afterEach(() => {
  vi.unstubAllGlobals()
  onSessionEnded(null)
  onPasswordAsked(null)
})

test('lists become repeated keys, and what is not given stays out', async () => {
  const sent = answers(json(200, ['a']))
  expect(await call(things.list, { query: { kinds: ['x', 'y'], q: undefined } })).toEqual(['a'])
  expect(sent[0]?.url).toBe('http://test/api/things?kinds=x&kinds=y')
  expect(sent[0]?.headers.get('X-Requested-With')).toBe('six-chains')
})

test('after the session ended the same call goes on with the same key, once signed in again', async () => {
  const sent = answers(problem(401, 'not_signed_in'), json(200, 'done'))
  const ask = vi.fn<() => Promise<void>>(() => Promise.resolve())
  onSessionEnded(ask)
  expect(await call(things.sign, { params: { id: 'a b' }, version: 7 })).toBe('done')
  expect(ask).toHaveBeenCalledOnce()
  expect(sent[1]?.url).toBe('http://test/api/things/a%20b/sign')
  expect(sent[1]?.headers.get('If-Match')).toBe('"v7"')
  const keys = sent.map(({ headers }) => headers.get('Idempotency-Key'))
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
  expect(keys[1]).toBe(keys[0])
})

test('what was under way while the password was given goes on by it, and asks only where that was not enough', async () => {
  const ask = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true))
  onPasswordAsked(ask)
  const refused = () => problem(403, 'password_again')
  const [late, later] = [Promise.withResolvers<Response>(), Promise.withResolvers<Response>()]
  answers(late.promise, later.promise, refused(), json(200, 'asked'))
  const sign = () => call(things.sign, { params: { id: 'a' }, version: 7 })
  const [slow, slower] = [sign(), sign()]
  expect(await sign()).toBe('asked')
  const sent = answers(json(200, 'by it'), refused(), json(200, 'asked again'))
  late.resolve(refused())
  expect([await slow, sent.length, ask.mock.calls.length]).toEqual(['by it', 1, 1])
  later.resolve(refused())
  expect([await slower, sent.length, ask.mock.calls.length]).toEqual(['asked again', 3, 2])
})

test('a database that is away says so until it answers', async () => {
  answers(problem(503, 'unavailable'), json(200, []))
  await expect(call(things.list)).rejects.toMatchObject({ code: 'unavailable', retryAfter: 3 })
  expect(currentHealth().recovering).toBe(true)
  await call(things.list)
  expect(currentHealth().recovering).toBe(false)
})

test("a proxy's page is no answer of ours", async () => {
  answers(new Response('<html>', { status: 502 }), new Response('<html>', { status: 404 }))
  await expect(call(things.list)).rejects.toMatchObject({ code: 'network' })
  await expect(call(things.list)).rejects.toBeInstanceOf(ApiError)
})

test('a full disk is told until a write goes through again; reading says nothing of it', async () => {
  answers(problem(507, 'store_full'), json(200, []), json(200, { ok: true }), json(200, 'done'))
  const sign = () => call(things.sign, { params: { id: 'a' }, version: 7 })
  await expect(sign()).rejects.toMatchObject({ code: 'store_full' })
  await call(things.list)
  expect(currentHealth().readOnly).toBe(true)
  // Signing in and out goes on with a full disk.
  await call(sessionContract.end)
  expect(currentHealth().readOnly).toBe(true)
  await sign()
  expect(currentHealth().readOnly).toBe(false)
})

test('what took too long is told, and not asked again by itself; the server is not away', async () => {
  const sent = answers(problem(504, 'too_slow'), json(200, []))
  const client = makeQueryClient()
  await expect(client.fetchQuery(queryOptionsOf(things.list))).rejects.toMatchObject({
    code: 'too_slow',
  })
  expect(sent).toHaveLength(1)
  expect(currentHealth()).toMatchObject({ recovering: false, unreachable: false })
})
