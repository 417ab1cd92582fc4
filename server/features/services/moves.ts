import { sql, type RawBuilder } from 'kysely'
import { problem } from '#domain/errors.ts'
import type { ServiceEvent, ServiceRecord } from '#domain/services.ts'
import type { ServiceMove } from '#domain/services.states.ts'
import { actorOf, eventOf, type Door } from '#server/door.ts'
import { countServices } from './counts.ts'
import { readForMove, readService } from './record.ts'

interface Move {
  move: ServiceMove
  action: ServiceEvent['action']
  reason?: string
  set: (record: ServiceRecord) => RawBuilder<unknown>
  /** What it adds to the counts, or takes from them. */
  counts?: (record: ServiceRecord) => 1 | -1 | 0
}

/** One move from reading to the answer; of two at once one wins, the other is told. */
async function make(door: Door, id: string, { move, action, reason, set, counts }: Move) {
  const record = await readForMove(door, id, move)
  const event = JSON.stringify(eventOf(door, action, reason ?? null))
  const { rows } = await sql<{ id: string }>`
    update service_record set ${set(record)}, events = events || (${event}::jsonb || ${marks(door, move)}), version = version + 1
    where id = ${id} and version = ${record.version} returning id`.execute(door.db)
  const current = await readService(door, id)
  if (rows.length === 0) throw problem('version_conflict', { detail: current })
  const sign = counts?.(record) ?? 0
  if (sign !== 0) await countServices(door, [record], sign)
  return current
}

/** Said while it is known: a name in the history may be of two people. */
const marks = (door: Door, move: ServiceMove) =>
  move === 'confirm' || move === 'sendBack'
    ? sql`case when state = 'appealed' and returned_by = ${actorOf(door).accountId} then '{"byReturner":true}' else '{}' end::jsonb`
    : sql`'{}'::jsonb`

/** What a confirmed record counted goes with it. */
const takenBack = ({ state }: ServiceRecord) => (state === 'confirmed' ? -1 : 0)

export const confirm = (door: Door, id: string) =>
  make(door, id, {
    move: 'confirm',
    action: 'confirmed',
    set: () =>
      sql`state = 'confirmed', return_reason = null, confirmed_by = ${actorOf(door).accountId}, confirmed_at = ${door.now}`,
    counts: () => 1,
  })

export const sendBack = (door: Door, id: string, reason: string) =>
  make(door, id, {
    move: 'sendBack',
    action: 'returned',
    reason,
    set: () =>
      sql`state = 'returned', return_reason = ${reason}, returned_by = ${actorOf(door).accountId}, confirmed_by = null, confirmed_at = null`,
    counts: takenBack,
  })

export const appeal = (door: Door, id: string, reason: string) =>
  make(door, id, {
    move: 'appeal',
    action: 'appealed',
    reason,
    set: () => sql`state = 'appealed'`,
  })

export const withdraw = (door: Door, id: string, reason: string) =>
  make(door, id, {
    move: 'withdraw',
    action: 'withdrawn',
    reason,
    set: () => sql`state = 'withdrawn'`,
    counts: takenBack,
  })
