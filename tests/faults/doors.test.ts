import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ask, ours, signInDemo } from './client.ts'
import { dataFolder, startServer, type RunningServer } from './server.ts'

let server: RunningServer
let cookie = ''
beforeAll(async () => {
  server = await startServer({ env: { DATA_DIR: dataFolder(inject('demoFolder')) } })
  cookie = await signInDemo(server.url, 'organizer')
})
afterAll(async () => void (await server.end()))

const megabyte = 1_048_576

/** A body that does not say how long it is, in pieces of 64 KB. */
const inPieces = (path: string, bytes: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { ...ours, cookie, 'content-type': 'application/json', 'idempotency-key': 'k' }
    const outgoing = request(`${server.url}${path}`, { method: 'POST', headers, agent: false })
    outgoing.once('response', (incoming) => {
      incoming.resume()
      resolve(incoming.statusCode ?? 0)
    })
    outgoing.once('error', reject)
    for (let sent = 0; sent < bytes; sent += 65_536) outgoing.write(' '.repeat(65_536))
    outgoing.end()
  })

describe('a body of more than a megabyte', () => {
  test.each(['/api/meetings', '/api/session'])('is refused at %s', async (path) => {
    const body = JSON.stringify({ title: '会'.repeat(megabyte / 3) })
    const { status, json } = await ask(`${server.url}${path}`, { body, headers: { cookie } })
    expect(status).toBe(413)
    expect(json?.code).toBe('too_large')
    expect(await inPieces(path, 2 * megabyte)).toBe(413)
  })

  test('is counted in bytes, not in characters', async () => {
    // 0.9 million characters of three bytes each.
    const text = JSON.stringify({ title: '会'.repeat(900_000) })
    const { status } = await ask(`${server.url}/api/session`, {
      body: text,
      headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' },
    })
    expect(status).toBe(413)
  })
})

test('an address of the API that no operation has is told so', async () => {
  for (const method of ['GET', 'POST', 'DELETE'])
    expect(await ask(`${server.url}/api/none`, { method })).toMatchObject({
      status: 404,
      json: { code: 'no_route' },
    })
})

describe('headers', () => {
  test.each(['/', '/meetings', '/api/session', '/api/meetings', '/livez', '/api/none', '/no.js'])(
    'of %s keep the answer to its type, its origin and its page',
    async (path) => {
      const { headers } = await ask(`${server.url}${path}`)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringMatching(
          /default-src 'none'.*frame-ancestors 'none'/,
        ),
      })
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/)
      expect(headers).not.toHaveProperty('x-powered-by')
    },
  )

  test.each(['/api/session', '/api/meetings'])('of %s keep it out of every cache', async (path) => {
    expect((await ask(`${server.url}${path}`)).headers['cache-control']).toBe('no-store')
  })

  test('give every page a nonce of its own, and its styles carry it', async () => {
    const pages = await Promise.all([ask(server.url), ask(server.url)])
    const nonces = pages.map(({ headers, text }) => {
      const policy = String(headers['content-security-policy'])
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(text).toContain(`nonce="${nonce}"`)
      expect(text).not.toContain('__CSP_NONCE__')
      expect(policy).toContain("script-src 'self';")
      return nonce
    })
    expect(new Set(nonces).size).toBe(2)
  })
})

test('what the policy of a page held off can be told without a session', async () => {
  const headers = { 'content-type': 'application/csp-report' }
  const tell = (body: string) => ask(`${server.url}/csp-reports`, { body, headers })
  expect((await tell('{"csp-report":{"blocked-uri":"inline"}}')).status).toBe(204)
  expect((await tell('{')).status).toBe(400)
})

describe('the page', () => {
  const linked = (text: string) =>
    [
      ...text.matchAll(
        /<link rel="(?:module)?preload"[^>]* fetchpriority="low"[^>]* href="([^"]+)"/g,
      ),
    ].map(([, file = '']) => file)

  test('tells whoever comes with a session which files follow, and nobody else', async () => {
    const headers = { cookie: await signInDemo(server.url, 'leader') }
    const [known, stranger, nowhere] = await Promise.all([
      ask(`${server.url}/meetings`, { headers }),
      ask(`${server.url}/meetings`),
      ask(`${server.url}/no/such/page`, { headers }),
    ])
    expect([linked(stranger.text), linked(nowhere.text)]).toEqual([[], []])
    const files = linked(known.text)
    expect(files.filter((file) => file.includes('MeetingsPage'))).toHaveLength(1)
    const answers = await Promise.all(files.map((file) => ask(`${server.url}${file}`)))
    expect(answers.map(({ status }) => status)).toEqual(files.map(() => 200))
  })
})

