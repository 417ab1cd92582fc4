import type { Insertable, Kysely } from 'kysely'
import { newId, type AccountId, type MemberId, type OrganizationId } from '#domain/ids.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { insertRows } from '#server/db/insertRows.ts'
import { pathStep } from '#server/db/tree.ts'
import type { Tables } from '#server/db/tables.ts'
import { randomToken, sha256 } from '#server/digest.ts'
import { organizationKeys, personKeys } from '#server/text/pinyin.ts'
import { testNow } from './world.ts'

type Db = Kysely<Tables>

/** Rows table by table, in the order that their keys ask for. */
const noRows = () => ({
  organization: [] as Insertable<Tables['organization']>[],
  history: [] as Insertable<Tables['organization_history']>[],
  member: [] as Insertable<Tables['member']>[],
  state: [] as Insertable<Tables['member_state']>[],
  account: [] as Insertable<Tables['account']>[],
  assignment: [] as Insertable<Tables['assignment']>[],
  session: [] as Insertable<Tables['session']>[],
})
type Rows = ReturnType<typeof noRows>

/** What was put down, in one statement for each table: a bureau before every test would be seventy of them. */
async function insert<T>(db: Db, put: (rows: Rows) => T | Promise<T>): Promise<T> {
  const rows = noRows()
  const result = await put(rows)
  await db.transaction().execute(async (transaction) => {
    await insertRows(transaction, 'organization', rows.organization)
    await insertRows(transaction, 'organization_history', rows.history)
    await insertRows(transaction, 'member', rows.member)
    await insertRows(transaction, 'member_state', rows.state)
    await insertRows(transaction, 'account', rows.account)
    await insertRows(transaction, 'assignment', rows.assignment)
    await insertRows(transaction, 'session', rows.session)
  })
  return result
}

export interface Placed {
  id: OrganizationId
  path: string
}

interface NewOrganization {
  kind: 'committee' | 'general-branch' | 'branch' | 'group'
  name: string
  parent?: Placed
  branchKind?: string
  foundedOn?: string
}

/** An organization, straight into the tables, with its history. */
export const addOrganization = (db: Db, given: NewOrganization): Promise<Placed> =>
  insert(db, (rows) => putOrganization(rows, given))

function putOrganization(rows: Rows, given: NewOrganization): Placed {
  const id = newId() as OrganizationId
  const path = `${given.parent?.path ?? ''}${pathStep()}`
  const keys = organizationKeys(given.name)
  const foundedOn = given.foundedOn ?? '2020-01-01'
  rows.organization.push({
    id,
    path,
    parent_id: given.parent?.id ?? null,
    kind: given.kind,
    branch_kind: given.kind === 'branch' ? (given.branchKind ?? 'regular') : null,
    name: given.name,
    name_pinyin: keys.pinyin,
    name_initials: keys.initials,
    founded_on: foundedOn,
  })
  rows.history.push({
    id: newId(),
    organization_id: id,
    name: given.name,
    parent_id: given.parent?.id ?? null,
    valid_from: foundedOn,
    valid_to: null,
    reason: null,
  })
  return { id, path }
}

interface NewMember {
  name: string
  at: Placed
  stage?: string
  rights?: string
  on?: string
  standing?: string
  relation?: string
}

/** A member with one state since `on`. */
export const addMember = (db: Db, given: NewMember): Promise<MemberId> =>
  insert(db, (rows) => putMember(rows, given))

function putMember(rows: Rows, given: NewMember): MemberId {
  const id = newId() as MemberId
  const keys = personKeys(given.name)
  const on = given.on ?? '2020-01-01'
  const state = {
    stage: given.stage ?? 'full',
    standing: given.standing ?? 'normal',
    rights: given.rights ?? 'normal',
    relation: given.relation ?? 'registered',
    mobile: false,
    lost: false,
  }
  rows.member.push({
    id,
    organization_id: given.at.id,
    name: given.name,
    name_pinyin: keys.pinyin,
    name_initials: keys.initials,
    name_sort: keys.sort,
    sex: 'male',
    ethnicity: '汉族',
    joined_on: state.stage === 'full' || state.stage === 'probationary' ? '2010-06-01' : null,
    full_on: state.stage === 'full' ? '2011-06-01' : null,
    created_at: testNow,
    ...state,
  })
  rows.state.push({
    id: newId(),
    member_id: id,
    organization_id: given.at.id,
    ...state,
    valid_from: on,
    valid_to: null,
    reason: null,
  })
  return id
}

interface NewAccount {
  login: string
  roles: readonly { role: GrantedRole; at?: Placed }[]
  memberId?: MemberId
  name?: string
}

