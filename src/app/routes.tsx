import { createBrowserRouter, type LazyRouteFunction, type RouteObject } from 'react-router'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { Frame } from './Frame.tsx'
import { mayOpen } from './openPages.ts'
import { pages, type Page } from './pages.ts'
import { MissingPage, NoPermissionPage, PageError } from './standIns.tsx'

function Coming() {
  return (
    <div className="fr-coming">
      <SkeletonLines lines={8} />
    </div>
  )
}

const routeOf = (page: Page): RouteObject => ({
  path: page.path,
  HydrateFallback: Coming,
  lazy: (async () => {
    if (!mayOpen(page)) return { Component: NoPermissionPage }
    const { Component, loader } = await page.lazy()
    return { Component, ...(loader && { loader }) }
  }) as LazyRouteFunction<RouteObject>,
})

/** All routes; tests build a memory router from them. */
export const routes = (): RouteObject[] => [
  {
    Component: Frame,
    children: [
      {
        ErrorBoundary: PageError,
        children: [...pages.map(routeOf), { path: '*', Component: MissingPage }],
      },
    ],
  },
]

/** One per session, since what may be opened is decided with it. */
export const makeRouter = () =>
  createBrowserRouter(routes(), { basename: import.meta.env.BASE_URL.replace(/\/$/, '') || '/' })
