import { NavLink } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { chainIcons, tabIcons } from './icons.ts'
import { Icon } from './Icon.tsx'
import { openPages } from './openPages.ts'
import type { Page } from './pages.ts'
import { chains } from './theme.ts'

const order = ['home', ...chains, 'system'] as const
type Group = (typeof order)[number]

interface Entry extends Page {
  menu: NonNullable<Page['menu']>
}
const inMenu = (page: Page): page is Entry => page.menu !== undefined

/** Pages of the menu in their groups; empty groups are left out. */
export function menuGroups(): { group: Group; entries: Entry[] }[] {
  const entries = openPages().filter(inMenu)
  return order
    .map((group) => ({ group, entries: entries.filter(({ menu }) => menu.chain === group) }))
    .filter(({ entries }) => entries.length > 0)
}

/** The chains in the article's order, each with its hue; `onChosen` closes the drawer of a phone. */
export function Menu({ onChosen }: { onChosen?: () => void }) {
  const { frame } = useText()
  const keep = useKeepScope()
  return (
    <nav className="fr-menu" aria-label={frame.menu}>
      {menuGroups().map(({ group, entries }) => (
        <div key={group} className="fr-group" data-chain={group}>
          {group === 'home' ? null : (
            <h2 id={`chain-${group}`}>
              <Icon path={chainIcons[group]} />
              {frame.chains[group]}
            </h2>
          )}
          <ul aria-labelledby={group === 'home' ? undefined : `chain-${group}`}>
            {entries.map(({ path, menu }) => (
              <li key={path}>
                <NavLink to={keep(path)} end={path === '/'} onClick={onChosen}>
                  {group === 'home' ? <Icon path={tabIcons[menu.name] ?? chainIcons.home} /> : null}
                  {frame.pages[menu.name]}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
