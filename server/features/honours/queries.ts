import { sql, type RawBuilder } from 'kysely'
import type { CampaignRecord } from '#domain/campaigns.ts'
import { problem } from '#domain/errors.ts'
import { addDays } from '#domain/dates.ts'
import {
  daysToExpire,
  type HonourEvent,
  type HonourFilter,
  type HonourRecord,
  type HonourRow,
} from '#domain/honours.ts'
import { pageOf } from '#server/db/page.ts'
import { keptNameMatches } from '#server/db/search.ts'
import { mayReach, visibleTo } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { classNames } from './classes.ts'
import { expiries } from './expiry.ts'

type Stored = Omit<HonourRow, 'className' | 'subject'>

/** What an honour is on a day. */
export const stateOn = (today: string) =>
  sql`case when h.revoked_on is not null then 'revoked' when h.valid_to < ${today}::date then 'expired' else 'valid' end`

const columns = (today: string) => sql<Stored>`
  h.id, h.class_code as "classCode", h.organization_id as "organizationId", o.name as "organizationName",
  h.member_id as "memberId", h.subject_name as "subjectName", h.crew_names as crew, h.citation,
  h.decided_on as "decidedOn", h.document_number as "documentNumber", h.valid_to as "validTo",
  h.revoked_on as "revokedOn", ${stateOn(today)} as state, h.portrait, h.version`

const from = sql`honour h join organization o on o.id = h.organization_id`

/** The subtree's honours; a member's own, alone or as one of a crew. */
const visible = (door: Door, within: string | undefined) =>
  visibleTo(door, 'o.path', within, ofPerson)

const ofPerson = (memberId: string) =>
  sql`(h.member_id = ${memberId}::uuid or ${memberId}::uuid = any (h.crew))`

/** By pinyin, as members and organizations are; equal ones by the name itself. */
const byName = (direction: 'asc' | 'desc') => {
  const way = sql.raw(direction)
  return sql`coalesce(h.subject_sort, o.name_pinyin) ${way}, h.subject_name collate "C" ${way}, h.id ${way}`
}

const orders: Record<HonourFilter['sort'], RawBuilder<unknown>> = {
  decidedOn: sql`h.decided_on, h.id`,
  '-decidedOn': sql`h.decided_on desc, h.class_code, h.id desc`,
  subject: byName('asc'),
  '-subject': byName('desc'),
  organization: sql`o.path, h.decided_on desc, h.id`,
  '-organization': sql`o.path desc, h.decided_on desc, h.id`,
  class: sql`h.class_code, h.decided_on desc, h.id`,
  '-class': sql`h.class_code desc, h.decided_on desc, h.id`,
  validTo: sql`h.valid_to nulls last, h.id`,
  '-validTo': sql`h.valid_to desc nulls last, h.id`,
}

type Narrowing = Pick<HonourFilter, 'organization' | 'year' | 'classes'> &
  Partial<Pick<HonourFilter, 'direct' | 'month' | 'states' | 'member' | 'expiring' | 'q'>>

async function conditions(door: Door, filter: Narrowing): Promise<RawBuilder<unknown>[]> {
  const { organization, direct, year, month, classes, states, member, expiring, q } = filter
  const wanted = [
    await visible(door, filter.organization),
    !!organization && !!direct && sql`h.organization_id = ${organization}`,
    !!year && sql`h.decided_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`,
    !!month && sql`to_char(h.decided_on, 'YYYY-MM') = ${month}`,
    !!classes && sql`h.class_code = any (${classes}::text[])`,
    !!states && sql`${stateOn(door.today)} = any (${states}::text[])`,
    !!member && ofPerson(member),
    !!expiring &&
      sql`(h.revoked_on is null and h.valid_to between ${door.today}::date and ${addDays(door.today, daysToExpire)}::date)`,
    expiring === 'ours' &&
      sql`exists (select 1 from organization a where a.id = h.awarded_by and ${mayReach(door, 'honours.manage', 'a.path')})`,
    !!q &&
      keptNameMatches(
        sql`h.subject_name || ' ' || array_to_string(h.crew_names, ' ')`,
        q,
        (people) => sql`h.member_id in ${people} or h.crew && array${people}`,
      ),
  ]
  return wanted.filter((one) => one !== false)
}

