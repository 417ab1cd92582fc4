import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SessionView } from '#domain/session.ts'
import { createApp } from '#server/app.ts'
import { features } from '#server/features/all.ts'
import { testWorld, type TestWorld } from '#tests/support/world.ts'
import { bridge } from './bridge.ts'
import { faultHandler, faultsOf, faultSwitch } from './faults.ts'
import { seedDemo } from './seed/seedDemo.ts'
import { askOtherTab, serveTabs, type Channel, type Message } from './tabs/sharing.ts'

const faults = faultSwitch()
let world: TestWorld
let answer: (request: Request) => Promise<Response>
const server = setupServer()

beforeAll(async () => {
  world = await testWorld()
  await seedDemo(world.db, world)
  const app = createApp(world, features)
  answer = async (request) => app.fetch(request)
  server.use(faultHandler(faults), bridge(answer))
  server.listen({ onUnhandledFrame: 'error' })
}, 120_000)
afterAll(async () => {
  server.close()
})

const origin = 'http://localhost:4173'
const post = (path: string, body: unknown) =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify(body),
  })

describe('the page’s API', () => {
  it('says that it is a demo and offers an account for each role', async () => {
    const view = (await (await fetch(`${origin}/api/session`)).json()) as SessionView
    expect(view).toMatchObject({
      session: null,
      today: '2026-11-23',
      installation: { demo: true, name: '某市行政审批局' },
    })
    expect(view.demoAccounts.map(({ role }) => role)).toEqual([
      'member',
      'group-leader',
      'branch-secretary',
      'organizer',
      'leader',
      'discipline',
      'system-admin',
      'security-admin',
      'auditor',
    ])
  })

  it('signs in with one click, also below a path, and answers the bearer', async () => {
    const { demoAccounts } = (await (await fetch(`${origin}/api/session`)).json()) as SessionView
    const login = demoAccounts.find(({ role }) => role === 'branch-secretary')?.login
    const started = await post('/six-chains/api/session/demo', { login })
    expect(started.status).toBe(200)
    const Authorization = `Bearer ${started.headers.get('x-session-token') ?? ''}`
    const view = (await (
      await fetch(`${origin}/api/session`, { headers: { Authorization } })
    ).json()) as SessionView
    expect(view.session).toMatchObject({ login, name: '王海燕' })
    const list = await fetch(`${origin}/api/meetings?size=1`, { headers: { Authorization } })
    expect(await list.json()).toMatchObject({
      size: 1,
      rows: [{ organizationName: expect.any(String) }],
    })
  })

  it('knows whose picture is asked for, though an image takes no header along', async () => {
    const asked: Request[] = []
    const handler = bridge(
      async (request) => {
        asked.push(request)
        return new Response('')
      },
      () => 'a-token',
    )
    const request = new Request(`${origin}/api/honours/1/portrait/d`, { mode: 'no-cors' })
    await handler.run({ request, requestId: '1' })
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer a-token')
    // A browser drops the header in this mode; Node does not.
    expect(asked[0]?.mode).not.toBe('no-cors')
  })

  it('refuses a list to whoever is not signed in', async () => {
    const refused = await fetch(`${origin}/api/meetings`)
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ code: 'not_signed_in' })
  })
})

describe('faults on demand', () => {
  const ask = () => fetch(`${origin}/api/session`)

  it('answer 503 as often as asked, or not at all, and then let everything through', async () => {
    faults.set({ unavailable: true, times: 1 })
    const away = await ask()
    expect(away.status).toBe(503)
    expect(away.headers.get('retry-after')).toBe('1')
    expect(await away.json()).toMatchObject({ code: 'unavailable' })
    expect((await ask()).status).toBe(200)
    faults.set({ offline: true })
    await expect(ask()).rejects.toThrow(TypeError)
    faults.set({ offline: true, path: '/api/meetings' })
    expect((await ask()).status).toBe(200)
    faults.clear()
    expect((await ask()).status).toBe(200)
  })

  it('are named in the address', () => {
    expect(faultsOf('?fault=latency:800,unavailable,times:2')).toEqual({
      latency: 800,
      unavailable: true,
      times: 2,
    })
    expect(faultsOf('?year=2026')).toBeNull()
  })
})

describe('several tabs', () => {
  /** Both ends of a channel as two tabs hear it: everybody but the one who speaks. */
  function twoTabs(): [Channel, Channel] {
    const listeners = [
      new Set<(message: Message) => void>(),
      new Set<(message: Message) => void>(),
    ] as const
    const end = (mine: 0 | 1): Channel => ({
      post: (message) =>
        queueMicrotask(() =>
          listeners[mine === 0 ? 1 : 0].forEach((listener) => listener(message)),
        ),
      listen(listener) {
        listeners[mine].add(listener)
        return () => listeners[mine].delete(listener)
      },
    })
    return [end(0), end(1)]
  }

  it('share one database: the second asks the first, and takes over its questions when it has gone', async () => {
    const [first, second] = twoTabs()
    const stop = serveTabs(first, answer)
    const other = askOtherTab(second)
    const session = () => other.answer(new Request(`${origin}/api/session`))
    expect(((await (await session()).json()) as SessionView).installation.demo).toBe(true)
    stop()
    const waiting = session()
    await new Promise((resolve) => setTimeout(resolve, 5))
    other.become(answer)
    expect((await waiting).status).toBe(200)
    expect((await session()).status).toBe(200)
  })
})
