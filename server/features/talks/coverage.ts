import { sql, type RawBuilder } from 'kysely'
import { toldBy, type TalkCoverage } from '#domain/coverage.ts'
import { invalid } from '#domain/errors.ts'
import type { OrganizationId } from '#domain/ids.ts'
import type { TalkFilter } from '#domain/integrity.ts'
import { officerPosts } from '#domain/rules/studyHours.ts'
import { inSubtree, pathOf, reached } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

/**
 * Of those in posts of secretary and committee, today or at the end of a past year, how many had a 廉政谈话 in the year.
 * Told only to who may open these talks: who holds a post is known to everybody, and whoever saw the figure before and
 * after one of them came or went would know of that one, however few are held back.
 */
export async function talkCoverage(
  door: Door,
  organization: OrganizationId,
  year: number,
): Promise<TalkCoverage> {
  const { rows } = await sql<Omit<TalkCoverage, 'asOf'>>`
    with officer as (${await officersOf(door, organization, year)})
    select count(*)::int as officers, count(*) filter (where exists (
      select 1 from talk t join organization o on o.id = t.organization_id
      where t.talkee_id = officer.member_id and t.kind = 'integrity-talk' and t.withdrawn_at is null
        and ${ofYear(year)} and ${withinReach(door)}))::int as talked
    from officer`.execute(door.db)
  const [counted] = rows
  return {
    officers: counted?.officers ?? 0,
    talked: counted?.talked ?? 0,
    asOf: toldBy(year, door.today),
  }
}

/** The talks of `t` held in the year. */
export const ofYear = (year: number): RawBuilder<unknown> =>
  sql`t.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`

/** The talks with whom the coverage counts, wherever they stood when they were talked to. @throws invalid */
export async function withOfficers(
  door: Door,
  { organization, year }: Pick<TalkFilter, 'organization' | 'year'>,
): Promise<RawBuilder<unknown>> {
  if (!organization || !year)
    throw invalid('query.officers', '查看书记和班子的谈话时请选择组织和年度')
  return sql`(t.talkee_id in (${await officersOf(door, organization, year)}) and ${withinReach(door)})`
}

/** Who is in office below an organization by the day that the year is told by. */
async function officersOf(door: Door, organization: OrganizationId, year: number) {
  const on = toldBy(year, door.today)
  return sql`
    select distinct p.member_id from post p join organization place on place.id = p.organization_id
    where ${inSubtree('place.path', await pathOf(door, organization))}
      and p.post = any (${[...officerPosts]}::text[])
      and p.started_on <= ${on}::date and (p.ended_on is null or p.ended_on >= ${on}::date)`
}

/**
 * A talk stands where the person stood that day, so that one held before somebody was elected into another branch
 * counts here too. Row security shows no talk recorded beyond the reader's office, but the reader's own: without those
 * two of the same office count alike. Whose office ends lower counts, and is shown, no more than what lies below it.
 */
const withinReach = ({ scope }: Door) => reached('o.path', scope)
