import { sql, type Selectable } from 'kysely'
import type { Received } from '#domain/contract.ts'
import { addDays, type Day } from '#domain/dates.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { membersContract } from '#domain/members.contract.ts'
import type { MemberDetail, MemberStatus } from '#domain/members.ts'
import { daysAhead, isGone, type Leaving, type Standing } from '#domain/rules/membership.ts'
import { markMembers } from '#server/counts/recount/mark.ts'
import type { Tables } from '#server/db/tables.ts'
import { expectVersion, type Door } from '#server/door.ts'
import { detail } from './detail.ts'
import { isNewLetter, letterOf } from './letter.ts'
import { applyStates } from './states.ts'
import { extendedUntil, fullDay } from './probation.ts'
import { placeOn } from './place.ts'

type Body = Received<(typeof membersContract)['changeStatus']>['body']
type State = Selectable<Tables['member_state']>

const axes = [
  'stage',
  'standing',
  'rights',
  'relation',
  'mobile',
  'lost',
] as const satisfies readonly (keyof MemberStatus)[]

/**
 * A dated change: the running state ends the day before, a new one begins. A second change of the same
 * day corrects the first. A day to come is kept, and the record itself changes when it has come.
 */
export async function changeStatus(
  door: Door,
  { params, body }: Received<(typeof membersContract)['changeStatus']>,
): Promise<MemberDetail> {
  const [member] = await lockedMembers(door, [params.id])
  if (!member) throw problem('not_found')
  if (member.version !== door.version) expectVersion(door, await detail(door, params.id))
  checkAhead(door, body.on)
  const { organization_id: organizationId } = await beginState(door, member, body)
  await settle(door, [params.id], body.on)
  const { letter, ...rest } = body
  door.note({ organizationId, detail: { ...rest, ...letter } })
  return detail(door, params.id)
}

/** @throws invalid at `body.on` where it is further off than anybody decides beforehand */
export function checkAhead({ today }: Door, on: Day): void {
  const last = addDays(today, daysAhead)
  if (on > last) throw invalid('body.on', `最多提前 ${daysAhead} 天登记，不能晚于 ${last}`)
}

/** In one order, so that two who change the same people wait for each other. */
export const lockedMembers = (door: Door, ids: readonly string[]) =>
  door.db
    .selectFrom('member')
    .select(['id', 'name', 'organization_id', 'version', 'standing', 'joined_on', 'full_on'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

type Locked = Awaited<ReturnType<typeof lockedMembers>>[number]

/**
 * The state that a change begins; the record itself follows with {@link settle}. Nothing is written before it is
 * known that it may be.
 *
 * @throws invalid at what is wrong with it; state
 */
export async function beginState(door: Door, member: Locked, body: Body) {
  const running = await runningState(door, member.id)
  if (body.on < running.valid_from) {
    throw invalid('body.on', `当前状态自 ${running.valid_from} 起，只能登记这一天及以后的变更`)
  }
  const next = {
    ...following(running, body, door.today),
    full_on: fullDay(running, body, member),
    probation_until: await extendedUntil(door, running, body, member),
  }
  if (next.organization_id !== running.organization_id)
    await placeOn(door, next.organization_id, body.on)
  if (body.on === running.valid_from) {
    await door.db.updateTable('member_state').set(next).where('id', '=', running.id).execute()
  } else {
    await door.db
      .updateTable('member_state')
      .set({ valid_to: addDays(body.on, -1) })
      .where('id', '=', running.id)
      .execute()
    await door.db
      .insertInto('member_state')
      .values({ id: newId(), member_id: member.id, valid_from: body.on, valid_to: null, ...next })
      .execute()
  }
  await endPosts(door, member.id, next, body.on)
  return next
}

/** The records of whose states have begun, and what is counted from them. */
export async function settle(door: Door, ids: readonly string[], on: Day): Promise<void> {
  await door.db
    .updateTable('member')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .execute()
  if (on <= door.today) await applyStates(door.db, door, ids)
  await markMembers(door.db, ids)
}

/** The state with no end, which may be one to come. @throws state where the actor sees none */
export async function runningState(door: Door, memberId: string): Promise<State> {
  const running = await door.db
    .selectFrom('member_state')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  // A transfer to come may lead out of what the actor sees: then it is not the actor's to change.
  if (!running) throw problem('state', { params: { reason: '已有转往其他组织的变更待生效' } })
  return running
}

/** The new state's columns. @throws invalid when nothing would change */
function following(running: State, body: Body, today: Day) {
  const standing = body.standing ?? (running.standing as Standing)
  const next = {
    organization_id: body.organizationId ?? running.organization_id,
    stage: body.stage ?? running.stage,
    standing,
    leaving: leavingOf(running, body, standing),
    rights: body.rights ?? running.rights,
    // Nothing of theirs is on the way any more.
    relation: isGone(standing) ? 'registered' : (body.relation ?? running.relation),
    mobile: body.mobile ?? running.mobile,
    lost: body.lost ?? running.lost,
    reason: body.reason,
  }
  const letter = letterOf(running, body, next, today)
  const differs =
    next.organization_id !== running.organization_id ||
    next.leaving !== running.leaving ||
    axes.some((axis) => next[axis] !== running[axis]) ||
    ((body.letter ?? body.receiptOn) !== undefined && isNewLetter(running, letter)) ||
    (body.probationUntil ?? running.probation_until) !== running.probation_until
  if (!differs) throw invalid('body.stage', '与当前状态相同，请至少选择一项变更')
  return { ...next, ...letter }
}

/** 除名 is not 开除: how is said of everybody who leaves the Party. @throws invalid at `body.leaving` */
function leavingOf(running: State, body: Body, standing: Standing): Leaving | null {
  if (standing !== 'left') {
    if (body.leaving) throw invalid('body.leaving', '党籍选“已出党”时才填出党方式')
    return null
  }
  const how = body.leaving ?? (running.leaving as Leaving | null)
  if (!how && running.standing !== 'left')
    throw invalid('body.leaving', '请选择出党方式：除名、劝退、退党、开除或取消资格')
  const isProbationary = (body.stage ?? running.stage) === 'probationary'
  if (body.leaving === 'disqualified' && !isProbationary)
    throw invalid('body.leaving', '取消资格只用于预备党员')
  return how
}

/** Who leaves the roster, or an organization, leaves its posts there the day before, also those beyond the actor's reach. */
async function endPosts(
  door: Door,
  memberId: string,
  next: { organization_id: string; standing: string },
  on: Day,
): Promise<void> {
  const place = isGone(next.standing as Standing) ? null : next.organization_id
  await sql`select leave_posts(${memberId}::uuid, ${on}::date, ${place}::uuid)`.execute(door.db)
}
