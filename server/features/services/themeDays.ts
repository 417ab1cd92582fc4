import { sql } from 'kysely'
import type { Attended } from '#domain/services.rules.ts'
import type { Door } from '#server/door.ts'

interface Asked {
  memberId: string
  servedOn: string
}

/** The signed 主题党日 that members attended on the days of their records, as the actor may know of them. */
export async function themeDaysOf(door: Door, asked: readonly Asked[]) {
  const { rows } = await sql<Attended & Asked>`
    select a.member_id as "memberId", m.held_on as "servedOn", m.title, m.started_at as "from", m.ended_at as "to"
    from (
      select distinct member_id, day
      from unnest(${asked.map(({ memberId }) => memberId)}::uuid[], ${asked.map(({ servedOn }) => servedOn)}::date[]) as w (member_id, day)
    ) w
    join attendance a on a.member_id = w.member_id and a.status = 'present'
    join meeting m on m.id = a.meeting_id and m.held_on = w.day and m.status in ('signed', 'archived') and 'theme-day' = any (m.types)
    order by m.started_at`.execute(door.db)
  return (memberId: string, day: string): Attended[] =>
    rows.filter((one) => one.memberId === memberId && one.servedOn === day)
}
