import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { afterPaint } from './afterPaint.ts'
import { Page } from './Page.tsx'
import { SkeletonLines } from './Skeleton.tsx'
import './page.css'

interface Announced {
  path: string
  /** What its heading will say. */
  title: string
  /** The entry of the history it was announced at; null once that was left, for one may come back to it. */
  from: string | null
}

const Place = createContext<{
  announce: (path: string, title: string) => void
  title: string | null
}>({ announce: () => undefined, title: null })

/**
 * Where pages stand. A page that a row announces stands here with its heading in the next frame, over the list
 * that is still there; the router renders in slices and brings the page itself some frames later.
 */
export function PagePlace({ children }: { children: ReactNode }) {
  const { key, pathname } = useLocation()
  const [announced, setAnnounced] = useState<Announced | null>(null)
  const announce = useCallback(
    (path: string, title: string) => setAnnounced({ path, title, from: key }),
    [key],
  )
  if (announced?.from && announced.from !== key) setAnnounced({ ...announced, from: null })
  const coming = announced?.from === key ? announced : null
  const title = announced?.path === pathname ? announced.title : null
  const place = useMemo(() => ({ announce, title }), [announce, title])
  return (
    <Place value={place}>
      <main id="content" tabIndex={-1} data-coming={coming !== null || undefined}>
        {coming ? (
          <Page title={coming.title} purpose={null} above={'\u00a0'}>
            <SkeletonLines lines={12} />
          </Page>
        ) : null}
        {children}
      </main>
    </Place>
  )
}

/** Opens the page of a record, whose name is known already. */
export function useOpenPage(): (to: string, title: string) => void {
  const navigate = useNavigate()
  const { announce } = use(Place)
  return (to, title) => {
    announce(to.replace(/[?#].*/, ''), title)
    afterPaint(() => void navigate(to))
  }
}

/** The name with which this page was announced, until its record is here. */
export const useAnnouncedTitle = (): string | null => use(Place).title
