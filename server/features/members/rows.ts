import { sql, type RawBuilder } from 'kysely'
import type { MemberRow } from '#domain/members.ts'
import { partyAge } from '#domain/rules/membership.ts'
import type { Day } from '#domain/dates.ts'

/** A row as the statement answers it: the party age is reckoned from the dates. */
export type StoredRow = Omit<MemberRow, 'partyAge'> & { partyAgeFrom: Day | null }

/** Where a member stands, for `member m`: the organization, and its branch where that is a group. */
export const placeJoins = sql`
  join organization o on o.id = m.organization_id
  left join organization b on b.id = o.parent_id and o.kind = 'group'`

/** Columns of a roster's row, after {@link placeJoins}; for the rows of one page, since posts are gathered for each. */
export const rowColumns = (today: Day): RawBuilder<unknown> => sql`
  m.id, m.name, m.sex, m.ethnicity, m.stage, m.standing, m.rights, m.relation, m.mobile, m.lost,
  o.id as "organizationId", o.name as "organizationName",
  coalesce(b.id, o.id) as "branchId", coalesce(b.name, o.name) as "branchName",
  m.id_mask as "idNumber", m.phone_mask as phone, m.education,
  m.joined_on as "joinedOn", m.full_on as "fullOn", m.letter_until as "letterUntil", m.party_age_from as "partyAgeFrom", m.version,
  array(select p.post from post p where p.member_id = m.id and p.started_on <= ${today}
    and (p.ended_on is null or p.ended_on >= ${today}) group by p.post order by min(p.started_on), p.post) as posts`

export function toRow({ partyAgeFrom, ...row }: StoredRow, today: Day): MemberRow {
  const full = row.stage === 'full'
  const { fullOn } = row
  return { ...row, partyAge: full ? partyAge({ fullOn, overrideFrom: partyAgeFrom }, today) : null }
}