describe('the session cookie', () => {
  test('is bound to the origin, kept from scripts and other sites, and no token stands elsewhere', async () => {
    const { json } = await ask(`${server.url}/api/session`)
    const [account] = (json?.demoAccounts ?? []) as { login: string }[]
    const body = { login: account?.login }
    const { headers, text } = await ask(`${server.url}/api/session/demo`, { body })
    const [set = '', ...others] = headers['set-cookie'] ?? []
    const [pair = '', ...attributes] = set.split('; ')
    expect(others).toEqual([])
    expect(pair).toMatch(/^__Host-sid=[\w-]{43}$/)
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'])
    expect(headers).not.toHaveProperty('x-session-token')
    expect(text).not.toContain(pair.split('=')[1])
  })

  test('ends on the server, not only in the browser', async () => {
    const mine = await signInDemo(server.url, 'leader')
    const headers = { cookie: mine }
    const end = await ask(`${server.url}/api/session/end`, { body: {}, headers })
    expect(end.headers['set-cookie']?.[0]).toMatch(/^__Host-sid=;.*Max-Age=0/)
    expect((await ask(`${server.url}/api/meetings`, { headers })).status).toBe(401)
  })
})

describe('a write from another site', () => {
  const confirm = (headers: Record<string, string | undefined>) =>
    ask(`${server.url}/api/session/password`, {
      body: { current: 'x', next: 'long enough it is' },
      headers: { cookie, ...headers },
    })

  test.each<[string, Record<string, string | undefined>]>([
    ['without our header', { 'x-requested-with': undefined }],
    ['with another header of its kind', { 'x-requested-with': 'XMLHttpRequest' }],
    ['from a foreign origin', { origin: 'https://elsewhere.example' }],
    ['from our name at another port', { origin: 'http://127.0.0.1:1' }],
    ['from an origin that is hidden', { origin: 'null' }],
    ['from an origin that is none', { origin: 'not a url' }],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['that the browser calls same-site', { 'sec-fetch-site': 'same-site' }],
    ['that the person typed', { 'sec-fetch-site': 'none' }],
    ['as a form sends it', { 'x-requested-with': undefined, 'content-type': 'text/plain' }],
  ])('is refused %s', async (_, headers) => {
    const { status, json } = await confirm(headers)
    expect(status).toBe(403)
    expect(json?.code).toBe('cross_site')
  })

  test.each<[string, Record<string, string | undefined>]>([
    ['our page', { 'sec-fetch-site': 'same-origin' }],
    ['a program', {}],
  ])('is let in from %s', async (_, headers) => {
    const own = headers['sec-fetch-site'] ? { origin: server.url, ...headers } : headers
    expect((await confirm(own)).status).toBe(400)
  })

  test('cannot hide in a GET, which has no effect', async () => {
    const id = randomUUID()
    for (const method of ['GET', 'HEAD']) {
      const asked = { method, headers: { cookie } }
      expect((await ask(`${server.url}/api/meetings/${id}/sign`, asked)).status).toBe(404)
    }
  })
})

describe('a request that is slow to arrive', () => {
  /** Sends the pieces one by one, so many ms apart, and what it is answered until the connection closes. */
  const drip = (pieces: readonly string[], ms: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(server.url)
      let answer = ''
      const socket = connect(Number(port), '127.0.0.1', () => {
        const left = [...pieces]
        const timer = setInterval(() => {
          const piece = left.shift()
          if (piece === undefined || socket.destroyed) clearInterval(timer)
          else socket.write(piece)
        }, ms)
      })
      socket.on('data', (data: Buffer) => (answer += data.toString()))
      socket.once('error', reject)
      socket.once('close', () => resolve(answer))
    })

  test('is sent away when it never comes to the end of its head, and heard when its body takes its time', async () => {
    const bytes = megabyte - 1000
    const parts = 26
    const head = `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-Requested-With: six-chains\r\nContent-Type: application/json\r\nContent-Length: ${bytes}\r\n\r\n`
    const body = JSON.stringify({ login: 'x', password: '' }).padEnd(bytes)
    const size = Math.ceil(bytes / parts)
    const pieces = Array.from({ length: parts }, (_, part) =>
      body.slice(part * size, (part + 1) * size),
    )
    const [stalled, slow] = await Promise.all([
      drip(['GET / HTTP/1.1\r\n', 'Host: 127.0.0.1\r\n'], 10),
      drip([head, ...pieces], 500),
    ])
    expect(stalled).toMatch(/^HTTP\/1\.1 408 /)
    expect(slow).toMatch(/^HTTP\/1\.1 400 /)
  })
})
