import { http } from 'msw/http'
import type { HttpHandler } from 'msw/http'

/** Answers a request of the API: the app itself, or whoever has it. */
export type Answerer = (request: Request) => Promise<Response>

/**
 * The one handler that stands for the whole API. A page below a path asks `/six-chains/api/…`; the app
 * knows `/api/…`.
 */
export const bridge = (answer: Answerer): HttpHandler =>
  http.all('*/api/*', ({ request }) => answer(atRoot(request)))

function atRoot(request: Request): Request {
  const url = new URL(request.url)
  const from = url.pathname.indexOf('/api/')
  if (from <= 0) return request
  url.pathname = url.pathname.slice(from)
  return new Request(url, request)
}
