import { Link } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useCan } from '#lib/session.ts'
import { Section } from '#ui/Page.tsx'

/** What each of the three administrators does, and where. */
export function AdminLinks() {
  const t = useText().workbench.admin
  const can = useCan()
  const links = [
    { show: can('accounts.manage'), to: paths.accounts(), name: t.accounts, text: t.accountsText },
    { show: can('roles.grant'), to: paths.roles(), name: t.roles, text: t.rolesText },
    { show: can('audit.read'), to: paths.audit(), name: t.audit, text: t.auditText },
    { show: true, to: paths.permissions(), name: t.permissions, text: t.permissionsText },
  ]
  return (
    <Section title={t.title}>
      <ul className="wb-links">
        {links
          .filter(({ show }) => show)
          .map(({ to, name, text }) => (
            <li key={to}>
              <Link to={to}>{name}</Link>
              <p>{text}</p>
            </li>
          ))}
      </ul>
      <p className="wb-note">{t.note}</p>
    </Section>
  )
}
