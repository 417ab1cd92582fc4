import { sql } from 'kysely'
import { problem } from '#domain/errors.ts'
import { judgeService, themeDayBeside } from '#domain/services.rules.ts'
import type { ServiceEvent, ServiceRecord, ServiceRow } from '#domain/services.ts'
import { whyNot, whyNotJudge, type ServiceMove } from '#domain/services.states.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { rowColumns, rowSource } from './queries.ts'
import { themeDaysOf, type Stored } from './themeDays.ts'

type Row = Stored<ServiceRow & { events: ServiceEvent[]; returnReason: string | null }>

/** @throws not_found */
export async function readService(door: Door, id: string): Promise<ServiceRecord> {
  const { rows } = await sql<Row>`
    select ${rowColumns(door)}, s.events, s.return_reason as "returnReason" from ${rowSource} where s.id = ${id}`.execute(
    door.db,
  )
  const [stored] = rows
  if (!stored) throw problem('not_found')
  // What stands was judged when it was kept; what is left to say is the meeting at the same time.
  const held = await themeDaysOf(door, [stored])
  const themeDays = held(stored)
  const verdicts = judgeService(stored, { today: door.today, beside: [], themeDays })
  const themeDay = themeDayBeside(stored, themeDays)?.title ?? null
  return { ...stored, themeDay, verdicts }
}

/** The rows of several records, in the order in which they were entered. */
export async function storedRows(door: Door, ids: readonly string[]): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select ${rowColumns(door)} from ${rowSource} where s.id = any (${[...ids]}::uuid[]) order by s.id`.execute(
    door.db,
  )
  return rows
}

/** The record that a move is about. @throws not_found, version_conflict, state */
export async function readForMove(
  door: Door,
  id: string,
  move: ServiceMove,
): Promise<ServiceRecord> {
  const record = await readService(door, id)
  expectVersion(door, record)
  const { memberId } = actorOf(door)
  const reason =
    move === 'confirm' || move === 'sendBack'
      ? whyNotJudge(move, record, memberId)
      : whyNot(move, record.state)
  if (reason) throw problem('state', { params: { reason } })
  return record
}
