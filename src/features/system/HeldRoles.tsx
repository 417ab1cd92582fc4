import { useQuery } from '@tanstack/react-query'
import { rolesContract } from '#domain/system.contract.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { placeOf } from './roles.ts'

/** What an account holds already, so that a refusal for separated duties comes as no surprise. */
export function HeldRoles({ accountId, login }: { accountId: string; login: string }) {
  const { system, entry } = useText()
  const t = system.rolesPage
  const held = useQuery(queryOptionsOf(rolesContract.list, { query: { q: login, size: 100 } }))
  const own = held.data?.rows.filter((row) => row.accountId === accountId)
  return (
    <p className="sy-quiet" role="status">
      {own === undefined
        ? ''
        : t.heldNow(own.map((row) => t.heldRole(entry.roles[row.role], placeOf(row, system))))}
    </p>
  )
}
