import { rolesContract } from '#domain/system.contract.ts'
import { call } from '#lib/api.ts'
import { instantInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate } from '#lib/queries.ts'
import { useSession } from '#lib/session.ts'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { toast } from '#ui/toasts.ts'
import { AccountSessions } from './AccountSessions.tsx'
import { RoleRights } from './RoleRights.tsx'
import { placeOf, type Assignment } from './roles.ts'

/** One role of one account: what it gives, and taking it back. */
export function AssignmentDetail({ assignment }: { assignment: Assignment }) {
  const { system, entry } = useText()
  const t = system.rolesPage
  const { accountId } = useSession()
  const { id, name, login, version, grantedAt } = assignment
  const role = entry.roles[assignment.role]

  const revoke = async () => {
    await call(rolesContract.revoke, { params: { id }, version })
    toast.success(t.revoked(name, role))
    void invalidate(['roles'])
  }

  return (
    <div className="sy-detail">
      <KeyValue
        items={[
          { label: t.columns.login, value: login },
          { label: t.grantedAt, value: instantInProse(grantedAt) },
          { label: t.columns.organization, value: placeOf(assignment, system), wide: true },
        ]}
      />
      {assignment.orphaned ? <p className="pt-note">{t.orphanedText}</p> : null}
      <Section
        title={t.may}
        extra={
          <ConfirmButton
            label={t.revoke}
            title={t.revokeTitle(role)}
            hits={[
              t.revokeHit(system.accounts.person(name, login), role, placeOf(assignment, system)),
            ]}
            consequence={assignment.role === 'member' ? t.revokeMemberAfter : t.revokeAfter}
            reason={assignment.accountId === accountId ? t.notOwn : null}
            onConfirm={revoke}
          />
        }
      >
        <RoleRights role={assignment.role} />
      </Section>
      <AccountSessions accountId={assignment.accountId} name={name} />
    </div>
  )
}
