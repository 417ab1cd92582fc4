import { sql } from 'kysely'
import { problem } from '#domain/errors.ts'
import { judgeService } from '#domain/services.rules.ts'
import type { ServiceEvent, ServiceRecord, ServiceRow } from '#domain/services.ts'
import { whyNot, whyNotJudge, type ServiceMove } from '#domain/services.states.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { rowColumns, rowSource } from './queries.ts'

type Stored = ServiceRow & { events: ServiceEvent[]; returnReason: string | null }

/** @throws not_found */
export async function readService(door: Door, id: string): Promise<ServiceRecord> {
  const { rows } = await sql<Stored>`
    select ${rowColumns(door)}, s.events, s.return_reason as "returnReason" from ${rowSource} where s.id = ${id}`.execute(
    door.db,
  )
  const [stored] = rows
  if (!stored) throw problem('not_found')
  // What stands was judged when it was kept; what is left to say is the meeting at the same time.
  const themeDays = stored.themeDay ? [{ title: stored.themeDay, from: '00:00', to: '23:59' }] : []
  const verdicts = judgeService(stored, { today: door.today, beside: [], themeDays })
  return { ...stored, verdicts }
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
