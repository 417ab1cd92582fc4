import { newId } from '#domain/ids.ts'
import type { Role } from '#domain/permissions.ts'
import { markOrganizations } from '#server/counts/recount/mark.ts'
import { pathStep } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { paperCode, randomToken, sha256 } from '#server/digest.ts'
import { organizationKeys, personKeys } from '#server/text/pinyin.ts'
import { startSession } from './sessions.ts'

interface Person {
  login: string
  name: string
}

interface SetUp extends Person {
  bureauName: string
  password: string
  securityAdmin: Person
  auditor: Person
}

/** Days for which an invitation's code may be used. */
export const invitationDays = 7

/**
 * The first committee and the three administrators (三员分立, GB/T 22239-2019 §8.1.4): the person at the
 * screen keeps accounts, the other two are invited with codes shown once and never stored.
 */
export async function setUp(door: Door, body: SetUp) {
  const at = door.now.toISOString()
  const organizationId = newId()
  const keys = organizationKeys(body.bureauName)
  await door.db
    .insertInto('organization')
    .values({
      id: organizationId,
      parent_id: null,
      path: pathStep(),
      kind: 'committee',
      branch_kind: null,
      name: body.bureauName,
      name_pinyin: keys.pinyin,
      name_initials: keys.initials,
      founded_on: door.today,
    })
    .execute()
  await door.db
    .insertInto('organization_history')
    .values({
      id: newId(),
      organization_id: organizationId,
      name: body.bureauName,
      parent_id: null,
      valid_from: door.today,
      valid_to: null,
      reason: null,
    })
    .execute()
  await markOrganizations(door.db, [organizationId])
  const accountId = await addAccount(door, body, 'system-admin', {
    password_hash: await door.world.hasher.hash(body.password),
  })
  const invitations = [
    await invite(door, body.securityAdmin, 'security-admin'),
    await invite(door, body.auditor, 'auditor'),
  ]
  await door.db
    .updateTable('installation')
    .set({ bureau_name: body.bureauName, set_up_at: at, setup_code_hash: null })
    .execute()
  door.note({ target: { kind: 'account', id: accountId }, organizationId })
  return { view: await startSession(door, accountId), invitations }
}

async function invite(door: Door, person: Person, role: Role) {
  const code = paperCode()
  await addAccount(door, person, role, {
    invitation_hash: await sha256(code),
    invitation_expires_at: new Date(door.now.getTime() + invitationDays * 86_400_000),
  })
  return { ...person, role, code }
}

async function addAccount(
  door: Door,
  person: Person,
  role: Role,
  secret: { password_hash: string } | { invitation_hash: string; invitation_expires_at: Date },
): Promise<string> {
  const id = newId()
  await door.db
    .insertInto('account')
    .values({
      id,
      login: person.login,
      name: person.name,
      name_sort: personKeys(person.name).sort,
      draft_key: randomToken(),
      created_at: door.now,
      ...secret,
    })
    .execute()
  await door.db
    .insertInto('assignment')
    .values({
      id: newId(),
      account_id: id,
      role,
      organization_id: null,
      granted_by: null,
      granted_at: door.now,
    })
    .execute()
  return id
}