export async function listHonours(door: Door, filter: HonourFilter) {
  const where = await conditions(door, filter)
  const listing = { columns: columns(door.today), from, where, order: orders[filter.sort] }
  const page = await pageOf(door.db, listing, filter)
  const { rows } = await sql<{ sum: number }>`
    select count(*)::int as sum from ${from} where ${sql.join(where, sql` and `)} and h.revoked_on is null`.execute(
    door.db,
  )
  const named = await classNames(door.db)
  return { ...page, rows: page.rows.map(named), sum: rows[0]?.sum ?? 0 }
}

/** More than hang on any wall; a board is one screen after another, not a page of a list. */
export const BOARD = 2_000

/** Valid today, by class, place and name. */
export async function board(
  door: Door,
  filter: Pick<HonourFilter, 'organization' | 'year' | 'classes'>,
) {
  const where = await conditions(door, { ...filter, states: ['valid'] })
  const order = sql`h.class_code, o.path, ${byName('asc')}`
  const page = await pageOf(
    door.db,
    { columns: columns(door.today), from, where, order },
    { page: 1, size: BOARD },
  )
  const named = await classNames(door.db)
  return { asOf: door.today, rows: page.rows.map(named), total: page.total }
}

/** Who is proposed or was honoured, by name and citation: told to everybody whom the campaign concerns. */
export async function publicityOf(
  door: Door,
  campaignId: string,
): Promise<CampaignRecord['publicity']> {
  const { rows } = await sql<CampaignRecord['publicity'][number]>`
    select subject_name as "subjectName", organization_name as "organizationName", citation from honour_publicity(${campaignId})`.execute(
    door.db,
  )
  return rows
}

type Full = Stored &
  Pick<
    HonourRecord,
    'campaignId' | 'campaignTitle' | 'awardedBy' | 'awardedById' | 'mayManage' | 'certificateNumber'
  > & { subjectKey: string }

/** The whole record with what happened to it and what else the same subject was given. @throws not_found */
export async function readHonour(door: Door, id: string): Promise<HonourRecord> {
  const { rows } = await sql<Full>`
    select ${columns(door.today)}, h.campaign_id as "campaignId", c.title as "campaignTitle", a.name as "awardedBy",
      a.id as "awardedById", ${mayReach(door, 'honours.manage', 'a.path')} as "mayManage", h.subject_key as "subjectKey", p.number as "certificateNumber"
    from ${from} join organization a on a.id = h.awarded_by left join campaign c on c.id = h.campaign_id
      left join honour_certificate p on p.honour_id = h.id
    where h.id = ${id}`.execute(door.db)
  const [found] = rows
  if (!found) throw problem('not_found')
  const { subjectKey, ...stored } = found
  const others = await sql<Stored>`
    select ${columns(door.today)} from ${from}
    where h.subject_key = ${subjectKey} and h.id <> ${id} and ${await visible(door, undefined)}
    order by h.decided_on desc, h.id`.execute(door.db)
  const named = await classNames(door.db)
  return {
    ...named(stored),
    events: await eventsOf(door, stored),
    others: others.rows.map(named),
  }
}

type StoredEvent = HonourEvent & { validBefore: string | null }

async function eventsOf(door: Door, honour: Stored): Promise<HonourEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select on_day as on, kind, reason, document_number as "documentNumber", by_name as by, valid_to as "validTo",
      valid_before as "validBefore", citation_before as "citationBefore", document_before as "documentBefore"
    from honour_event where honour_id = ${honour.id} order by on_day, at, id`.execute(door.db)
  const events = rows.map(({ validBefore: _validBefore, ...event }) => event)
  return [...events, ...expiries(honour, rows, door.today).map(expired)].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : rank(a) - rank(b),
  )
}

const expired = (on: string): HonourEvent => ({
  on,
  kind: 'expired',
  reason: null,
  documentNumber: null,
  by: null,
  validTo: null,
  citationBefore: null,
  documentBefore: null,
})

/** On one day: expired at its first minute, before anybody decided anything; sorting keeps the rest as they were. */
const rank = ({ kind }: HonourEvent): number => (kind === 'expired' ? 0 : 1)
