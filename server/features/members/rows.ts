import { sql, type RawBuilder } from 'kysely'
import type { MemberRow } from '#domain/members.ts'
import { partyAge } from '#domain/rules/membership.ts'
import type { Day } from '#domain/dates.ts'
import type { Door } from '#server/door.ts'
import { isOnProbation, probationEnds } from './probationEnds.ts'

/** A row as the statement answers it: what is reckoned from its days is not in it. */
type Reckoned = 'partyAge' | 'probationEndsOn'
export type StoredRow = Omit<MemberRow, Reckoned>

/** Where a member stands, for `member m`: the organization, and its branch where that is a group. */
export const placeJoins = sql`
  join organization o on o.id = m.organization_id
  left join organization b on b.id = o.parent_id and o.kind = 'group'`

/** Columns of a roster's row, after {@link placeJoins}; for the rows of one page, since posts are gathered for each. */
export const rowColumns = (on: Day, elsewhere = sql`false`): RawBuilder<unknown> => sql`
  m.id, ${elsewhere} as elsewhere, m.name, m.sex, m.ethnicity, m.stage, m.standing, m.leaving, m.rights, m.relation, m.mobile, m.lost,
  o.id as "organizationId", o.name as "organizationName",
  coalesce(b.id, o.id) as "branchId", coalesce(b.name, o.name) as "branchName",
  m.id_mask as "idNumber", m.phone_mask as phone, m.address_mask as address, m.birth_on as "birthOn",
  m.native_place as "nativePlace", m.education, m.degree, m.school, m.job, m.work_started_on as "workStartedOn",
  m.applied_on as "appliedOn", m.joined_on as "joinedOn", m.full_on as "fullOn", m.letter_until as "letterUntil", m.probation_until as "probationUntil",
  m.party_age_from as "partyAgeFrom", m.party_age_reason as "partyAgeReason", m.lost_since as "lostSince", m.version,
  array(select p.post from post p where p.member_id = m.id and p.started_on <= ${on}
    and (p.ended_on is null or p.ended_on >= ${on}) group by p.post order by min(p.started_on), p.post) as posts`

/** The rows with what is reckoned from their days, as of one day. */
export async function toRows<R extends StoredRow>(
  door: Door,
  rows: readonly R[],
  on: Day = door.today,
) {
  const ends = rows.some(isOnProbation) ? await probationEnds(door) : null
  return rows.map((row) => {
    const { stage, fullOn, partyAgeFrom: overrideFrom } = row
    return {
      ...row,
      partyAge: stage === 'full' ? partyAge({ fullOn, overrideFrom }, on) : null,
      probationEndsOn: row.probationUntil ?? ends?.(row) ?? null,
    }
  })
}
