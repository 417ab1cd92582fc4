import type { Received } from '#domain/contract.ts'
import { problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { markOrganizations } from '#server/counts/recount/mark.ts'
import { lock, pathStep } from '#server/db/tree.ts'
import { expectVersion, type Door } from '#server/door.ts'
import { organizationKeys } from '#server/text/pinyin.ts'
import { card } from './card.ts'
import {
  branchKindOf,
  checkDepth,
  checkKindChange,
  checkNationalCode,
  checkPlace,
  checkSiblings,
  locked,
  lockedOpen,
  type Organization,
} from './checks.ts'
import { moveFounding, turnPage } from './past.ts'

type Contract = typeof organizationsContract

/** Names are kept in NFC, as people's are: two equal ones must be equal. */
const keysOf = (name: string) => {
  const keys = organizationKeys(name)
  return { name_pinyin: keys.pinyin, name_initials: keys.initials }
}

/** A new organization under a parent, under the tree's lock: a parent that moves meanwhile would leave it behind. */
export async function create(
  door: Door,
  { body }: Received<Contract['create']>,
): Promise<OrganizationCard> {
  await lock(door.db, 'tree')
  const parent = await locked(door, body.parentId)
  const name = body.name.normalize('NFC')
  checkPlace(parent, body.kind)
  const branchKind = branchKindOf(body.kind, body.branchKind)
  await checkDepth(door, parent, null)
  await checkSiblings(door, parent.id, name, 'body.name')
  await checkNationalCode(door, body.nationalCode)
  const id = newId()
  await door.db
    .insertInto('organization')
    .values({
      id,
      parent_id: parent.id,
      path: `${parent.path}${pathStep()}`,
      kind: body.kind,
      branch_kind: branchKind,
      name,
      full_name: body.fullName,
      national_code: body.nationalCode,
      founded_on: body.foundedOn,
      ...keysOf(name),
    })
    .execute()
  await markOrganizations(door.db, [id])
  await turnPage(door, {
    organizationId: id,
    name,
    parentId: parent.id,
    on: body.foundedOn,
    reason: null,
    field: 'body.foundedOn',
  })
  door.note({ organizationId: id, detail: { name, kind: body.kind, parentId: parent.id } })
  return card(door, id)
}

/** Changes what is named; a new name holds from `on` (today unless said), and the old one stays in the history. */
export async function change(
  door: Door,
  { params, body }: Received<Contract['change']>,
): Promise<OrganizationCard> {
  if (body.name !== undefined) await lock(door.db, 'tree')
  const before = await lockedOpen(door, params.id)
  await checkVersion(door, before)
  const name = body.name?.normalize('NFC')
  if (name !== undefined && name !== before.name) {
    await checkSiblings(door, before.parent_id, name, 'body.name', before.id)
    await turnPage(door, {
      organizationId: before.id,
      name,
      parentId: before.parent_id,
      on: body.on ?? door.today,
      reason: '更名',
      field: 'body.on',
    })
  }
  const foundedOn = body.foundedOn === before.founded_on ? undefined : body.foundedOn
  if (foundedOn !== undefined) await moveFounding(door, before.id, foundedOn)
  await checkNationalCode(door, body.nationalCode, before.id)
  const branchKind =
    body.branchKind === undefined ? undefined : branchKindOf(before.kind, body.branchKind)
  if (branchKind !== undefined) checkKindChange(before, branchKind, door.today)
  await door.db
    .updateTable('organization')
    .set({
      ...(name !== undefined && { name, ...keysOf(name) }),
      ...(body.fullName !== undefined && { full_name: body.fullName }),
      ...(body.nationalCode !== undefined && { national_code: body.nationalCode }),
      ...(foundedOn !== undefined && { founded_on: foundedOn }),
      ...(branchKind !== undefined && { branch_kind: branchKind }),
      ...(body.rank !== undefined && { rank: body.rank }),
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .execute()
  await markOrganizations(door.db, [before.id])
  door.note({
    organizationId: before.id,
    detail: {
      fields: Object.keys(body),
      ...(name !== undefined && { from: before.name, to: name }),
      ...changed({
        foundedOn: [before.founded_on, foundedOn],
        branchKind: [before.branch_kind, branchKind],
      }),
    },
  })
  return card(door, before.id)
}

/** What changes what was counted: the log holds it as it was and as it is. */
function changed(facts: Record<string, [was: string | null, is: string | null | undefined]>) {
  const news = Object.entries(facts).filter(([, [was, is]]) => is !== undefined && is !== was)
  if (news.length === 0) return {}
  return {
    before: Object.fromEntries(news.map(([name, [was]]) => [name, was])),
    after: Object.fromEntries(news.map(([name, [, is]]) => [name, is])),
  }
}

/** @throws version_conflict carrying the whole card, for comparing */
export async function checkVersion(door: Door, before: Organization): Promise<void> {
  if (before.version !== door.version) expectVersion(door, await card(door, before.id))
}

/** The top of the tree stays where it is. @throws state */
export function refuseRoot(organization: Organization, what: string): void {
  if (organization.parent_id === null)
    throw problem('state', { params: { reason: `最上级组织不能${what}` } })
}
