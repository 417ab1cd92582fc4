import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { PostKind } from '#domain/organizations.ts'
import { owesCommitteeMeetings } from '#domain/rules/duties.ts'
import { within, type Span } from '#domain/rules/periods.ts'
import type { Tables } from '#server/db/tables.ts'

/** Posts that only a branch with a committee has; a secretary and a deputy stand alone too (支部工作条例 Art. 20). */
const officers: readonly PostKind[] = [
  'organization-officer',
  'publicity-officer',
  'discipline-officer',
  'youth-officer',
  'officer',
]

/** On which days a branch owes committee meetings. */
export type CommitteeDays = (branchId: string) => (on: Day) => boolean

interface Found {
  branch: string
  /** Full members on the first day, then by how many they changed and when. */
  members: [day: Day, change: number][] | null
  posts: [from: Day, to: Day | null][] | null
}

/**
 * For the branches of a scope: the full members of the branch and its groups as they were on each day of
 * a span, and the officers in office. Groups are taken to their branch of today.
 */
export async function committeeDays(
  db: Transaction<Tables>,
  scope: RawBuilder<boolean>,
  { from, to }: { from: Day; to: Day },
): Promise<CommitteeDays> {
  const { rows } = await sql<{ found: Found[] }>`
    with place as (
      select o.id, case o.kind when 'group' then o.parent_id else o.id end as branch
      from organization o where o.kind in ('branch', 'group') and ${scope}
    ), change as (
      select p.branch, greatest(s.valid_from, ${from}::date) as day, 1 as n
      from place p join member_state s on s.organization_id = p.id
      where s.stage = 'full' and s.standing = 'normal' and s.valid_from <= ${to}::date
        and (s.valid_to is null or s.valid_to >= ${from}::date)
      union all
      select p.branch, s.valid_to + 1, -1
      from place p join member_state s on s.organization_id = p.id
      where s.stage = 'full' and s.standing = 'normal' and s.valid_from <= ${to}::date
        and s.valid_to >= ${from}::date and s.valid_to < ${to}::date
    ), member as (
      select branch, json_agg(json_build_array(day, n) order by day) as changes
      from (select branch, day, sum(n) as n from change group by branch, day having sum(n) <> 0) c group by branch
    ), officer as (
      select t.organization_id as branch, json_agg(json_build_array(t.started_on, t.ended_on)) as spans
      from (
        select distinct x.organization_id, x.started_on, x.ended_on from post x join place p on p.id = x.organization_id
        where x.post = any (${[...officers]}::text[]) and x.started_on <= ${to}::date
          and (x.ended_on is null or x.ended_on >= ${from}::date)
      ) t group by t.organization_id
    )
    select coalesce(json_agg(json_build_object('branch', branch, 'members', m.changes, 'posts', o.spans)), '[]') as found
    from member m full join officer o using (branch)`.execute(db)
  const byBranch = new Map((rows[0]?.found ?? []).map((found) => [found.branch, found]))
  return (branchId) => {
    const { members, posts } = byBranch.get(branchId) ?? { members: null, posts: null }
    const spans: Span[] = (posts ?? []).map(([start, end]) => ({ from: start, to: end }))
    return (on) => {
      let fullMembers = 0
      for (const [day, change] of members ?? []) if (day <= on) fullMembers += change
      const committeePosts = spans.filter((span) => within(on, span)).length
      return owesCommitteeMeetings({ fullMembers, committeePosts })
    }
  }
}
