import { addDays } from '#domain/dates.ts'
import type { Role } from '#domain/permissions.ts'
import { branchKeys, groupKeys, organizationIdOf, rootKey } from './bureau.ts'
import { instant } from './clock.ts'
import { memberIdOf } from './members.ts'
import { personOf } from './people.ts'
import { posts } from './posts.ts'
import { randomOf, seedId } from './random.ts'
import { keysOf } from './roster.ts'
import type { SeedRow } from './rows.ts'
import { personKeys } from '#server/text/pinyin.ts'
import { spanNow } from './spans.ts'

interface AccountPlan {
  /** A member's key, or null for one of the three administrators. */
  who: string | null
  login: string
  name: string
  roles: readonly { role: Role; at: string | null }[]
}

const today = (key: string, post: string): string =>
  posts.find((one) => one.key === key && one.post === post && one.to === null)?.who ?? ''

/** The account of a member: always the role 党员 at their own place, and what is entrusted to them. */
function member(who: string, roles: AccountPlan['roles'] = []): AccountPlan {
  const { name } = personOf(who)
  const login = keysOf(who).pinyin.replace(/[^a-z]/g, '') || `dy${personOf(who).index}`
  return { who, login, name, roles: [{ role: 'member', at: spanNow(who).place }, ...roles] }
}

const administrator = (login: string, name: string, role: Role): AccountPlan => ({
  who: null,
  login,
  name,
  roles: [{ role, at: null }],
})

const atRoot = (role: Role) => ({ role, at: rootKey })
const deputy = 'office-2:1'
const staff = 'office-2:2'
const inspector = 'market-2:1'
const first = 'office-1:1'

/** The first of each role is who signs in with one click; several people hold several roles. */
const plans: AccountPlan[] = [
  administrator('sysadmin', '蒋以宁', 'system-admin'),
  administrator('secadmin', '龚守正', 'security-admin'),
  administrator('auditor', '贺知行', 'auditor'),
  member(staff, [atRoot('organizer')]),
  member(deputy, [atRoot('leader')]),
  member(inspector, [atRoot('discipline')]),
  member('hall1-1:1', [{ role: 'branch-secretary', at: 'hall1' }]),
  member('hall1-1:2', [{ role: 'group-leader', at: 'hall1-1' }]),
  member('hall1-1:5'),
  member(first, [atRoot('leader'), { role: 'branch-secretary', at: 'office' }]),
  member('office-3:1', [atRoot('organizer'), { role: 'group-leader', at: 'office-3' }]),
  member('hall1-2:2', [
    { role: 'group-leader', at: 'hall1-2' },
    { role: 'group-leader', at: 'hall1-3' },
  ]),
  ...branchKeys
    .filter((key) => key !== 'hall1' && key !== 'office')
    .map((key) => member(today(key, 'secretary'), [{ role: 'branch-secretary', at: key }])),
  ...groupKeys
    .filter((key) => !['hall1-1', 'hall1-2', 'office-2'].includes(key))
    .map((key) => member(today(key, 'group-leader'), [{ role: 'group-leader', at: key }])),
  member('invest-1:5'),
  member('retired-2:4'),
  member('tech:3'),
]

const created = (index: number): string =>
  instant(
    '2024-12-23',
    `${String(9 + Math.floor(index / 12)).padStart(2, '0')}:${String((index % 12) * 5).padStart(2, '0')}`,
  )

const accounts = plans.map((plan, index) => {
  const same = plans.filter(({ login }, other) => other < index && login === plan.login).length
  const login = same === 0 ? plan.login : `${plan.login}${same + 1}`
  return {
    ...plan,
    login,
    id: seedId(created(index), `account:${index}:${login}`),
    createdAt: created(index),
  }
})

const idOf = (who: string | null, role?: Role): string => {
  const found = accounts.find(
    (one) =>
      one.who === who && (role === undefined || one.roles.some((held) => held.role === role)),
  )
  if (!found) throw new RangeError(`no account of ${who ?? role ?? 'nobody'}`)
  return found.id
}

/** Whoever enters and signs: the leader of a group enters, the secretary of the branch signs. */
export const organizerAccount = { id: idOf(staff), name: personOf(staff).name }
/** For the committee the organizers do both. */
export const secretaryAccount = (organ: string) =>
  accountOf(
    organ === rootKey ? 'office-3:1' : organ === 'office' ? first : today(organ, 'secretary'),
  )
export const recorderAccount = (organ: string) =>
  organ === rootKey ? organizerAccount : secretaryAccount(organ)
export const leaderAccount = (group: string) =>
  group === 'office-2' ? organizerAccount : accountOf(today(group, 'group-leader'))
const accountOf = (who: string) => ({ id: idOf(who), name: personOf(who).name })

/** 32 bytes in base64url. The demo's own; a real installation draws them. */
function draftKey(id: string): string {
  const random = randomOf(`draft-key:${id}`)
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return Array.from(
    { length: 43 },
    (_, at) => signs[random.int(0, 63) & (at === 42 ? 60 : 63)],
  ).join('')
}

export const accountRows = (): SeedRow<'account'>[] =>
  accounts.map(({ id, login, name, who, createdAt }) => ({
    id,
    login,
    name,
    name_sort: personKeys(name).sort,
    member_id: who === null ? null : memberIdOf(who),
    password_hash: null,
    draft_key: draftKey(id),
    created_at: createdAt,
  }))

export const assignmentRows = (): SeedRow<'assignment'>[] =>
  accounts.flatMap(({ id, roles, createdAt }) =>
    roles.map(({ role, at }) => ({
      id: seedId(createdAt, `assignment:${id}:${role}:${at ?? ''}`),
      account_id: id,
      role,
      organization_id: at === null ? null : organizationIdOf(at),
      // The first three came with the installation.
      granted_by: at === null ? null : idOf(null, 'security-admin'),
      granted_at: instant(addDays(createdAt.slice(0, 10), 1), '09:00'),
      revoked_at: null,
    })),
  )
