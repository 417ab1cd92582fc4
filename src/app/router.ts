import type { DataRouter } from 'react-router'

/**
 * The one router of the page, kept outside React: a session's account decides which pages it has, and
 * a rendering may be tried twice. Holds no routes, so that signing out (leave.ts) can drop it.
 */
let current: { accountId: string; router: DataRouter } | null = null

export function routerFor(accountId: string, make: () => DataRouter): DataRouter {
  if (current?.accountId !== accountId) {
    dropRouter()
    current = { accountId, router: make() }
  }
  return current.router
}

export function dropRouter(): void {
  current?.router.dispose()
  current = null
}
