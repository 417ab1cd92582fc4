import { sql } from 'kysely'
import { problem } from '#domain/errors.ts'
import type { Day } from '#domain/dates.ts'
import type { Letter, MemberDetail } from '#domain/members.ts'
import { idMatches } from '#domain/rules/idNumber.ts'
import { dateWarnings, isInTransit, probationEnd } from '#domain/rules/membership.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import type { Door } from '#server/door.ts'
import { placeJoins, rowColumns, toRow, type StoredRow } from './rows.ts'

type Rest = Omit<
  MemberDetail,
  keyof StoredRow | 'partyAge' | 'letter' | 'probationEndsOn' | 'warnings'
>
type DetailRow = StoredRow & Rest & { idCipher: string | null }

/** One member's record, masked. @throws not_found */
export async function detail(door: Door, id: string): Promise<MemberDetail> {
  const { rows } = await sql<DetailRow>`
    select ${rowColumns(door.today)}, m.id_cipher as "idCipher",
      m.birth_on as "birthOn", m.native_place as "nativePlace", m.degree, m.school, m.job,
      m.work_started_on as "workStartedOn", m.address_mask as address, m.applied_on as "appliedOn",
      m.party_age_reason as "partyAgeReason", m.lost_since as "lostSince"
    from member m ${placeJoins} where m.id = ${id}`.execute(door.db)
  const [found] = rows
  if (!found) throw problem('not_found')
  const { idCipher, ...row } = found
  const warnings = [
    ...(idCipher ? await differences(door, idCipher, row) : []),
    ...dateWarnings(row, door.today),
  ]
  const probationEndsOn = await endOfProbation(door, row)
  return {
    ...row,
    ...toRow(row, door.today),
    partyAgeFrom: row.partyAgeFrom,
    letter: isInTransit(row.relation) ? await letterNow(door, id) : null,
    probationEndsOn,
    warnings,
  }
}

/** The letter of who is on the way today. */
async function letterNow(door: Door, memberId: string): Promise<Letter | null> {
  const { rows } = await sql<Letter>`
    select letter_number as number, letter_other as other, letter_issued_on as "issuedOn", letter_valid_until as "validUntil"
    from member_state where member_id = ${memberId} and letter_number is not null
      and valid_from <= ${door.today} and (valid_to is null or valid_to >= ${door.today})`.execute(
    door.db,
  )
  return rows[0] ?? null
}

/** By the way of counting that held when the member was accepted. */
async function endOfProbation(door: Door, { stage, joinedOn }: StoredRow): Promise<Day | null> {
  if (stage !== 'probationary' || !joinedOn) return null
  return probationEnd(joinedOn, await parameterOn(door.db, 'probation.end', joinedOn))
}

/** The roster follows the personnel file, which may differ from the card (三龄两历): told, not refused. */
async function differences(
  door: Door,
  idCipher: string,
  { birthOn, sex }: DetailRow | Omit<DetailRow, 'idCipher'>,
) {
  const verdicts = idMatches(await door.world.secrets.decrypt(idCipher), { birth: birthOn, sex })
  return verdicts.filter(({ status }) => status === 'warning').map(({ code }) => code)
}
