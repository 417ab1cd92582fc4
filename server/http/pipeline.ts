import type { Context } from 'hono'
import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { CalendarFile } from '#domain/calendar.ts'
import type { Operation, Received } from '#domain/contract.ts'
import { Problem, problem } from '#domain/errors.ts'
import { confidentialPermissions, scopeOf } from '#domain/permissions.ts'
import type { Tables } from '#server/db/tables.ts'
import { enterScope, Refusal, type Actor, type AuditNote, type Door } from '#server/door.ts'
import type { World } from '#server/world.ts'
import {
  answerCalendar,
  answerPicture,
  answerProblem,
  asProblem,
  languageOf,
  type Picture,
} from './answers.ts'
import { writeAudit } from './auditRow.ts'
import { authenticate, hasChanged, isDue, stillIs, type Known } from './authenticate.ts'
import { checkAnswer } from './checkAnswer.ts'
import { canonical } from '#server/digest.ts'
import { claim, claimAhead, isClaimed, keep, type Submission } from './idempotency.ts'
import { bearerOf, clientAddressOf, isUntouched, keyOf, versionOf } from './requestHeaders.ts'
import { collectIds } from './ids.ts'
import type { Implemented } from './implement.ts'
import { openDoor, type Move, type OpenDoor, type Opening } from './openDoor.ts'
import { parseInput } from './parse.ts'
import { expectProved } from './passwordAgain.ts'
import { tellRefusal, type Told } from './refusals.ts'
import type { Remembered } from './remembered.ts'
import { checkIds, stillStand } from './scopeCheck.ts'

export type Handler = (door: Door, input: Received<Operation>) => Promise<unknown>

const refusalOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  throw error
}

/**
 * Operations that go on while the disk is nearly full, into the room that is left for them (`freeSpace.ts`): who may
 * read must be able to come in, and to leave a screen that others use.
 */
const whileStoreIsFull = new Set(['session.start', 'session.startDemo', 'session.end'])

/** What all operations of one app share. */
export interface House {
  world: World
  features: readonly Implemented[]
  sessions: Remembered<Known>
  /** The paths of organizations, by id. */
  places: Remembered<string>
  /** What was told of refusals within the last minute. */
  refusals: Remembered<Told>
}

/**
 * One operation from request to answer, in one transaction: parse, authenticate, permission, claim
 * the submission, check every id, run the handler, write the audit row, keep the answer.
 *
 * Whose session is remembered is not asked first: the statement that enters the scope has the database compare
 * it, beside the statement that follows; the ids are compared likewise (`stillStand`). Where anything differs nothing was
 * done, and it all begins again by asking.
 */
export const serve =
  (
    { world, features, sessions, places, refusals }: House,
    operation: Operation,
    handler: Handler,
  ) =>
  async (c: Context): Promise<Response> => {
    const requestId = String(c.get('requestId'))
    let asker = null as Actor | null
    let noted: AuditNote = {}
    try {
      if (
        operation.method !== 'GET' &&
        !whileStoreIsFull.has(operation.name) &&
        world.store.readOnly()
      )
        throw problem('store_full')
      const language = languageOf(c)
      // Bad input is told only to those who may use the operation at all.
      const input = await parseInput(c, operation, language)
        .then((parts) => withHeaders(c, operation, parts))
        .catch(refusalOf)
      const token = bearerOf(c)
      const touches = !isUntouched(c) && !world.store.readOnly()
      const hash = token === null ? null : await world.sha256(token)
      const headers = new Map<string, string>()
      const opening: Opening = {
        c,
        world,
        features,
        operation,
        language,
        requestId,
        headers,
        token,
      }
      const attempt = async (remembered: Known | null) => {
        let known = remembered
        const transaction = world.db.transaction()
        const reads = remembered && operation.method === 'GET' && !operation.audit
        const mode = reads ? transaction.setAccessMode('read only') : transaction
        let moves: readonly Move[] = []
        const result = await mode.execute(async (db) => {
          const now = world.clock()
          known ??= hash === null ? null : await authenticate(db, hash, now, touches)
          asker = known?.actor ?? null
          const door = await openDoor(opening, db, now, known)
          noted = door.noted
          moves = door.moves
          if (input instanceof Problem) throw input
          if (operation.versioned) door.version = versionOf(c)
          const valid = remembered ? stillIs(remembered, now) : undefined
          // A refusal that must commit leaves the transaction as a value.
          return through(door, opening, places, handler, input as Received<Operation>, valid).catch(
            (error: unknown) => {
              if (error instanceof Refusal) return error
              throw error
            },
          )
        })
        // Not before: a transaction that is undone has not written the use of the session either.
        if (known) sessions.keep(known.actor.sessionHash, known)
        for (const { from, to } of moves)
          places.change((path) => (path.startsWith(from) ? to + path.slice(from.length) : path))
        return result
      }
      const found = input instanceof Problem || hash === null ? undefined : sessions.find(hash)
      const remembered =
        found && mayTrust(found, operation, touches && isDue(found, world.clock())) ? found : null
      const result = await attempt(remembered).catch((error: unknown) => {
        if (!remembered || !mustAsk(error)) throw error
        headers.clear()
        sessions.forget(remembered.actor.sessionHash)
        return attempt(null)
      })
      if (result instanceof Refusal) throw result.problem
      const answer: unknown = result
      if (world.checkResponses) checkAnswer(operation, answer)
      for (const [name, value] of headers) c.header(name, value)
      if (hasVersion(answer)) c.header('ETag', `"v${answer.version}"`)
      if (operation.form === 'picture') return answerPicture(c, answer as Picture)
      if (operation.form === 'calendar') return answerCalendar(c, answer as CalendarFile)
      return c.json(answer as object)
    } catch (error) {
      const refusal = asProblem(error, world, requestId)
      if (asker && refusal.code === 'forbidden') {
        const { detail = {} } = noted
        const told = { actor: asker, detail, requestId, address: clientAddressOf(c) }
        await tellRefusal(world, refusals, operation, told)
      }
      return answerProblem(c, refusal)
    }
  }

