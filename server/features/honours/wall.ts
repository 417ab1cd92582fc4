import { sql } from 'kysely'
import type { Received } from '#domain/contract.ts'
import { problem } from '#domain/errors.ts'
import { honourWallContract } from '#domain/honourWall.contract.ts'
import {
  publicNotice,
  wallRow,
  type PublicNotice,
  type WallFilter,
  type WallRow,
} from '#domain/honourWall.ts'
import { pictureType } from '#domain/pictures.ts'
import type { Door } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { classNames } from './classes.ts'
import { BOARD, publicityOf } from './queries.ts'

type Contract = typeof honourWallContract

/** What was published to everybody below the organ that decided; which that is, the database's functions say. */
export const honourWall = implement(honourWallContract, {
  show: async (door, { query }) => {
    const named = await classNames(door.db)
    const hung = await hangingOn(door, query)
    return {
      asOf: door.today,
      rows: hung.rows.map((row) => wallRow.parse(named(row))),
      total: hung.total,
      notices: (await noticesOn(door)).map((one) => publicNotice.parse(named(one))),
    }
  },

  portrait: async (door, { params }: Received<Contract['portrait']>) => {
    const { rows } = await sql<{ type: string; image: Uint8Array }>`
      select type, image from honour_wall_portrait(${door.today}::date, ${params.digest})`.execute(
      door.db,
    )
    const [found] = rows
    if (!found) throw problem('not_found')
    return { type: pictureType.parse(found.type), bytes: new Uint8Array(found.image) }
  },
})

/** Valid today, in the order of the board. The id goes only to whom row-level security shows the record. */
async function hangingOn(door: Door, { year, classes }: WallFilter) {
  const wanted = [
    !!year && sql`w.decided_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`,
    !!classes && sql`w.class_code = any (${classes}::text[])`,
  ].filter((one) => one !== false)
  const { rows } = await sql<Omit<WallRow, 'className' | 'subject'> & { total: number }>`
    select (select h.id from honour h where h.id = w.id) as id, w.class_code as "classCode",
      w.organization_name as "organizationName", w.subject_name as "subjectName", w.crew_names as crew, w.citation,
      w.decided_on as "decidedOn", w.document_number as "documentNumber", w.valid_to as "validTo", w.portrait,
      count(*) over ()::int as total
    from honour_wall(${door.today}::date) w
    where ${sql.join([sql`true`, ...wanted], sql` and `)}
    order by w.class_code, w.path, w.sort, w.subject_name collate "C", w.id limit ${BOARD}`.execute(
    door.db,
  )
  return { rows, total: rows[0]?.total ?? 0 }
}

async function noticesOn(door: Door): Promise<Omit<PublicNotice, 'className'>[]> {
  const { rows } = await sql<Omit<PublicNotice, 'className' | 'nominees'> & { campaign: string }>`
    select campaign, title, class_code as "classCode", organ, publicity_from as "from", publicity_to as "to", place
    from honour_notices(${door.today}::date) order by publicity_to, title collate "C", campaign`.execute(
    door.db,
  )
  const notices: Omit<PublicNotice, 'className'>[] = []
  for (const { campaign, ...notice } of rows)
    notices.push({ ...notice, nominees: await publicityOf(door, campaign) })
  return notices
}