export interface OpenAccount {
  id: AccountId
  token: string
}

/** An account with roles and an open session; answers its token. */
export const addAccount = (db: Db, given: NewAccount): Promise<OpenAccount> =>
  insert(db, (rows) => putAccount(rows, given))

async function putAccount(rows: Rows, given: NewAccount): Promise<OpenAccount> {
  const id = newId() as AccountId
  rows.account.push({
    id,
    login: given.login,
    name: given.name ?? given.login,
    name_sort: personKeys(given.name ?? given.login).sort,
    member_id: given.memberId ?? null,
    draft_key: randomToken(),
    created_at: testNow,
  })
  for (const { role, at } of given.roles) {
    rows.assignment.push({
      id: newId(),
      account_id: id,
      role,
      organization_id: at?.id ?? null,
      granted_by: null,
      granted_at: testNow,
    })
  }
  const token = randomToken()
  rows.session.push({
    id_hash: await sha256(token),
    id: newId(),
    account_id: id,
    created_at: testNow,
    seen_at: testNow,
    idle_until: '2099-01-01T00:00:00Z',
    ends_at: '2099-01-01T00:00:00Z',
    ended_at: null,
    proved_at: '2099-01-01T00:00:00Z',
  })
  return { id, token }
}

/**
 * A small bureau: 机关党委 with branch 甲 (groups 甲一, 甲二; 9 full members in all, one probationary) and
 * branch 乙 (5 full members, no group), one account per role.
 */
export const smallBureau = (db: Db) => insert(db, putSmallBureau)

async function putSmallBureau(rows: Rows) {
  const committee = putOrganization(rows, {
    kind: 'committee',
    name: '测试市行政审批局机关党委',
  })
  const branchA = putOrganization(rows, { kind: 'branch', name: '甲支部', parent: committee })
  const groupA1 = putOrganization(rows, { kind: 'group', name: '甲一小组', parent: branchA })
  const groupA2 = putOrganization(rows, { kind: 'group', name: '甲二小组', parent: branchA })
  const branchB = putOrganization(rows, { kind: 'branch', name: '乙支部', parent: committee })
  const inA1 = putAll(rows, groupA1, ['张伟', '王芳', '欧阳娜娜', '单雄信', '阿卜杜拉·买买提'])
  const inA2 = putAll(rows, groupA2, ['李强', '曾国藩', '尉迟恭', '覃红'])
  const probationary = putMember(rows, { name: '赵新', at: groupA1, stage: 'probationary' })
  const inB = putAll(rows, branchB, ['陈明', '周敏', '吴刚', '郑丽', '冯涛'])
  const first = <T>(list: readonly T[]): T => {
    const [item] = list
    if (item === undefined) throw new Error('empty list')
    return item
  }
  const tokens = {
    member: (
      await putAccount(rows, {
        login: 'member',
        roles: [{ role: 'member', at: groupA1 }],
        memberId: inA1[1],
      })
    ).token,
    'group-leader': (
      await putAccount(rows, {
        login: 'group-leader',
        roles: [{ role: 'group-leader', at: groupA1 }],
        memberId: first(inA1),
      })
    ).token,
    'branch-secretary': (
      await putAccount(rows, {
        login: 'secretary',
        roles: [{ role: 'branch-secretary', at: branchA }],
        memberId: first(inA2),
      })
    ).token,
    organizer: (
      await putAccount(rows, { login: 'organizer', roles: [{ role: 'organizer', at: committee }] })
    ).token,
    leader: (
      await putAccount(rows, { login: 'leader', roles: [{ role: 'leader', at: committee }] })
    ).token,
    discipline: (
      await putAccount(rows, {
        login: 'discipline',
        roles: [{ role: 'discipline', at: committee }],
      })
    ).token,
    'system-admin': (
      await putAccount(rows, { login: 'sysadmin', roles: [{ role: 'system-admin' }] })
    ).token,
    'security-admin': (
      await putAccount(rows, { login: 'secadmin', roles: [{ role: 'security-admin' }] })
    ).token,
    auditor: (await putAccount(rows, { login: 'auditor', roles: [{ role: 'auditor' }] })).token,
  } satisfies Record<GrantedRole, string>
  return { committee, branchA, groupA1, groupA2, branchB, inA1, inA2, inB, probationary, tokens }
}

export type SmallBureau = Awaited<ReturnType<typeof smallBureau>>

const putAll = (rows: Rows, at: Placed, names: readonly string[]): MemberId[] =>
  names.map((name) => putMember(rows, { name, at }))
