import { sql, type Updateable } from 'kysely'
import { monthOf, type Day } from '#domain/dates.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId, type OrganizationId, type TalkId } from '#domain/ids.ts'
import type { NewTalk, TalkKind, TalkRecord } from '#domain/integrity.ts'
import { checkTalk } from '#domain/integrity.rules.ts'
import { addCounts } from '#server/counts/deltas.ts'
import { onRoster } from '#server/db/standings.ts'
import { inSubtree } from '#server/db/tree.ts'
import type { Tables } from '#server/db/tables.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { findFollowUp, readTalk } from './queries.ts'

interface Person {
  name: string
  organizationId: OrganizationId
  path: string
  posts: string[]
}

/** Stores a talk where the person talked to stood that day. @throws invalid */
export async function recordTalk(door: Door, body: NewTalk): Promise<TalkId> {
  const wrong = checkTalk(body, door.today)
  if (Object.keys(wrong).length > 0) throw problem('invalid', { fields: wrong })
  const talker = await personOn(door, body.talkerId, body.heldOn)
  if (!talker) throw invalid('body.talkerId', '谈话人当日不在花名册上')
  const talkee = await personOn(door, body.talkeeId, body.heldOn)
  if (!talkee) throw invalid('body.talkeeId', '谈话对象当日不在花名册上')
  const id = newId() as TalkId
  await door.db
    .insertInto('talk')
    .values({
      id,
      organization_id: talkee.organizationId,
      kind: body.kind,
      occasion: body.occasion,
      talker_id: body.talkerId,
      talkee_id: body.talkeeId,
      talker_name: talker.name,
      talkee_name: talkee.name,
      talker_posts: talker.posts,
      held_on: body.heldOn,
      place: body.place,
      reason: body.reason,
      points: body.points,
      statement: body.statement,
      acknowledged_on: null,
      recorded_by: actorOf(door).name,
      recorded_at: door.now,
      withdrawn_at: null,
      withdraw_reason: null,
    })
    .execute()
  if (body.followUps.length > 0)
    await door.db
      .insertInto('talk_follow_up')
      .values(body.followUps.map((one) => followUpRow(id, one)))
      .execute()
  await count(door, talkee.organizationId, body, 1)
  await noteTalk(door, id, talkee.path)
  return id
}

/** Name, place and posts as they were that day; null where the member was on no roster of the reach. */
async function personOn(door: Door, memberId: string, on: Day): Promise<Person | null> {
  const { rows } = await sql<Person>`
    select n.name, s.organization_id as "organizationId", o.path,
      array(select distinct p.post from post p where p.member_id = s.member_id
        and p.started_on <= ${on}::date and (p.ended_on is null or p.ended_on >= ${on}::date)) as posts
    from member_state s join organization o on o.id = s.organization_id
    join roster_names(array[${memberId}::uuid]) n on n.id = s.member_id
    where s.member_id = ${memberId} and ${onRoster('s.standing')}
      and s.valid_from <= ${on}::date and (s.valid_to is null or s.valid_to >= ${on}::date)`.execute(
    door.db,
  )
  return rows[0] ?? null
}

/**
 * Once, and once by kind, in its month, at the organization where the person stood. Only
 * `integrity/talkTotals.ts` reads these: small counts are not told.
 */
const count = (
  door: Door,
  organizationId: string,
  { kind, heldOn }: { kind: TalkKind; heldOn: Day },
  sign: 1 | -1,
) => {
  const month = monthOf(heldOn)
  return addCounts(door.db, organizationId, [
    { month, kind: 'integrity:talk', count: sign },
    { month, kind: `integrity:talk:${kind}`, count: sign },
  ])
}

/** Not where the person stands, but the root above: the audit log must not tell a group of nine whom it was about. */
async function noteTalk(door: Door, id: string, path: string): Promise<void> {
  const root = await door.db
    .selectFrom('organization')
    .select('id')
    .where(inSubtree('path', `${path.slice(0, path.indexOf('.'))}.`))
    .where('parent_id', 'is', null)
    .executeTakeFirst()
  door.note({ target: { kind: 'talk', id }, organizationId: root?.id ?? null, detail: {} })
}

const followUpRow = (talkId: string, { what, dueOn }: { what: string; dueOn: Day }) => ({
  id: newId(),
  talk_id: talkId,
  what,
  due_on: dueOn,
  done_on: null,
  result: null,
})

