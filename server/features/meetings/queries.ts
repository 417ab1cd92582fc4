import { sql, type RawBuilder } from 'kysely'
import { invalid } from '#domain/errors.ts'
import type { MeetingFilter, MeetingRow } from '#domain/meetings.ts'
import { periodOf } from '#domain/meetings.rules.ts'
import { countedStatuses } from '#domain/meetings.states.ts'
import { isYearly } from '#domain/rules/duties.ts'
import { inSubtree, mayReach, pathOf, visibleTo } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { pageOf } from '#server/db/page.ts'

/** A row of the list; `m` is the meeting, `o` its organ. */
export const rowColumns = sql<MeetingRow>`
  m.id, m.organization_id as "organizationId", o.name as "organizationName", m.types, m.title, m.held_on as "heldOn",
  m.started_at as "startedAt", m.ended_at as "endedAt", m.place, m.status, m.expected, m.present, m.on_leave as leave, m.absent,
  m.resolution_count as "resolutionCount", m.correction_count as "correctionCount", m.verdict,
  m.entered_late as "enteredLate", m.return_reason as "returnReason", m.version`

export const rowSource = sql`meeting m join organization o on o.id = m.organization_id`

export async function listMeetings(door: Door, filter: MeetingFilter) {
  const where = [...(await placed(door, filter)), ...conditions(door, filter)]
  const listing = { columns: rowColumns, from: rowSource, where, order: orders[filter.sort] }
  return pageOf(door.db, listing, filter)
}

/** Where: in the tree as it stands, but what counts for a branch because its groups held it, in the tree of that day. */
async function placed(
  door: Door,
  { organization, direct, period, types }: MeetingFilter,
): Promise<RawBuilder<unknown>[]> {
  const byGroups = period !== undefined && !direct && types?.[0] === 'life-meeting'
  if (!organization || !byGroups) return [await visible(door, organization)]
  return [
    await visible(door, undefined),
    stoodBelow(organization, await pathOf(door, organization)),
  ]
}

/**
 * The branch of a group as `group_rounds` counts it (0029): in which it stood when it met, wherever it has gone since.
 * Whatever ever stood there is found by an index first, or every meeting of the period would be asked where it stood.
 */
function stoodBelow(organization: string, path: string): RawBuilder<unknown> {
  const below = inSubtree('there.path', path)
  return sql`(m.organization_id in (
      select there.id from organization there where ${below}
      union select h.organization_id from organization_history h join organization there on there.id = h.parent_id
      where ${below})
    and (m.organization_id = ${organization} or exists (
      select 1 from organization there where ${below} and there.id = coalesce((
        select h.parent_id from organization_history h
        where o.kind = 'group' and h.organization_id = o.id and h.valid_from <= m.held_on
          and (h.valid_to is null or h.valid_to >= m.held_on)
        limit 1), o.id))))`
}

/** What the actor may see: the subtree, and as a member the signed meetings whose list named them. */
const visible = (door: Door, within: string | undefined) =>
  visibleTo(
    door,
    'o.path',
    within,
    (self) => sql`m.status = any (${[...countedStatuses]}::text[]) and ${attendedBy(self)}`,
  )

const attendedBy = (memberId: string) =>
  sql`exists (select 1 from attendance a where a.meeting_id = m.id and a.member_id = ${memberId})`

function conditions(door: Door, filter: MeetingFilter): RawBuilder<unknown>[] {
  const { organization, direct, year, from, to, types, statuses, member, verdicts, hand, q } =
    filter
  const wanted: (RawBuilder<unknown> | false)[] = [
    !!organization && !!direct && sql`m.organization_id = ${organization}`,
    !!year && sql`m.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`,
    !!from && sql`m.held_on >= ${from}::date`,
    !!to && sql`m.held_on <= ${to}::date`,
    !!types && sql`m.types && ${types}::text[]`,
    !!statuses && sql`m.status = any (${statuses}::text[])`,
    // Said once more in the words of the index of those that nobody has signed, who are few.
    !!statuses &&
      !statuses.some((one) => (countedStatuses as readonly string[]).includes(one)) &&
      sql`m.status in ('draft', 'submitted')`,
    !!member && attendedBy(member),
    !!verdicts && sql`m.verdict = any (${verdicts}::text[])`,
    !!hand && mayReach(door, `meetings.${hand}`, 'o.path'),
    // Of the agenda item by item: its JSON has signs of its own. The minutes are not read.
    !!q &&
      sql`(strpos(lower(m.title), lower(${q})) > 0 or exists (
        select 1 from jsonb_array_elements_text(m.agenda) item where strpos(lower(item), lower(${q})) > 0))`,
    !!filter.period && ofPeriod(filter, filter.period),
  ]
  return wanted.filter((one) => one !== false)
}

/**
 * The meetings that count for a duty's period: `belongsTo` of domain/rules/duties, in SQL. Without chosen states only
 * those that keep the duty.
 */
function ofPeriod({ types, statuses }: MeetingFilter, key: string): RawBuilder<unknown> {
  const [type, ...others] = types ?? []
  if (!type || others.length > 0) throw invalid('query.types', '按周期查看时请选择一种会议类型')
  const period = periodOf(type, key)
  if (!period) throw invalid('query.period', '组织生活会和民主评议按年度查看')
  const counted = statuses ? sql`true` : sql`m.status = any (${[...countedStatuses]}::text[])`
  if (!isYearly(type))
    return sql`(${counted} and m.held_on between ${period.start}::date and ${period.end}::date)`
  return sql`(${counted} and m.held_on between ${period.start}::date and ${period.dueBy}::date
    and coalesce(m.assessment_year, extract(year from m.held_on)) = ${Number(key)}::int)`
}

const life = sql`array_position(array['draft', 'submitted', 'signed', 'archived'], m.status)`
const newest = sql`m.held_on desc, m.started_at desc, m.id desc`

const orders: Record<MeetingFilter['sort'], RawBuilder<unknown>> = {
  heldOn: sql`m.held_on, m.started_at, m.id`,
  '-heldOn': newest,
  organization: sql`o.name_pinyin, o.id, ${newest}`,
  '-organization': sql`o.name_pinyin desc, o.id desc, ${newest}`,
  status: sql`${life}, ${newest}`,
  '-status': sql`${life} desc, ${newest}`,
}
