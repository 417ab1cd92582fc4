import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { rolesContract } from '#domain/system.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useCan } from '#lib/session.ts'
import { Section } from '#ui/Page.tsx'

/** What each of the three administrators does, and where. */
export function AdminLinks() {
  const t = useText().workbench.admin
  const can = useCan()
  const grants = can('roles.grant')
  const found = useQuery({
    ...queryOptionsOf(rolesContract.list, { query: { orphaned: 'true', size: 1 } }),
    enabled: grants,
  })
  const orphaned = found.data?.total ?? 0
  const links = [
    { show: can('accounts.manage'), to: paths.accounts(), name: t.accounts, text: t.accountsText },
    { show: can('accounts.manage'), to: paths.upkeep(), name: t.upkeep, text: t.upkeepText },
    { show: grants, to: paths.roles(), name: t.roles, text: t.rolesText },
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
      {orphaned > 0 ? (
        <p>
          <Link className="sc-link" to={paths.roles({ orphaned: 'true' })}>
            {t.orphaned(orphaned)}
          </Link>
        </p>
      ) : null}
    </Section>
  )
}
