import { useEffect, useRef } from 'react'
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { HouseMark } from '#parts/HouseMark.tsx'
import { LookSwitches } from '#parts/LookSwitches.tsx'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { preferences } from '#lib/preferences.ts'
import { useRenewedSession } from '#lib/renewedSession.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useView } from '#lib/session.ts'
import { PagePlace } from '#ui/PagePlace.tsx'
import { PHONE, useMedia } from '#ui/useMedia.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { Banners } from './Banners.tsx'
import { Menu } from './Menu.tsx'
import { fetchPage } from './pages.ts'
import { PhoneTabs } from './PhoneTabs.tsx'
import { ScopeBar } from './ScopeBar.tsx'
import { Todos } from './Todos.tsx'
import './frame.css'
import './menu.css'
import './tools.css'

/** Top bar, the six chains, the page. On a phone the chains move to the bottom. */
export function Frame() {
  const { entry, frame } = useText()
  const { installation } = useView()
  const phone = useMedia(PHONE)
  const moving = useNavigation().state !== 'idle'
  const keep = useKeepScope()
  useRenewedSession()
  useSlash()
  useAhead()
  useArrival()

  return (
    <div className="fr" data-moving={moving || undefined}>
      <a className="fr-skip" href="#content">
        {frame.skip}
      </a>
      <header className="fr-bar">
        <Link
          className="fr-name"
          to={keep(paths.workbench())}
          title={installation.name ?? undefined}
        >
          <HouseMark />
          <b>{entry.product}</b>
          <span>{entry.productLong}</span>
        </Link>
        {installation.demo ? (
          <span className="fr-demo" title={entry.demoNote}>
            {entry.demo}
          </span>
        ) : null}
        <ScopeBar />
        <div className="fr-tools">
          <Todos />
          {phone ? null : <LookSwitches />}
          <AccountMenu />
        </div>
      </header>
      {phone ? null : (
        <aside className="fr-side">
          <Menu />
          {installation.name ? <p className="fr-bureau">{installation.name}</p> : null}
        </aside>
      )}
      <div className="fr-body">
        <Banners />
        <PagePlace>
          <Outlet />
        </PagePlace>
      </div>
      {phone ? <PhoneTabs /> : null}
      <ScrollRestoration />
    </div>
  )
}

/** `/` goes to the search of the page, or to the scope where the page has none. */
function useSlash(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.key !== '/' ||
        !preferences().slash ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented
      )
        return
      if (
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [contenteditable], dialog')
      )
        return
      const field =
        document.querySelector<HTMLElement>(
          'main input[type=search], main [role=search] input:not([type=hidden])',
        ) ?? document.getElementById('scope')
      if (!field) return
      event.preventDefault()
      field.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** A page's code travels from the moment a link to it is pointed at or has the focus: before the press. */
function useAhead(): void {
  useEffect(() => {
    let last: Element | null = null
    const point = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
      if (link === last) return
      last = link
      if (link?.origin === location.origin && !link.target) fetchPage(link.pathname)
    }
    document.addEventListener('pointerover', point, { passive: true })
    document.addEventListener('focusin', point)
    return () => {
      document.removeEventListener('pointerover', point)
      document.removeEventListener('focusin', point)
    }
  }, [])
}

/** After a change of page: the focus at the page's heading. */
function useArrival(): void {
  const { pathname } = useLocation()
  const first = useRef(true)
  useEffect(() => {
    const heading = document.getElementById('page-title') ?? document.getElementById('content')
    if (!first.current) heading?.focus({ preventScroll: true })
    first.current = false
  }, [pathname])
}
