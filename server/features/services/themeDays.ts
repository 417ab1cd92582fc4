import { sql } from 'kysely'
import { themeDayBeside, type Attended } from '#domain/services.rules.ts'
import type { ServiceRow } from '#domain/services.ts'
import type { Door } from '#server/door.ts'

interface OfDay {
  memberId: string
  servedOn: string
}

interface Asked extends OfDay {
  /** Where the member stood on the day. */
  organizationId: string
}

/** A row as it is stored: what it says of 主题党日 is asked of the minutes. */
export type Stored<Row extends ServiceRow = ServiceRow> = Omit<Row, 'themeDay'>

const key = ({ memberId, servedOn }: OfDay) => `${memberId} ${servedOn}`

/** The signed 主题党日 that members attended on the days of their records. */
export async function themeDaysOf(door: Door, asked: readonly Asked[]) {
  const { rows } =
    asked.length === 0
      ? { rows: [] }
      : await sql<Attended & OfDay>`
          select member_id as "memberId", served_on as "servedOn", title, started_at as "from", ended_at as "to"
          from theme_days(${asked.map(({ memberId }) => memberId)}::uuid[], ${asked.map(({ servedOn }) => servedOn)}::date[], ${asked.map(({ organizationId }) => organizationId)}::uuid[])`.execute(
          door.db,
        )
  const held = Map.groupBy(rows, key)
  return (record: OfDay): readonly Attended[] => held.get(key(record)) ?? []
}

/** The records, each with the 主题党日 that it fell into. */
export async function withThemeDays<Row extends Stored>(
  door: Door,
  records: readonly Row[],
): Promise<(Row & Pick<ServiceRow, 'themeDay'>)[]> {
  const held = await themeDaysOf(door, records)
  return records.map((record) => {
    const day = themeDayBeside(record, held(record))
    return { ...record, themeDay: day?.title ?? null }
  })
}
