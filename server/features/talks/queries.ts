import { sql, type RawBuilder } from 'kysely'
import { addDays, daysBetween } from '#domain/dates.ts'
import { problem } from '#domain/errors.ts'
import { keptNameMatches } from '#server/db/search.ts'
import type {
  FollowUp,
  FollowUpFilter,
  FollowUpRow,
  TalkFilter,
  TalkRecord,
  TalkRow,
} from '#domain/integrity.ts'
import { acknowledgedVerdict, daysToAcknowledge, talkerVerdict } from '#domain/integrity.rules.ts'
import type { PostKind } from '#domain/organizations.ts'
import { pageOf } from '#server/db/page.ts'
import { visibleTo } from '#server/db/tree.ts'
import { actorOf, type Door } from '#server/door.ts'
import { ofYear, withOfficers } from './coverage.ts'

const stateOf = (today: string) =>
  sql<string>`case when f.done_on is not null then 'done' when f.due_on < ${today}::date then 'overdue' else 'open' end`

const columns = (today: string) => sql<TalkRow>`
  t.id, t.organization_id as "organizationId", o.name as "organizationName", t.kind, t.talker_id as "talkerId",
  t.talker_name as "talkerName", t.talkee_id as "talkeeId", t.talkee_name as "talkeeName", t.held_on as "heldOn", t.place,
  (select count(*)::int from talk_follow_up f where f.talk_id = t.id) as "followUps",
  (select count(*)::int from talk_follow_up f where f.talk_id = t.id and f.done_on is null) as "openFollowUps",
  (select count(*)::int from talk_follow_up f where f.talk_id = t.id and ${stateOf(today)} = 'overdue') as "overdueFollowUps",
  t.acknowledged_on as "acknowledgedOn", t.withdrawn_at is not null as withdrawn, t.version`

const source = sql`talk t join organization o on o.id = t.organization_id`

/** What the actor may see: talks in the reach of 纪检委员 or 党委书记, and those one led or was led through. */
const visible = (door: Door, within: string | undefined) =>
  visibleTo(door, 'o.path', within, (self) => sql`${self}::uuid in (t.talker_id, t.talkee_id)`)

const newest = sql`t.held_on desc, t.id desc`
/** By pinyin, as every list of names; the name itself is a copy of that day, and the person may stand elsewhere now. */
const spelled = sql`(select n.name_sort from roster_names(array[t.talkee_id]) n)`
const orders: Record<TalkFilter['sort'], RawBuilder<unknown>> = {
  heldOn: sql`t.held_on, t.id`,
  '-heldOn': newest,
  talkee: sql`${spelled}, ${newest}`,
  '-talkee': sql`${spelled} desc, ${newest}`,
}

export async function listTalks(door: Door, filter: TalkFilter) {
  const { organization, year, officers, kinds, member, states } = filter
  const { awaiting, unconfirmed, withdrawn, q, sort } = filter
  const where: (RawBuilder<unknown> | false)[] = [
    officers ? await withOfficers(door, filter) : await visible(door, organization),
    !withdrawn && sql`t.withdrawn_at is null`,
    awaiting === true &&
      sql`t.talkee_id = ${actorOf(door).memberId}::uuid and t.acknowledged_on is null and t.withdrawn_at is null`,
    !!unconfirmed && sql`t.acknowledged_on is null and t.withdrawn_at is null`,
    unconfirmed === 'late' && sql`t.held_on < ${addDays(door.today, -daysToAcknowledge)}::date`,
    !!year && ofYear(year),
    !!kinds && sql`t.kind = any (${kinds}::text[])`,
    !!member && sql`${member}::uuid in (t.talker_id, t.talkee_id)`,
    !!states &&
      sql`exists (select 1 from talk_follow_up f where f.talk_id = t.id and ${stateOf(door.today)} = any (${states}::text[]))`,
    !!q &&
      keptNameMatches(
        sql`t.talkee_name || ' ' || t.talker_name`,
        q,
        (people) => sql`t.talkee_id in ${people} or t.talker_id in ${people}`,
      ),
  ]
  return pageOf(
    door.db,
    {
      columns: columns(door.today),
      from: source,
      where: where.filter((one) => one !== false),
      order: orders[sort],
    },
    filter,
  )
}

/** Follow-ups of talks that stand; late ones first. */
export async function listFollowUps(door: Door, filter: FollowUpFilter) {
  const where: RawBuilder<unknown>[] = [
    await visible(door, filter.organization),
    sql`t.withdrawn_at is null`,
  ]
  if (filter.states) where.push(sql`${stateOf(door.today)} = any (${filter.states}::text[])`)
  return pageOf<FollowUpRow>(
    door.db,
    {
      columns: sql<FollowUpRow>`${followUpLine(door.today)}, t.kind as "talkKind", t.talkee_name as "talkeeName", o.name as "organizationName"`,
      from: sql`talk_follow_up f join ${source} on t.id = f.talk_id`,
      where,
      order: sql`f.done_on is not null, f.due_on, f.id`,
    },
    filter,
  )
}

/** Of a list. */
const followUpLine = (today: string) => sql<Omit<FollowUp, 'reopened'>>`
  f.id, f.talk_id as "talkId", f.what, f.due_on as "dueOn", f.done_on as "doneOn", f.result, ${stateOf(today)} as state, f.version`

const followUpColumns = (today: string) => sql<FollowUp>`${followUpLine(today)}, f.reopened`

/** @throws not_found */
export async function findFollowUp(door: Door, id: string): Promise<FollowUp> {
  const { rows } =
    await sql<FollowUp>`select ${followUpColumns(door.today)} from talk_follow_up f where f.id = ${id}`.execute(
      door.db,
    )
  const [found] = rows
  if (!found) throw problem('not_found')
  return found
}

type Stored = Omit<TalkRecord, 'followUpList' | 'verdicts'> & { talkerPosts: PostKind[] }

/** The whole record. @throws not_found */
export async function readTalk(door: Door, id: string): Promise<TalkRecord> {
  const { rows } = await sql<Stored>`
    select ${columns(door.today)}, t.occasion, t.reason, t.points, t.statement, t.talker_posts as "talkerPosts",
      t.recorded_by as "recordedBy", t.recorded_at as "recordedAt", t.withdraw_reason as "withdrawReason"
    from ${source} where t.id = ${id}`.execute(door.db)
  const [found] = rows
  if (!found) throw problem('not_found')
  const { talkerPosts, ...talk } = found
  const followUps = await sql<FollowUp>`
    select ${followUpColumns(door.today)} from talk_follow_up f where f.talk_id = ${id} order by f.due_on, f.id`.execute(
    door.db,
  )
  return {
    ...talk,
    followUpList: followUps.rows,
    verdicts: [
      talkerVerdict(talk.kind, talkerPosts),
      acknowledgedVerdict(talk, daysBetween(talk.heldOn, door.today)),
    ],
  }
}
