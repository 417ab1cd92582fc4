import type { Updateable } from 'kysely'
import type { Received } from '#domain/contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { membersContract } from '#domain/members.contract.ts'
import type { MemberDetail, ProfileChange } from '#domain/members.ts'
import { maskIdNumber, maskPhone } from '#domain/rules/idNumber.ts'
import { markOrganizations } from '#server/counts/recount/mark.ts'
import type { Tables } from '#server/db/tables.ts'
import { expectVersion, type Door } from '#server/door.ts'
import { sqlState } from '#server/db/failures.ts'
import { personKeys } from '#server/text/pinyin.ts'
import { detail } from './detail.ts'
import { maskAddress } from './masks.ts'
import { placeOn } from './place.ts'

type Contract = typeof membersContract
type Columns = Updateable<Tables['member']>

/** A new record with its first state; the id number must not be on any roster of the installation. */
export async function create(
  door: Door,
  { body }: Received<Contract['create']>,
): Promise<MemberDetail> {
  const { organizationId, stage, on, ...profile } = body
  if (on > door.today) throw invalid('body.on', '入册日期不能晚于今天')
  checkDates(profile)
  await placeOn(door, organizationId, on)
  const id = newId()
  const columns = await columnsOf(door, profile)
  const keys = keysOf(profile.name)
  await uniqueIdNumber(
    door.db
      .insertInto('member')
      .values({
        ...columns,
        ...keys,
        id,
        organization_id: organizationId,
        name: profile.name,
        sex: profile.sex,
        ethnicity: profile.ethnicity,
        stage,
        created_at: door.now,
      })
      .execute(),
  )
  await door.db
    .insertInto('member_state')
    .values({
      id: newId(),
      member_id: id,
      organization_id: organizationId,
      stage,
      standing: 'normal',
      rights: 'normal',
      relation: 'registered',
      mobile: false,
      lost: false,
      valid_from: on,
      valid_to: null,
      reason: null,
    })
    .execute()
  await markOrganizations(door.db, [organizationId])
  door.note({ organizationId, detail: { stage, on } })
  return detail(door, id)
}

/** Changes what is named and nothing else. */
export async function change(
  door: Door,
  { params, body }: Received<Contract['change']>,
): Promise<MemberDetail> {
  const before = await door.db
    .selectFrom('member')
    .select([
      'version',
      'organization_id',
      'joined_on',
      'full_on',
      'party_age_from',
      'party_age_reason',
    ])
    .where('id', '=', params.id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!before) throw problem('not_found')
  if (before.version !== door.version) expectVersion(door, await detail(door, params.id))
  checkDates({
    joinedOn: before.joined_on,
    fullOn: before.full_on,
    partyAgeFrom: before.party_age_from,
    partyAgeReason: before.party_age_reason,
    ...body,
  })
  await uniqueIdNumber(
    door.db
      .updateTable('member')
      .set({ ...(await columnsOf(door, body)), version: before.version + 1 })
      .where('id', '=', params.id)
      .where('version', '=', before.version)
      .execute(),
  )
  // Whoever signs in as this person bears the name of the roster (ADR 20).
  const { name } = body
  if (name !== undefined)
    await door.db
      .updateTable('account')
      .set((eb) => ({ name, name_sort: keysOf(name).name_sort, version: eb('version', '+', 1) }))
      .where('member_id', '=', params.id)
      .where('name', '<>', name)
      .execute()
  door.note({ organizationId: before.organization_id, detail: { fields: Object.keys(body) } })
  return detail(door, params.id)
}

const keysOf = (name: string) => {
  const { pinyin, initials, sort } = personKeys(name)
  return { name_pinyin: pinyin, name_initials: initials, name_sort: sort }
}

/** Fields as columns, those that are not named left out; what must not be read is sealed and masked. */
async function columnsOf(door: Door, given: ProfileChange): Promise<Columns> {
  const columns: Columns = {
    name: given.name,
    sex: given.sex,
    ethnicity: given.ethnicity,
    birth_on: given.birthOn,
    native_place: given.nativePlace,
    education: given.education,
    degree: given.degree,
    school: given.school,
    job: given.job,
    work_started_on: given.workStartedOn,
    applied_on: given.appliedOn,
    joined_on: given.joinedOn,
    full_on: given.fullOn,
    party_age_from: given.partyAgeFrom,
    party_age_reason: given.partyAgeReason,
    ...(given.name !== undefined && keysOf(given.name)),
  }
  const { idNumber, phone, address } = given
  const { encrypt, mac } = door.world.secrets
  if (idNumber !== undefined) {
    columns.id_cipher = idNumber && (await encrypt(idNumber))
    columns.id_mac = idNumber && (await mac(idNumber))
    columns.id_mask = idNumber && maskIdNumber(idNumber)
  }
  if (phone !== undefined) {
    columns.phone_cipher = phone && (await encrypt(phone))
    columns.phone_mask = phone && maskPhone(phone)
  }
  if (address !== undefined) {
    columns.address_cipher = address && (await encrypt(address))
    columns.address_mask = address && maskAddress(address)
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

function checkDates({ joinedOn, fullOn, partyAgeFrom, partyAgeReason }: ProfileChange): void {
  if (joinedOn && fullOn && fullOn < joinedOn)
    throw invalid('body.fullOn', `转正日期不能早于入党日期 ${joinedOn}`)
  if (partyAgeFrom && !partyAgeReason)
    throw invalid('body.partyAgeReason', '请说明党龄起算日与转正日期不同的理由')
}

/** The database knows of everybody; the answer does not say whose number it is. */
async function uniqueIdNumber(writing: Promise<unknown>): Promise<void> {
  try {
    await writing
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : null
    if (sqlState(error) !== '23505' || constraint !== 'member_id_mac_key') throw error
    throw invalid('body.idNumber', '该证件号码已在册')
  }
}
