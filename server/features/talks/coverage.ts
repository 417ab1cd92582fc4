import { sql } from 'kysely'
import type { TalkCoverage } from '#domain/coverage.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { officerPosts } from '#domain/rules/studyHours.ts'
import { inSubtree, pathOf } from '#server/db/tree.ts'
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
  const last = `${year}-12-31`
  const asOf = last < door.today ? last : door.today
  const { rows } = await sql<Omit<TalkCoverage, 'asOf'>>`
    with officer as (
      select distinct p.member_id from post p join organization o on o.id = p.organization_id
      where ${inSubtree('o.path', await pathOf(door, organization))} and p.post = any (${[...officerPosts]}::text[])
        and p.started_on <= ${asOf}::date and (p.ended_on is null or p.ended_on >= ${asOf}::date)
    )
    select count(*)::int as officers, count(*) filter (where exists (
      select 1 from talk t where t.talkee_id = officer.member_id and t.kind = 'integrity-talk'
        and t.withdrawn_at is null and t.held_on between ${`${year}-01-01`}::date and ${last}::date))::int as talked
    from officer`.execute(door.db)
  const [counted] = rows
  return { officers: counted?.officers ?? 0, talked: counted?.talked ?? 0, asOf }
}
