import { sql } from 'kysely'
import { addDays } from '#domain/dates.ts'
import type { Received, Returned } from '#domain/contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard, Term } from '#domain/organizations.ts'
import { termYears, type BranchKind, type OrganizationKind } from '#domain/rules/structure.ts'
import { checkExtension, termEnd } from '#domain/rules/terms.ts'
import { narrowed } from '#server/db/tree.ts'
import { expectVersion, type Door } from '#server/door.ts'
import { card, currentTerm, ladderOf } from './card.ts'
import { lockedOpen } from './checks.ts'
import { checkElection, electCommittee } from './committee.ts'
import { nodeColumns, withTrails, type NodeRow } from './nodes.ts'

type Contract = typeof organizationsContract

/** Days before the end from which a term is due: the first reminder of the superior. */
const reminderDays = 180

/** A new term from the day of the election, with the committee that was elected; the one before ends the day before. */
export async function startTerm(
  door: Door,
  { params, body }: Received<Contract['startTerm']>,
): Promise<OrganizationCard> {
  const organization = await lockedOpen(door, params.id)
  const years = termYears(
    organization.kind as OrganizationKind,
    organization.branch_kind as BranchKind | null,
  )
  if (years === null) {
    const reason =
      organization.kind === 'group'
        ? '党小组没有法定任期，不换届'
        : '临时党支部不换届（支部工作条例第八条）'
    throw problem('state', { params: { reason } })
  }
  if (body.years > years) {
    throw invalid(
      'body.years',
      `每届任期一般 ${years} 年（${organization.kind === 'committee' ? '机关基层组织工作条例第五条' : '支部工作条例第二十一条'}），请填写不超过 ${years} 的年数`,
    )
  }
  if (body.startedOn < organization.founded_on)
    throw invalid(
      'body.startedOn',
      `不能早于成立日期 ${organization.founded_on}；成立日期有误的，请先在“修改资料”中更正`,
    )
  if (body.meetingId) await checkElection(door, organization.id, body.meetingId)
  const before = await currentTerm(door, organization.id)
  if (before) {
    if (body.startedOn <= before.startedOn)
      throw invalid('body.startedOn', `应晚于本届开始日期 ${before.startedOn}`)
    await door.db
      .updateTable('term')
      .set({ ended_on: addDays(body.startedOn, -1), version: before.version + 1 })
      .where('id', '=', before.id)
      .execute()
  }
  const id = newId()
  const endsOn = termEnd(body.startedOn, body.years)
  await door.db
    .insertInto('term')
    .values({
      id,
      organization_id: organization.id,
      started_on: body.startedOn,
      ends_on: endsOn,
      extended_to: null,
      extension_document: null,
      meeting_id: body.meetingId,
      ended_on: null,
    })
    .execute()
  const seats = body.committee
    ? await electCommittee(door, organization, { ...body, committee: body.committee })
    : null
  door.note({
    target: { kind: 'term', id },
    organizationId: organization.id,
    detail: { startedOn: body.startedOn, endsOn, ...seats },
  })
  return card(door, organization.id)
}

const extensionProblems: Record<string, [field: string, sentence: string]> = {
  'extension.no-document': ['body.documentNumber', '请填写上级党组织批准延期的文号'],
  'extension.not-later': ['body.until', '延期应晚于任期届满日'],
  'extension.over-a-year': ['body.until', '延期一般不超过 1 年（基层组织选举工作条例第三条）'],
}

/** A delay that the superior approved. @throws invalid when it is none, or longer than a year */
export async function extendTerm(
  door: Door,
  { params, body }: Received<Contract['extendTerm']>,
): Promise<OrganizationCard> {
  const row = await door.db
    .selectFrom('term')
    .select(['organization_id', 'ended_on'])
    .where('id', '=', params.id)
    .executeTakeFirst()
  if (!row) throw problem('not_found')
  const organization = await lockedOpen(door, row.organization_id)
  const term = await currentTerm(door, organization.id)
  if (!term || term.id !== params.id)
    throw problem('state', { params: { reason: '这一届已经结束' } })
  expectVersion(door, term)
  const judged = checkExtension({ endsOn: term.endsOn, ...body })
  if (judged.status !== 'met') {
    const [field, sentence] = extensionProblems[judged.code] ?? ['body.until', '延期不符合规定']
    throw invalid(field, `${sentence}，届满日 ${term.endsOn}，最晚 ${judged.facts.latest}`)
  }
  await door.db
    .updateTable('term')
    .set({
      extended_to: body.until,
      extension_document: body.documentNumber,
      version: term.version + 1,
    })
    .where('id', '=', term.id)
    .where('version', '=', term.version)
    .execute()
  door.note({
    organizationId: organization.id,
    detail: { until: body.until, documentNumber: body.documentNumber },
  })
  return card(door, organization.id)
}

type DueRow = NodeRow &
  Pick<Term, 'startedOn' | 'endsOn' | 'extendedTo' | 'extensionDocument'> & { total: number }

/** Terms that end within half a year or are over, soonest first; an approved delay counts. */
export async function termsDue(
  door: Door,
  { query }: Received<Contract['termsDue']>,
): Promise<Returned<Contract['termsDue']>> {
  const { page, size } = query
  const scope = await narrowed(door, 'o.path', query.within)
  const { rows } = await sql<DueRow>`
    with due as (
      select o.*, t.started_on, t.ends_on, t.extended_to, t.extension_document, coalesce(t.extended_to, t.ends_on) as last_day
      from term t join organization o on o.id = t.organization_id
      where t.ended_on is null and o.closed_on is null and ${scope}
        and coalesce(t.extended_to, t.ends_on) <= ${addDays(door.today, reminderDays)}
    )
    select ${nodeColumns}, o.started_on as "startedOn", o.ends_on as "endsOn", o.extended_to as "extendedTo",
      o.extension_document as "extensionDocument", (select count(*) from due) as total
    from (select * from due order by last_day, name_pinyin, id limit ${size} offset ${(page - 1) * size}) o
    order by o.last_day, o.name_pinyin, o.id`.execute(door.db)
  const hits = await withTrails(door, rows)
  const found = rows.flatMap((row, index) => {
    const hit = hits[index]
    if (!hit) return []
    const { effectiveEnd, stage, daysLeft } = ladderOf(row, door.today)
    return [{ ...hit, endsOn: effectiveEnd, stage, daysLeft }]
  })
  return { rows: found, total: rows[0]?.total ?? 0, page, size }
}
