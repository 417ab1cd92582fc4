import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { ConfigProvider } from 'antd'
import { createMemoryRouter, RouterProvider, type DataRouter } from 'react-router'
import { afterEach, beforeEach, vi } from 'vitest'
import { routes } from '#app/routes.tsx'
import type { Operation } from '#domain/contract.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { call } from '#lib/api.ts'
import { setHealth } from '#lib/health.ts'
import { setToken } from '#lib/http.ts'
import { setText } from '#lib/i18n.ts'
import { queryClient } from '#lib/queryClient.ts'
import { setView } from '#lib/session.ts'
import { zh } from '#locales/zh.ts'
import { features as allFeatures } from '#server/features/all.ts'
import type { Implemented } from '#server/http/implement.ts'
import { Toaster } from '#ui/Toaster.tsx'
import { useApi, type TestApi } from './api.ts'
import { installBrowserStore, type BrowserStore } from './browserStore.ts'
import { smallBureau, type SmallBureau } from './bureau.ts'

/** One call that a screen made, as it went over the wire. */
export interface Sent {
  method: string
  /** Below `/api`. */
  path: string
  query: URLSearchParams
  headers: Headers
  body: unknown
  /** Status of the answer; 0 while there was no network. */
  status: number
}

export interface ScreenApi {
  api: TestApi
  bureau: SmallBureau
  /** Everything sent since the test began, oldest first. */
  sent: Sent[]
  /** No network: every call fails until it is set back. */
  offline: boolean
  /** What drafts are kept in. */
  store: BrowserStore
  /** Signs in as the bureau's holder of the role. */
  signIn(role: GrantedRole): Promise<void>
  /** Opens an address in the real routes with the frame; `width` in px decides what media queries hold. */
  open(path: string, width?: number): Promise<{ user: UserEvent; router: DataRouter }>
  /** Leaves the page as a reload does: what is in memory goes, what is stored stays. */
  leave(): void
  /** The calls of one operation. */
  of(operation: Operation): Sent[]
}

// Asking of every element whether it is hidden takes jsdom most of the time.
configure({ asyncUtilTimeout: 10_000, defaultHidden: true })

/**
 * The screens of one test file on the real API over a real database with `smallBureau`, in process:
 * `fetch` goes to the app of `useApi`. Nothing between the page and the tables is imitated. `kept`: the tests only
 * read, and a `beforeAll` fills the database instead.
 */
export function screenApi(
  features: readonly Implemented[] = allFeatures,
  { kept = false } = {},
): ScreenApi {
  const api = useApi(features, { kept })
  const screen = {
    api,
    sent: [] as Sent[],
    offline: false,
    store: installBrowserStore(),
  } as unknown as ScreenApi

  screen.signIn = async (role) => {
    setToken(screen.bureau.tokens[role])
    setView(await call(sessionContract.show))
    screen.sent.length = 0
  }
  screen.open = async (path, width = 1024) => {
    setWidth(width)
    const router = createMemoryRouter(routes(), { initialEntries: [path] })
    render(
      <ConfigProvider
        wave={{ disabled: true }}
        // jsdom ends no animation: what leaves would stay. Rules are not made at run time, as in the product.
        theme={{ token: { motion: false }, zeroRuntime: true }}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Toaster />
        </QueryClientProvider>
      </ConfigProvider>,
    )
    return { user: userEvent.setup(), router }
  }
  screen.leave = () => {
    cleanup()
    queryClient.clear()
  }
  screen.of = ({ method, path }) => {
    const pattern = new RegExp(`^${path.replace(/:\w+/g, '[0-9a-f-]{36}')}$`)
    return screen.sent.filter((one) => one.method === method && pattern.test(one.path))
  }

  beforeEach(async () => {
    setText(zh)
    if (!kept) screen.bureau = await smallBureau(api.world.db)
    screen.sent.length = 0
    screen.offline = false
    screen.store.records.clear()
    screen.store.failing = false
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => forward(screen, url, init))
    // jsdom lays nothing out: it cannot scroll, and says so loudly.
    vi.stubGlobal('scrollTo', () => undefined)
    Element.prototype.scrollIntoView = () => undefined
  })
  afterEach(() => {
    screen.leave()
    setToken(null)
    setHealth({ online: true, unreachable: false, recovering: false, readOnly: false })
    vi.unstubAllGlobals()
  })
  return screen
}

async function forward(
  { api, sent, offline }: ScreenApi,
  url: string,
  init: RequestInit,
): Promise<Response> {
  const { pathname, searchParams } = new URL(url, 'http://test')
  const headers = new Headers(init.headers)
  const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
  const record: Sent = {
    method: init.method ?? 'GET',
    path: pathname.replace(/^\/api/, ''),
    query: searchParams,
    headers,
    body,
    status: 0,
  }
  sent.push(record)
  if (offline) throw new TypeError('no network')
  headers.set('X-Client-Address', '127.0.0.1')
  // jsdom's AbortSignal is not Node's; a test cancels nothing.
  const response = await api.app.request(url, {
    method: record.method,
    headers,
    body: init.body ?? null,
  })
  record.status = response.status
  return response
}

/** Media queries of width, by number; all others do not hold. */
function setWidth(width: number): void {
  vi.stubGlobal('matchMedia', (media: string) => {
    const min = /min-width:\s*(\d+)px/.exec(media)
    const max = /max-width:\s*(\d+)px/.exec(media)
    const matches =
      (min !== null || max !== null) &&
      (!min || width >= Number(min[1])) &&
      (!max || width <= Number(max[1]))
    return { media, matches, addEventListener() {}, removeEventListener() {} }
  })
}
