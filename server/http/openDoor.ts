import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { Operation } from '#domain/contract.ts'
import type { Day } from '#domain/dates.ts'
import { problem, type Language } from '#domain/errors.ts'
import { emptyScope, scopeOf, type Scope } from '#domain/permissions.ts'
import type { Tables } from '#server/db/tables.ts'
import { Refusal, todayOf, type Actor, type AuditNote, type Door } from '#server/door.ts'
import type { World } from '#server/world.ts'
import { askWithin } from './askWithin.ts'
import type { Known } from './authenticate.ts'
import type { Implemented } from './implement.ts'
import { clientAddressOf, isForAnother, userAgentOf } from './requestHeaders.ts'

/** Operations that an account may still use while its password must be changed first. */
const whilePasswordIsDue = new Set(['session.show', 'session.end', 'session.changePassword'])

/** What is known of a request before its transaction. */
export interface Opening {
  c: Context
  world: World
  features: readonly Implemented[]
  operation: Operation
  language: Language
  requestId: string
  headers: Map<string, string>
  token: string | null
}

export interface Move {
  from: string
  to: string
}

export type OpenDoor = Door & { noted: AuditNote; last: (() => Promise<void>)[]; moves: Move[] }

/** The door of one request. @throws not_signed_in, forbidden, state */
export async function openDoor(
  { c, world, features, operation, language, requestId, headers, token }: Opening,
  db: Transaction<Tables>,
  now: Date,
  known: Known | null,
): Promise<OpenDoor> {
  const actor = known?.actor ?? null
  if (actor && operation.access.kind !== 'anyone' && isForAnother(c, actor))
    throw problem('not_signed_in')
  const scope = permit(operation, actor)
  const demoToday = known ? known.demoToday : await demoDay(db)
  const noted: AuditNote = {}
  const last: OpenDoor['last'] = []
  const moves: Move[] = []
  const door: OpenDoor = {
    db,
    world,
    actor,
    scope,
    now,
    today: todayOf(now, demoToday),
    language,
    requestId,
    address: clientAddressOf(c),
    userAgent: userAgentOf(c),
    token,
    version: null,
    paths: new Map(),
    noted,
    last,
    moves,
    atEnd: (work) => void last.push(work),
    moved: (from, to) => void moves.push({ from, to }),
    ask: (asked, query, page) => askWithin(door, asked, query, features, page),
    note: (more) => Object.assign(noted, more),
    refuse: (refusal) => {
      throw new Refusal(refusal)
    },
    header: (name, value) => headers.set(name, value),
  }
  return door
}

async function demoDay(db: Transaction<Tables>): Promise<Day | null> {
  const installation = await db.selectFrom('installation').select('demo_today').executeTakeFirst()
  return installation?.demo_today ?? null
}

function permit(operation: Operation, actor: Actor | null): Scope {
  if (operation.access.kind === 'anyone') return emptyScope
  if (!actor) throw problem('not_signed_in')
  if (actor.mustChangePassword && !whilePasswordIsDue.has(operation.name))
    throw problem('state', { params: { reason: '请先修改密码' } })
  if (operation.access.kind === 'signed-in') return emptyScope
  const scope = scopeOf(operation.access.permission, actor)
  if (!scope) throw problem('forbidden')
  return scope
}