/** A header that is missing is bad input too: without it nothing is tried by memory. @throws version_required, key_required */
function withHeaders<Input>(c: Context, operation: Operation, input: Input): Input {
  if (operation.versioned) versionOf(c)
  if (operation.method === 'POST' && operation.access.kind !== 'anyone') keyOf(c)
  return input
}

/** What it permits is worth trying; a refusal is never given by memory, nor the writing of its use left out. */
function mayTrust(known: Known, { access }: Operation, touched: boolean): boolean {
  if (access.kind !== 'permission' || known.actor.mustChangePassword || touched) return false
  return scopeOf(access.permission, known.actor) !== null
}

/** Inside the transaction: scope, ids, submission, handler, audit row, kept answer. */
async function through(
  door: OpenDoor,
  { c, operation }: Opening,
  places: House['places'],
  handler: Handler,
  input: Received<Operation>,
  valid: RawBuilder<boolean> | undefined,
): Promise<unknown> {
  const submission = await submissionOf(c, operation, door, input)
  if (operation.access.kind === 'permission') {
    const confidential = confidentialPermissions.includes(operation.access.permission)
    await enterScope(door.db, door.scope, confidential, valid)
    const addressed = collectIds(operation.params, input.params)
    collectIds(operation.query, input.query, addressed)
    const mentioned = collectIds(operation.body, input.body)
    if (!valid || !(await stillStand(door, places, addressed, mentioned))) {
      await checkIds(door, addressed, mentioned)
      for (const [id, path] of door.paths) places.keep(id, path)
    }
    // What is open to all who are signed in asks for it itself, once it knows that they may.
    await expectProved(door, operation, input.body)
  }
  if (submission && valid) await claimAhead(door.db, submission, door.now)
  else if (submission) {
    const stored = await claim(door.db, submission, door.now)
    if (stored !== null) {
      door.header('Idempotency-Replayed', 'true')
      return stored
    }
  }
  const answer = await handler(door, input).catch(async (error: unknown) => {
    // It may have refused before it asked anything: what goes ahead is heard first, for an id out of reach is the 404 of
    // always, whatever else is wrong.
    if (valid && error instanceof Problem) await hearAhead(door.db)
    throw error
  })
  if (operation.audit) await writeAudit(door, door.noted, operation.audit, answer, input.params)
  if (submission) await keep(door.db, submission, answer)
  for (const work of door.last) await work()
  return answer
}

/** Hears what waits to be sent ahead, whatever else has failed. @throws what says that all must be asked again */
async function hearAhead(db: Transaction<Tables>): Promise<void> {
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    if (mustAsk(error)) throw error
  }
}

/** What was only compared is not as it was remembered. */
const mustAsk = (error: unknown): boolean => hasChanged(error) || isClaimed(error)

async function submissionOf(
  c: Context,
  operation: Operation,
  { actor, world }: Door,
  input: unknown,
): Promise<Submission | null> {
  if (operation.method !== 'POST' || !actor) return null
  const key = keyOf(c)
  if (operation.secret) return null
  return {
    accountId: actor.accountId,
    key,
    operation: operation.name,
    requestHash: await world.sha256(
      `${operation.name}${canonical(input)}${c.req.header('if-match') ?? ''}`,
    ),
  }
}

const hasVersion = (value: unknown): value is { version: number } =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  typeof value.version === 'number'
