import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import type { AccountId, OrganizationId } from '#domain/ids.ts'
import { separatedRoles } from '#domain/permissions.ts'
import { rolesContract } from '#domain/system.contract.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { useSession } from '#lib/session.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { RemoteSelect, type Choice } from './RemoteSelect.tsx'
import { HeldRoles } from './HeldRoles.tsx'
import { RoleRights } from './RoleRights.tsx'
import { grantable, isOfInstallation, type Grantable } from './roles.ts'

interface Typed {
  accountId: string
  role: Grantable
  organizationId?: string
}

/** Account, role, organization. What the role gives is said before it is given. */
export function GrantRole({ onClose }: { onClose: () => void }) {
  const { system, entry } = useText()
  const t = system.rolesPage
  const grant = useCall(rolesContract.grant, ['roles'])
  const [organ, setOrgan] = useState('')
  const [person, setPerson] = useState<{ id: string; login: string } | null>(null)
  const accounts = useAccountChoices()
  const organizations = useQuery({
    ...queryOptionsOf(rolesContract.organizations, { query: { q: organ || undefined } }),
    placeholderData: keepPreviousData,
  })

  const send = async ({ accountId, role, organizationId }: Typed, key: string) => {
    const body = {
      accountId: accountId as AccountId,
      role,
      organizationId: isOfInstallation(role)
        ? null
        : ((organizationId ?? null) as OrganizationId | null),
    }
    const made = await grant.mutateAsync({ body, key })
    toast.success(t.granted(made.name, entry.roles[role]))
    onClose()
  }
  const optionsOf = (list: readonly Grantable[]) =>
    list.map((role) => ({ value: role, label: entry.roles[role] }))

  return (
    <CallDrawer<Typed>
      title={t.grant}
      submitLabel={t.grant}
      initial={{}}
      onClose={onClose}
      onSend={send}
      width={38}
    >
      {() => (
        <>
          <Form.Item
            name="accountId"
            label={t.account}
            rules={[{ required: true, message: t.chooseAccount }]}
          >
            <RemoteSelect
              choices={accounts.choices}
              onSearch={accounts.search}
              busy={accounts.busy}
              onChosen={(id) => setPerson(accounts.rows.find((row) => row.id === id) ?? null)}
              placeholder={t.accountHint}
              nothing={t.nothingFound}
            />
          </Form.Item>
          {person ? <HeldRoles accountId={person.id} login={person.login} /> : null}
          <Form.Item
            name="role"
            label={t.role}
            rules={[{ required: true, message: t.chooseRole }]}
            extra={t.roleExtra}
          >
            <Select
              virtual={false}
              listHeight={420}
              options={[
                {
                  label: t.groups.party,
                  options: optionsOf(grantable.filter((role) => !separatedRoles.includes(role))),
                },
                {
                  label: t.groups.system,
                  options: optionsOf(grantable.filter((role) => separatedRoles.includes(role))),
                },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['role']}>
            {({ getFieldValue }) => {
              const role = getFieldValue('role') as Grantable | undefined
              if (!role) return null
              return (
                <>
                  <div className="pt-note sy-gives">
                    <b>{t.may}</b>
                    <RoleRights role={role} />
                    {isOfInstallation(role) ? <p>{t.separation}</p> : null}
                  </div>
                  {isOfInstallation(role) ? (
                    <p className="sy-quiet">{t.noOrganization}</p>
                  ) : (
                    <Form.Item
                      name="organizationId"
                      label={t.organization}
                      rules={[{ required: true, message: t.chooseOrganization }]}
                      extra={t.organizationExtra}
                    >
                      <RemoteSelect
                        choices={(organizations.data ?? []).map(({ id, name, parentName }) => ({
                          value: id,
                          label: name,
                          note: parentName ?? undefined,
                        }))}
                        onSearch={setOrgan}
                        busy={organizations.isFetching}
                        placeholder={t.organizationHint}
                        nothing={t.nothingFound}
                      />
                    </Form.Item>
                  )}
                </>
              )
            }}
          </Form.Item>
          <p className="sy-quiet">{t.now}</p>
        </>
      )}
    </CallDrawer>
  )
}

/** Accounts by what is typed; oneself stands there and says why not. */
function useAccountChoices() {
  const { system } = useText()
  const t = system.rolesPage
  const session = useSession()
  const [typed, search] = useState('')
  const found = useQuery({
    ...queryOptionsOf(rolesContract.accounts, { query: { q: typed || undefined, size: 20 } }),
    placeholderData: keepPreviousData,
  })
  const rows = found.data?.rows ?? []
  const choices = rows.map(({ id, name, login, state }): Choice => {
    const self = id === session.accountId
    return {
      value: id,
      label: `${system.accounts.person(name, login)}${self ? t.self : state === 'disabled' ? t.disabledAccount : ''}`,
      disabled: self,
    }
  })
  return { choices, rows, search, busy: found.isFetching }
}
