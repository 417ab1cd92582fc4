import { http } from 'msw/http'
import type { HttpHandler } from 'msw/http'

/** Answers a request of the API: the app itself, or whoever has it. */
export type Answerer = (request: Request) => Promise<Response>

/**
 * The one handler that stands for the whole API. A page below a path asks `/six-chains/api/…`; the app
 * knows `/api/…`.
 */
export const bridge = (answer: Answerer, bearer: () => string | null = () => null): HttpHandler =>
  http.all('*/api/*', ({ request }) => answer(signed(atRoot(request), bearer())))

/**
 * An image is asked for by the browser itself, which knows no bearer; on a server the cookie goes with it. In the mode
 * of an image, `no-cors`, a request takes no such header.
 */
function signed(request: Request, token: string | null): Request {
  if (token === null || request.headers.has('authorization')) return request
  const headers = new Headers(request.headers)
  headers.set('Authorization', `Bearer ${token}`)
  return new Request(request, { headers, mode: 'same-origin' })
}

function atRoot(request: Request): Request {
  const url = new URL(request.url)
  const from = url.pathname.indexOf('/api/')
  if (from <= 0) return request
  url.pathname = url.pathname.slice(from)
  return new Request(url, request)
}
