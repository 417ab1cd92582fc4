import { useRef } from 'react'
import { NavLink } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { LookSwitches } from '#parts/LookSwitches.tsx'
import { chainIcons, otherIcons, tabIcons } from './icons.ts'
import { Icon } from './Icon.tsx'
import { Menu, menuGroups } from './Menu.tsx'

const TABS = 4
/** What is used most on a phone comes first. */
const favourites = ['workbench', 'meetings', 'duties', 'members', 'organizations']

/** The bar at the bottom of a phone: the pages used most, and everything else in a sheet. */
export function PhoneTabs() {
  const { frame } = useText()
  const keep = useKeepScope()
  const sheet = useRef<HTMLDialogElement>(null)
  const close = () => sheet.current?.close()
  const entries = menuGroups().flatMap(({ entries }) => entries)
  const rank = (name: string) => (favourites.includes(name) ? favourites.indexOf(name) : TABS + 1)
  const tabs = entries.toSorted((a, b) => rank(a.menu.name) - rank(b.menu.name)).slice(0, TABS)

  return (
    <>
      <div className="fr-tabs">
        <nav aria-label={frame.menu}>
          {tabs.map(({ path, menu }) => (
            <NavLink key={path} to={keep(path)} end={path === '/'}>
              <Icon path={tabIcons[menu.name] ?? chainIcons[menu.chain]} />
              {frame.pages[menu.name]}
            </NavLink>
          ))}
        </nav>
        <button type="button" aria-haspopup="dialog" onClick={() => sheet.current?.showModal()}>
          <Icon path={otherIcons.more} />
          {frame.more}
        </button>
      </div>
      {/* A click beside the sheet closes it; Esc does so by itself. */}
      <dialog
        ref={sheet}
        className="fr-sheet"
        aria-label={frame.menu}
        onPointerDown={(event) => {
          if (event.target === event.currentTarget) close()
        }}
      >
        <div className="fr-sheet-box">
          <button type="button" className="fr-tool" aria-label={frame.close} onClick={close}>
            <Icon path={otherIcons.cross} />
          </button>
          <Menu onChosen={close} />
          <LookSwitches labels />
        </div>
      </dialog>
    </>
  )
}
