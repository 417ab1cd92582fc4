import { sql } from 'kysely'
import type { MeetingRecord } from '#domain/meetings.ts'
import { themeDayBeside, type Attended } from '#domain/services.rules.ts'
import type { ServiceRow } from '#domain/services.ts'
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

type Noted = Pick<ServiceRow, 'id' | 'memberId' | 'servedOn' | 'from' | 'to' | 'themeDay'>

/** Theme days that were signed after the records were made. */
export async function noteThemeDays(door: Door, records: readonly Noted[]): Promise<void> {
  await keep(door, records, (record, title) => title ?? record.themeDay)
}

/**
 * A 主题党日 was signed, or its signature taken back: the records of that day of who attended say so from now on, or no
 * longer, also those that are confirmed. Counts and versions stay, for nothing of the record is another.
 */
export async function themeDayTurned(
  door: Door,
  { types, heldOn, attendance }: MeetingRecord,
): Promise<void> {
  if (!types.includes('theme-day')) return
  const present = attendance.filter(({ status }) => status === 'present')
  // Locked: who is confirming one of them may be writing the day down.
  const { rows } = await sql<Noted>`
    select id, member_id as "memberId", served_on as "servedOn", started_at as "from", ended_at as "to", theme_day as "themeDay"
    from service_record
    where member_id = any (${present.map(({ memberId }) => memberId)}::uuid[]) and served_on = ${heldOn}::date
    order by id for no key update`.execute(door.db)
  await keep(door, rows, (_, title) => title)
}

async function keep(
  door: Door,
  records: readonly Noted[],
  say: (record: Noted, title: string | null) => string | null,
): Promise<void> {
  const held = await themeDaysOf(door, records)
  for (const record of records) {
    const found = themeDayBeside(record, held(record.memberId, record.servedOn))
    const title = say(record, found?.title ?? null)
    if (title === record.themeDay) continue
    await door.db
      .updateTable('service_record')
      .set({ theme_day: title })
      .where('id', '=', record.id)
      .execute()
  }
}
