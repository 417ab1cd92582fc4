import { Link } from 'react-router'
import { calendarPermissions } from '#domain/calendar.ts'
import { grants, type Reach, type Role } from '#domain/permissions.ts'
import { instantInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { setPreferences, usePreferences } from '#lib/preferences.ts'
import { useCan, useSession } from '#lib/session.ts'
import { Page, Section } from '#ui/Page.tsx'
import { CalendarSection } from './CalendarSection.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SessionsSection } from './SessionsSection.tsx'
import './account.css'

/** The widest reach among what a role gives. */
function reachOf(role: Role): Reach {
  const reaches = Object.values(grants[role])
  return reaches.includes('subtree')
    ? 'subtree'
    : reaches.includes('installation')
      ? 'installation'
      : 'self'
}

export function Component() {
  const { account: t, entry } = useText()
  const { name, login, roles, idleUntil, endsAt, mustChangePassword } = useSession()
  const { slash } = usePreferences()
  const can = useCan()
  return (
    <Page title={t.title} purpose={t.purpose}>
      <Section title={name}>
        <dl className="ac-facts">
          <dt>{t.login}</dt>
          <dd>{login}</dd>
          <dt>{t.idleUntil}</dt>
          <dd>{instantInProse(idleUntil)}</dd>
          <dt>{t.endsAt}</dt>
          <dd>{instantInProse(endsAt)}</dd>
        </dl>
      </Section>
      <Section title={t.rolesHeading} extra={<Link to={paths.permissions()}>{t.rights}</Link>}>
        {roles.length === 0 ? (
          <p>{t.noRoles}</p>
        ) : (
          <ul className="ac-roles">
            {roles.map(({ role, organizationId, organizationName }) => (
              <li key={`${role} ${organizationId}`}>
                <b>{entry.roles[role]}</b>
                <span>{organizationName ?? t.installation}</span>
                <small>{t[reachOf(role)]}</small>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {/* Until the password is changed nothing else is answered. */}
      {!mustChangePassword && calendarPermissions.some(can) ? <CalendarSection /> : null}
      <Section title={t.passwordHeading}>
        <PasswordForm />
      </Section>
      {mustChangePassword ? null : <SessionsSection />}
      <Section title={t.keyboardHeading}>
        <label className="ac-slash">
          <input
            type="checkbox"
            checked={slash}
            onChange={(event) => setPreferences({ slash: event.target.checked })}
          />
          {t.slash}
        </label>
      </Section>
    </Page>
  )
}