/** The record that an operation is about, noted for the audit log without what it says. */
export async function openTalk(door: Door, id: string): Promise<TalkRecord> {
  const talk = await readTalk(door, id)
  const place = await door.db
    .selectFrom('organization')
    .select('path')
    .where('id', '=', talk.organizationId)
    .executeTakeFirstOrThrow()
  await noteTalk(door, id, place.path)
  return talk
}

async function readStanding(door: Door, id: string): Promise<TalkRecord> {
  const talk = await openTalk(door, id)
  expectVersion(door, talk)
  if (talk.withdrawn) throw problem('state', { params: { reason: '这条谈话记录已经撤回' } })
  return talk
}

/** @throws version_conflict */
async function put(
  door: Door,
  { id, version }: TalkRecord,
  columns: Updateable<Tables['talk']>,
): Promise<void> {
  const { numUpdatedRows } = await door.db
    .updateTable('talk')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw problem('version_conflict')
}

/** The row stays, with the reason; it is counted no more. */
export async function withdrawTalk(door: Door, id: string, reason: string): Promise<void> {
  const talk = await readStanding(door, id)
  await put(door, talk, { withdrawn_at: door.now, withdraw_reason: reason })
  await count(door, talk.organizationId, talk, -1)
}

/** Only the person talked to confirms. */
export async function acknowledgeTalk(door: Door, id: string): Promise<void> {
  const talk = await readStanding(door, id)
  if (actorOf(door).memberId !== talk.talkeeId)
    throw problem('state', { params: { reason: '谈话记录由谈话对象本人确认' } })
  if (talk.acknowledgedOn) throw problem('state', { params: { reason: '这条记录已经确认' } })
  await put(door, talk, { acknowledged_on: door.today })
}

export async function addFollowUp(
  door: Door,
  id: string,
  body: { what: string; dueOn: Day },
): Promise<void> {
  const talk = await openTalk(door, id)
  if (talk.withdrawn) throw problem('state', { params: { reason: '这条谈话记录已经撤回' } })
  if (body.dueOn < talk.heldOn) throw invalid('body.dueOn', '完成期限不能早于谈话日期')
  await door.db.insertInto('talk_follow_up').values(followUpRow(id, body)).execute()
}

/** @returns the talk's id */
export async function finishFollowUp(
  door: Door,
  id: string,
  body: { doneOn: Day; result: string },
): Promise<TalkId> {
  const followUp = await findFollowUp(door, id)
  expectVersion(door, followUp)
  if (followUp.doneOn) throw problem('state', { params: { reason: '这一事项已经登记完成' } })
  const talk = await openTalk(door, followUp.talkId)
  if (talk.withdrawn) throw problem('state', { params: { reason: '这条谈话记录已经撤回' } })
  if (body.doneOn > door.today) throw invalid('body.doneOn', '完成日期不能晚于今天')
  if (body.doneOn < talk.heldOn) throw invalid('body.doneOn', '完成日期不能早于谈话日期')
  await putFollowUp(door, followUp, { done_on: body.doneOn, result: body.result })
  return followUp.talkId
}

/** Said to be done by mistake: what was said and why it is taken back stay here, for the log tells nothing of a talk. @returns the talk's id */
export async function reopenFollowUp(door: Door, id: string, reason: string): Promise<TalkId> {
  const followUp = await findFollowUp(door, id)
  expectVersion(door, followUp)
  const { doneOn, result } = followUp
  if (!doneOn) throw problem('state', { params: { reason: '这一事项还没有登记完成' } })
  const talk = await openTalk(door, followUp.talkId)
  if (talk.withdrawn) throw problem('state', { params: { reason: '这条谈话记录已经撤回' } })
  const taken = { by: actorOf(door).name, reason, doneOn, result: result ?? '' }
  await putFollowUp(door, followUp, {
    done_on: null,
    result: null,
    reopened: JSON.stringify([...followUp.reopened, taken]),
  })
  return followUp.talkId
}

/** @throws version_conflict */
async function putFollowUp(
  door: Door,
  { id, version }: { id: string; version: number },
  columns: Updateable<Tables['talk_follow_up']>,
): Promise<void> {
  const { numUpdatedRows } = await door.db
    .updateTable('talk_follow_up')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    throw problem('version_conflict', { detail: await findFollowUp(door, id) })
}
