import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { Given, Operation } from '#domain/contract.ts'
import { dayInShanghai } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import { problem, type Language, type Problem } from '#domain/errors.ts'
import type { Assignment, Scope } from '#domain/permissions.ts'
import { ahead } from './db/ahead.ts'
import type { Tables } from './db/tables.ts'
import type { World } from './world.ts'

/** Who is asking, read anew for each request: a role change acts on the next one. */
export interface Actor {
  accountId: string
  login: string
  name: string
  memberId: string | null
  assignments: readonly Assignment[]
  sessionHash: string
  /** Its name in the log and where it is told of; null without a session. */
  sessionId: string | null
  mustChangePassword: boolean
}

/** What the pipeline writes to the audit log beside the operation's name. */
export interface AuditNote {
  target?: { kind: string; id: string | null }
  organizationId?: string | null
  /** Who did it, where nobody was signed in before: the sign-in itself; who failed at it is the login they gave. */
  actor?: { accountId: string | null; name: string }
  /** The session that begins with it. */
  session?: string
  /** Never a full id number, phone, address or password. */
  detail?: Record<string, unknown>
}

/**
 * The one way to the data: a transaction under the actor's scope. Handlers get nothing else; what
 * they do not see through it is not there for them.
 */
export interface Door {
  db: Transaction<Tables>
  world: World
  /** Null only in operations open to anyone, until one of them finds out for whom it is asked (a calendar's address). */
  actor: Actor | null
  scope: Scope
  now: Date
  /** Today in Asia/Shanghai; in a demo store, the demo clock's day. */
  today: Day
  language: Language
  requestId: string
  address: string | null
  /** As the program that asks names itself; parsed, never shown. */
  userAgent: string
  /** Bearer or cookie token of the request, for ending the session. */
  token: string | null
  /** The version in If-Match, where the operation is versioned. */
  version: number | null
  /** Of the organizations that the input names, where the pipeline has found them. */
  paths: Map<string, string>
  /**
   * What another list answers, within this transaction and under the reach of that list's own permission. Null
   * where the actor has none, or what the query names lies outside it. `page` may be longer than the list's own pages.
   */
  ask<O extends Operation>(
    operation: O,
    query: Given<O>['query'],
    page?: { page: number; size: number },
  ): Promise<z.input<O['returns']> | null>
  /** Adds to the audit row that the pipeline writes in this transaction. */
  note(note: AuditNote): void
  /** Refuses, but keeps what was written (a failed sign-in must be counted). */
  refuse(refusal: Problem): never
  /**
   * Work for the very end of the transaction, after the audit row: rows that many transactions change at once are
   * then locked for the commit alone.
   */
  atEnd(work: () => Promise<void>): void
  /** Says that what lay below the path `from` lies below `to` once this has committed: what is remembered of paths follows. */
  moved(from: string, to: string): void
  /** Headers for the answer, e.g. the new session's token. */
  header(name: string, value: string): void
}

/** A refusal that commits. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(refusal: Problem) {
    super(refusal.code)
    this.problem = refusal
  }
}

/** The actor of an operation that needs one; the pipeline has made sure. */
export function actorOf(door: Door): Actor {
  if (!door.actor) throw problem('not_signed_in')
  return door.actor
}

/** What a record keeps of an act: when, what, by whom, why. */
export const eventOf = <Action extends string>(
  door: Door,
  action: Action,
  reason: string | null = null,
) => ({ at: door.now.toISOString(), action, by: actorOf(door).name, reason })

/** Compares the caller's version with the record's. @throws version_conflict carrying the current record. */
export function expectVersion(door: Door, current: { version: number }): void {
  if (door.version !== current.version) throw problem('version_conflict', { detail: current })
}

/**
 * From here to the end of the transaction: the role that row-level security binds, and its scope.
 * `confidential` opens the talks within it; without, only the actor's own are there. Where `valid` is given
 * it must hold, or raise an error: without it nothing is entered.
 */
export async function enterScope(
  db: Transaction<Tables>,
  scope: Scope,
  confidential: boolean,
  valid?: RawBuilder<boolean>,
): Promise<void> {
  const paths = `{${scope.paths.map((path) => `"${path}"`).join(',')}}`
  await sql`select set_config('app.all', ${scope.everything ? 'on' : 'off'}, true), set_config('app.paths', ${paths}, true), set_config('app.self', ${scope.self ?? ''}, true), set_config('app.integrity', ${confidential ? 'on' : 'off'}, true), set_config('role', 'sixchains_app', true) ${valid ? sql`where ${valid}` : sql``} ${ahead}`.execute(
    db,
  )
}

/** The bureau's today: a demo store stands still at its demo day. */
export const todayOf = (now: Date, demoToday: string | null): Day => demoToday ?? dayInShanghai(now)
