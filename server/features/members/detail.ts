import { sql } from 'kysely'
import { problem } from '#domain/errors.ts'
import type { Letter, MemberDetail } from '#domain/members.ts'
import { idMatches } from '#domain/rules/idNumber.ts'
import { dateWarnings, isInTransit } from '#domain/rules/membership.ts'
import type { Door } from '#server/door.ts'
import { latestChange } from './stateEvents.ts'
import { placeJoins, rowColumns, toRows, type StoredRow } from './rows.ts'

/** One member's record, masked. @throws not_found */
export async function detail(door: Door, id: string): Promise<MemberDetail> {
  // Who is in reach is known whole.
  const { rows } = await sql<
    StoredRow & Pick<MemberDetail, 'sex' | 'ethnicity'> & { idCipher: string | null }
  >`
    select ${rowColumns(door.today)}, m.id_cipher as "idCipher"
    from member m ${placeJoins} where m.id = ${id}`.execute(door.db)
  const [found] = rows
  if (!found) throw problem('not_found')
  const { idCipher, ...stored } = found
  const [row] = await toRows(door, [stored])
  if (!row) throw problem('not_found')
  const warnings = [
    ...(idCipher ? await differences(door, idCipher, row) : []),
    ...dateWarnings(row, door.today),
  ]
  const letter = isInTransit(row.relation) ? await letterNow(door, id) : null
  return { ...row, letter, latestChange: await latestChange(door, id), warnings }
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

/** The roster follows the personnel file, which may differ from the card (三龄两历): told, not refused. */
async function differences(
  door: Door,
  idCipher: string,
  { birthOn, sex }: Pick<MemberDetail, 'birthOn' | 'sex'>,
) {
  const verdicts = idMatches(await door.world.secrets.decrypt(idCipher), { birth: birthOn, sex })
  return verdicts.filter(({ status }) => status === 'warning').map(({ code }) => code)
}
