import { sql } from 'kysely'
import type { Received, Returned } from '#domain/contract.ts'
import type { membersContract } from '#domain/members.contract.ts'
import type { Door } from '#server/door.ts'

type Contract = typeof membersContract
type Ledger = Returned<Contract['ledger']>

/** A member's own book of a year: every signed meeting whose roster held the member, newest first. */
export async function ledger(
  door: Door,
  { params, query }: Received<Contract['ledger']>,
): Promise<Ledger> {
  const { rows: meetings } = await sql<Ledger['meetings'][number]>`
    select g.id as "meetingId", g.held_on as "heldOn", g.title, g.types, o.name as "organizationName", a.status as attendance,
      case when k.id is null then null when k.done_on is not null then 'done' when k.due_on < ${door.today} then 'overdue' else 'open' end as "makeupState"
    from attendance a
    join meeting g on g.id = a.meeting_id
    join organization o on o.id = g.organization_id
    left join makeup k on k.meeting_id = g.id and k.member_id = a.member_id
    where a.member_id = ${params.id} and g.status in ('signed', 'archived')
      and g.held_on between ${`${query.year}-01-01`} and ${`${query.year}-12-31`}
    order by g.held_on desc, g.started_at desc, g.id`.execute(door.db)
  const counted = (status: string) =>
    meetings.filter(({ attendance }) => attendance === status).length
  return {
    year: query.year,
    expected: meetings.length,
    present: counted('present'),
    leave: counted('leave'),
    absent: counted('absent'),
    meetings,
  }
}
