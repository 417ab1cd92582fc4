import type { Kysely } from 'kysely'
import { newId, type AccountId, type MemberId, type OrganizationId } from '#domain/ids.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { pathStep } from '#server/db/tree.ts'
import type { Tables } from '#server/db/tables.ts'
import { randomToken, sha256 } from '#server/digest.ts'
import { organizationKeys, personKeys } from '#server/text/pinyin.ts'
import { testNow } from './world.ts'

type Db = Kysely<Tables>

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
export async function addOrganization(db: Db, given: NewOrganization): Promise<Placed> {
  const id = newId() as OrganizationId
  const path = `${given.parent?.path ?? ''}${pathStep()}`
  const keys = organizationKeys(given.name)
  const foundedOn = given.foundedOn ?? '2020-01-01'
  await db
    .insertInto('organization')
    .values({
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
    .execute()
  await db
    .insertInto('organization_history')
    .values({
      id: newId(),
      organization_id: id,
      name: given.name,
      parent_id: given.parent?.id ?? null,
      valid_from: foundedOn,
      valid_to: null,
      reason: null,
    })
    .execute()
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
export async function addMember(db: Db, given: NewMember): Promise<MemberId> {
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
  await db
    .insertInto('member')
    .values({
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
    .execute()
  await db
    .insertInto('member_state')
    .values({
      id: newId(),
      member_id: id,
      organization_id: given.at.id,
      ...state,
      valid_from: on,
      valid_to: null,
      reason: null,
    })
    .execute()
  return id
}

interface NewAccount {
  login: string
  roles: readonly { role: GrantedRole; at?: Placed }[]
  memberId?: MemberId
  name?: string
}

/** An account with roles and an open session; answers its token. */
export async function addAccount(
  db: Db,
  given: NewAccount,
): Promise<{ id: AccountId; token: string }> {
  const id = newId() as AccountId
  await db
    .insertInto('account')
    .values({
      id,
      login: given.login,
      name: given.name ?? given.login,
      name_sort: personKeys(given.name ?? given.login).sort,
      member_id: given.memberId ?? null,
      draft_key: randomToken(),
      created_at: testNow,
    })
    .execute()
  for (const { role, at } of given.roles) {
    await db
      .insertInto('assignment')
      .values({
        id: newId(),
        account_id: id,
        role,
        organization_id: at?.id ?? null,
        granted_by: null,
        granted_at: testNow,
      })
      .execute()
  }
  const token = randomToken()
  await db
    .insertInto('session')
    .values({
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
    .execute()
  return { id, token }
}

/**
 * A small bureau: 机关党委 with branch 甲 (groups 甲一, 甲二; 9 full members in all, one probationary) and
 * branch 乙 (5 full members, no group), one account per role.
 */
export async function smallBureau(db: Db) {
  const committee = await addOrganization(db, {
    kind: 'committee',
    name: '测试市行政审批局机关党委',
  })
  const branchA = await addOrganization(db, { kind: 'branch', name: '甲支部', parent: committee })
  const groupA1 = await addOrganization(db, { kind: 'group', name: '甲一小组', parent: branchA })
  const groupA2 = await addOrganization(db, { kind: 'group', name: '甲二小组', parent: branchA })
  const branchB = await addOrganization(db, { kind: 'branch', name: '乙支部', parent: committee })
  const inA1 = await addAll(db, groupA1, ['张伟', '王芳', '欧阳娜娜', '单雄信', '阿卜杜拉·买买提'])
  const inA2 = await addAll(db, groupA2, ['李强', '曾国藩', '尉迟恭', '覃红'])
  const probationary = await addMember(db, { name: '赵新', at: groupA1, stage: 'probationary' })
  const inB = await addAll(db, branchB, ['陈明', '周敏', '吴刚', '郑丽', '冯涛'])
  const first = <T>(list: readonly T[]): T => {
    const [item] = list
    if (item === undefined) throw new Error('empty list')
    return item
  }
  const tokens = {
    member: (
      await addAccount(db, {
        login: 'member',
        roles: [{ role: 'member', at: groupA1 }],
        memberId: inA1[1],
      })
    ).token,
    'group-leader': (
      await addAccount(db, {
        login: 'group-leader',
        roles: [{ role: 'group-leader', at: groupA1 }],
        memberId: first(inA1),
      })
    ).token,
    'branch-secretary': (
      await addAccount(db, {
        login: 'secretary',
        roles: [{ role: 'branch-secretary', at: branchA }],
        memberId: first(inA2),
      })
    ).token,
    organizer: (
      await addAccount(db, { login: 'organizer', roles: [{ role: 'organizer', at: committee }] })
    ).token,
    leader: (await addAccount(db, { login: 'leader', roles: [{ role: 'leader', at: committee }] }))
      .token,
    discipline: (
      await addAccount(db, { login: 'discipline', roles: [{ role: 'discipline', at: committee }] })
    ).token,
    'system-admin': (await addAccount(db, { login: 'sysadmin', roles: [{ role: 'system-admin' }] }))
      .token,
    'security-admin': (
      await addAccount(db, { login: 'secadmin', roles: [{ role: 'security-admin' }] })
    ).token,
    auditor: (await addAccount(db, { login: 'auditor', roles: [{ role: 'auditor' }] })).token,
  } satisfies Record<GrantedRole, string>
  return { committee, branchA, groupA1, groupA2, branchB, inA1, inA2, inB, probationary, tokens }
}

export type SmallBureau = Awaited<ReturnType<typeof smallBureau>>

async function addAll(db: Db, at: Placed, names: readonly string[]): Promise<MemberId[]> {
  const ids: MemberId[] = []
  for (const name of names) ids.push(await addMember(db, { name, at }))
  return ids
}
