import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { PostKind } from '#domain/organizations.ts'
import { owesCommitteeMeetings, type Duty } from '#domain/rules/duties.ts'
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

/** Whether what some of these duties ask depends on who sits on a committee. */
export const asksCommittee = (duties: readonly Duty[]): boolean =>
  duties.includes('committee-meeting') || duties.includes('democratic-life')

/** On which days a branch owes committee meetings, and a 党委 or 党总支 has a leading body. */
export type CommitteeDays = (organId: string) => (on: Day) => boolean

interface Found {
  branch: string
  /** Officers in office all the time: nothing else is asked. */
  always: boolean
  /** Full members on the first day, then by how many they changed and when. */
  members: [day: Day, change: number][] | null
  posts: [from: Day, to: Day | null][] | null
}

/**
 * For the branches of a scope and a span of days: the officers in office and, where there were not
 * always some, the full members of the branch and of the groups that stood in it on the day.
 */
export async function committeeDays(
  db: Transaction<Tables>,
  scope: RawBuilder<boolean>,
  { from, to }: { from: Day; to: Day },
): Promise<CommitteeDays> {
  const { rows } = await sql<{ found: Found[] }>`
    with officer as materialized (
      select x.organization_id as branch,
        range_agg(daterange(x.started_on, x.ended_on, '[]')) @> daterange(${from}::date, ${to}::date, '[]') as always,
        json_agg(json_build_array(x.started_on, x.ended_on)) as spans
      from post x join organization o on o.id = x.organization_id
      where o.kind <> 'group' and (o.kind <> 'branch' or x.post = any (${[...officers]}::text[])) and x.started_on <= ${to}::date
        and (x.ended_on is null or x.ended_on >= ${from}::date) and ${scope}
      group by x.organization_id
    ), unled as materialized (
      select o.id from organization o
      where o.kind = 'branch' and ${scope} and not exists (select 1 from officer f where f.branch = o.id and f.always)
    ), member as (
      select branch, json_agg(json_build_array(day, change) order by day) as changes
      from branch_strength(array(select id from unled), ${from}::date, ${to}::date) group by branch
    )
    select coalesce(json_agg(json_build_object('branch', branch, 'always', coalesce(f.always, false),
      'members', m.changes, 'posts', case when not f.always then f.spans end)), '[]') as found
    from member m full join officer f using (branch)`.execute(db)
  const byBranch = new Map((rows[0]?.found ?? []).map((found) => [found.branch, daysOf(found)]))
  return (organId) => byBranch.get(organId) ?? never
}

const always = () => true
const never = () => false

function daysOf({ always: lasting, members, posts }: Found): (on: Day) => boolean {
  if (lasting) return always
  const spans: Span[] = (posts ?? []).map(([from, to]) => ({ from, to }))
  return (on) => {
    let fullMembers = 0
    for (const [day, change] of members ?? []) if (day <= on) fullMembers += change
    const committeePosts = spans.filter((span) => within(on, span)).length
    return owesCommitteeMeetings({ fullMembers, committeePosts })
  }
}
