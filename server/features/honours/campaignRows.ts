import { sql, type RawBuilder } from 'kysely'
import type { CampaignFilter, CampaignRecord, CampaignRow } from '#domain/campaigns.ts'
import { nextOf } from '#domain/campaigns.rules.ts'
import { problem } from '#domain/errors.ts'
import { pathInScope, scopeOf, type Scope } from '#domain/permissions.ts'
import { pageOf } from '#server/db/page.ts'
import { inSubtree, pathOf, reached } from '#server/db/tree.ts'
import { actorOf, type Door } from '#server/door.ts'
import { classNames } from './classes.ts'

type Stored = Omit<CampaignRow, 'className' | 'subject' | 'next' | 'nextOn'> & {
  publicityShort: boolean
}

/** Working days of a period by the holiday table as it stands, where its rows are asked for (`isWorkday`). */
const short = sql`(c.state = 'publicity' and c.publicity_days > (
  select count(*) from generate_series(c.publicity_from, c.publicity_to, '1 day') as d (day)
  left join holiday h on h.day = d.day::date
  where not coalesce(h.off, extract(isodow from d.day) > 5)))`

const columns = sql<Stored>`
  c.id, c.organization_id as "organizationId", o.name as "organizationName", c.class_code as "classCode", c.title, c.year,
  c.quota, c.state, c.nominate_from as "nominateFrom", c.nominate_to as "nominateTo", c.publicity_from as "publicityFrom",
  c.publicity_to as "publicityTo", c.decided_on as "decidedOn", c.nominated, c.version,
  (select count(*)::int from objection j where j.campaign_id = c.id and j.answered_on is null) as "openObjections",
  ${short} as "publicityShort"`

const from = sql`campaign c join organization o on o.id = c.organization_id`

/** A campaign is addressed to everybody below the organ that runs it, and seen by those above. */
function concerning(path: string): RawBuilder<boolean> {
  return sql<boolean>`(${inSubtree('o.path', path)} or starts_with(${path}, o.path))`
}

function visible({ everything, paths }: Scope): RawBuilder<boolean> {
  if (everything) return sql<boolean>`true`
  if (paths.length === 0) return sql<boolean>`false`
  return sql<boolean>`(${sql.join(paths.map(concerning), sql` or `)})`
}

/** Campaigns in which a step is due that the actor may take. */
function waiting(door: Door): RawBuilder<unknown> {
  const actor = actorOf(door)
  const today = sql`${door.today}::date`
  const managed = scopeOf('honours.manage', actor)
  if (managed)
    return sql`(${reached('o.path', managed)} and (
      (c.state = 'open' and c.nominate_to < ${today}) or c.state = 'reviewed'
      or (c.state = 'publicity' and (c.publicity_to < ${today} or ${short}
        or exists (select 1 from objection j where j.campaign_id = c.id and j.answered_on is null)))))`
  if (!scopeOf('honours.nominate', actor)) return sql`false`
  return sql`(c.state = 'open' and ${today} between c.nominate_from and c.nominate_to
    and not exists (select 1 from nomination n where n.campaign_id = c.id and n.status = 'nominated'))`
}

const life = sql`array_position(array['open', 'reviewed', 'publicity', 'decided', 'cancelled'], c.state)`
const newest = sql`c.nominate_to desc, c.id desc`
const orders: Record<CampaignFilter['sort'], RawBuilder<unknown>> = {
  nominateTo: sql`c.nominate_to, c.id`,
  '-nominateTo': newest,
  title: sql`c.title, c.id`,
  '-title': sql`c.title desc, c.id desc`,
  state: sql`${life}, ${newest}`,
  '-state': sql`${life} desc, ${newest}`,
}

export async function listCampaigns(door: Door, filter: CampaignFilter) {
  const { organization, year, classCode, state, q } = filter
  const wanted = [
    visible(door.scope),
    !!organization && concerning(await pathOf(door, organization)),
    !!year && sql`c.year = ${year}`,
    !!classCode && sql`c.class_code = ${classCode}`,
    !!state && sql`c.state = ${state}`,
    !!filter.waiting && waiting(door),
    !!q && sql`strpos(lower(c.title), lower(${q})) > 0`,
  ]
  const where = wanted.filter((one) => one !== false)
  const page = await pageOf(door.db, { columns, from, where, order: orders[filter.sort] }, filter)
  const finish = await finisher(door)
  return { ...page, rows: page.rows.map(finish) }
}

async function finisher(door: Door) {
  const named = await classNames(door.db)
  return <R extends Stored>({ publicityShort, ...row }: R) => ({
    ...named(row),
    ...nextOf({ ...row, publicityShort }, door.today),
  })
}

/** Everything of a campaign but what hangs on it. */
export type Campaign = CampaignRow &
  Pick<
    CampaignRecord,
    | 'conditions'
    | 'noticeNumber'
    | 'branchQuota'
    | 'publicityDays'
    | 'publicityPlace'
    | 'validityMonths'
    | 'reviewedOn'
    | 'expected'
    | 'present'
    | 'opinions'
    | 'documentNumber'
    | 'cancelReason'
  > & { path: string }

/**
 * One campaign that the actor may see; with `lock` it stays as it is until the transaction ends, so that two who press at
 * once do so one after the other.
 * @throws not_found
 */
export async function readCampaign(door: Door, id: string, lock = false): Promise<Campaign> {
  const { rows } = await sql<Campaign & Stored>`
    select ${columns}, o.path, c.conditions, c.notice_number as "noticeNumber", c.branch_quota as "branchQuota",
      c.publicity_days as "publicityDays", c.publicity_place as "publicityPlace", c.validity_months as "validityMonths",
      c.reviewed_on as "reviewedOn", c.expected, c.present, c.opinions, c.document_number as "documentNumber",
      c.cancel_reason as "cancelReason"
    from ${from} where c.id = ${id} ${lock ? sql`for update of c` : sql``}`.execute(door.db)
  const [stored] = rows
  if (!stored) throw problem('not_found')
  return (await finisher(door))(stored)
}

/** Only the organ that runs a campaign, or one above it, moves it on; to others it is not there. @throws not_found */
export function expectDeciding(door: Door, campaign: Campaign): void {
  if (!pathInScope(door.scope, campaign.path)) throw problem('not_found')
}
