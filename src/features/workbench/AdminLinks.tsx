import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { accountsContract, rolesContract } from '#domain/system.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useCan } from '#lib/session.ts'
import { Section } from '#ui/Page.tsx'

/** The three of them, with whom an installation begins. */
const FIRST = 3

/** What each of the three administrators does, and where. */
export function AdminLinks() {
  const t = useText().workbench.admin
  const can = useCan()
  const grants = can('roles.grant')
  const found = useQuery({
    ...queryOptionsOf(rolesContract.list, { query: { orphaned: 'true', size: 1 } }),
    enabled: grants,
  })
  const opens = can('accounts.manage')
  const accounts = useQuery({
    ...queryOptionsOf(accountsContract.list, { query: { size: 1 } }),
    enabled: opens,
  })
  const organizers = useQuery({
    ...queryOptionsOf(rolesContract.list, { query: { roles: ['organizer'], size: 1 } }),
    enabled: grants,
  })
  // Without it nobody would know who is next: what follows is done by somebody else.
  const next = [
    {
      show: (accounts.data?.total ?? Infinity) <= FIRST,
      to: paths.accounts(),
      text: t.firstAccount,
    },
    { show: organizers.data?.total === 0, to: paths.roles(), text: t.firstRole },
  ].filter(({ show }) => show)
  const orphaned = found.data?.total ?? 0
  const links = [
    { show: opens, to: paths.accounts(), name: t.accounts, text: t.accountsText },
    { show: opens, to: paths.upkeep(), name: t.upkeep, text: t.upkeepText },
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
      {next.map(({ to, text }) => (
        <p key={to}>
          <Link className="sc-link" to={to}>
            {text}
          </Link>
        </p>
      ))}
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
