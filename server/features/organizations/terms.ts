import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays, type Day } from '#domain/dates.ts'
import type { Received, Returned } from '#domain/contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { newTerm, OrganizationCard, Term, TermCorrection } from '#domain/organizations.ts'
import { termYears, type BranchKind, type OrganizationKind } from '#domain/rules/structure.ts'
import { checkExtension, termEnd } from '#domain/rules/terms.ts'
import { pageOf } from '#server/db/page.ts'
import { narrowed } from '#server/db/tree.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { card, currentTerm, ladderOf } from './card.ts'
import { lockedOpen, type Organization } from './checks.ts'
import { checkElection, electCommittee, holdMeeting, moveElected } from './committee.ts'
import { nodeColumns, withTrails, type NodeRow } from './nodes.ts'

type Contract = typeof organizationsContract

/** Days before the end from which a term is due: the first reminder of the superior. */
const reminderDays = 180

/** A new term from the day of the election, with the committee that was elected; the one before ends the day before. */
export async function startTerm(
  door: Door,
  { params, body }: Received<Contract['startTerm']>,
): Promise<OrganizationCard> {
  // Before the organization, as a meeting that is signed or taken back comes to them: neither waits for the other.
  if (body.meetingId) await holdMeeting(door, body.meetingId)
  const organization = await lockedOpen(door, params.id)
  checkTerm(organization, body, door.today)
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
    detail: { startedOn: body.startedOn, endsOn, meetingId: body.meetingId, ...seats },
  })
  return card(door, organization.id)
}

/** The first day is that of the election, which has been held. @throws state, invalid */
function checkTerm(
  { kind, branch_kind, founded_on }: Organization,
  { startedOn, years }: Pick<z.output<typeof newTerm>, 'startedOn' | 'years'>,
  today: Day,
): void {
  const most = termYears(kind as OrganizationKind, branch_kind as BranchKind | null)
  if (most === null) {
    const reason =
      kind === 'group' ? '党小组没有法定任期，不换届' : '临时党支部不换届（支部工作条例第八条）'
    throw problem('state', { params: { reason } })
  }
  if (years > most) {
    throw invalid(
      'body.years',
      `每届任期一般 ${most} 年（${kind === 'committee' ? '机关基层组织工作条例第五条' : '支部工作条例第二十一条'}），请填写不超过 ${most} 的年数`,
    )
  }
  if (startedOn < founded_on)
    throw invalid(
      'body.startedOn',
      `不能早于成立日期 ${founded_on}；成立日期有误的，请先在“修改资料”中更正`,
    )
  if (startedOn > today) throw invalid('body.startedOn', '当选日期不能晚于今天，请在选举之后登记')
}

/**
 * The running term put right, with the end of the one before it, which was the day before, and the posts that began
 * and ended with that election. What it was stays with it. A delay that was approved stands as far as it is one of the new end; otherwise it is entered anew.
 *
 * @throws invalid, state, version_conflict
 */
export async function correctTerm(
  door: Door,
  { params, body }: Received<Contract['correctTerm']>,
): Promise<OrganizationCard> {
  const { organization, term } = await runningTerm(door, params.id)
  checkTerm(organization, body, door.today)
  const { startedOn, endsOn, extendedTo, extensionDocument, version } = term
  const now = { startedOn: body.startedOn, endsOn: termEnd(body.startedOn, body.years) }
  if (now.startedOn === startedOn && now.endsOn === endsOn)
    throw invalid('body.startedOn', '与原来登记的一样，没有要更正的')
  const before = await termBefore(door, organization.id, startedOn)
  if (before && now.startedOn <= before.started_on)
    throw invalid('body.startedOn', `应晚于上一届开始日期 ${before.started_on}`)
  if (before)
    await door.db
      .updateTable('term')
      .set({ ended_on: addDays(now.startedOn, -1), version: before.version + 1 })
      .where('id', '=', before.id)
      .execute()
  const posts =
    now.startedOn === startedOn
      ? null
      : await moveElected(door, organization.id, { from: startedOn, to: now.startedOn })
  const until = extendedTo
    ? { endsOn: now.endsOn, until: extendedTo, documentNumber: extensionDocument }
    : null
  const corrections: TermCorrection[] = [
    ...term.corrections,
    {
      at: door.now.toISOString(),
      by: actorOf(door).name,
      reason: body.reason,
      startedOn,
      endsOn,
      extendedTo,
      extensionDocument,
    },
  ]
  await door.db
    .updateTable('term')
    .set({
      started_on: now.startedOn,
      ends_on: now.endsOn,
      ...(until &&
        checkExtension(until).status !== 'met' && { extended_to: null, extension_document: null }),
      corrections: JSON.stringify(corrections),
      version: version + 1,
    })
    .where('id', '=', term.id)
    .execute()
  door.note({
    organizationId: organization.id,
    detail: { before: { startedOn, endsOn }, after: now, reason: body.reason, ...posts },
  })
  return card(door, organization.id)
}

/** The term that ended when this one began. */
const termBefore = (door: Door, organizationId: string, startedOn: Day) =>
  door.db
    .selectFrom('term')
    .select(['id', 'started_on', 'version'])
    .where('organization_id', '=', organizationId)
    .where('started_on', '<', startedOn)
    .orderBy('started_on', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The term of this id in the version that the caller read, its organization locked. @throws not_found, state, version_conflict */
async function runningTerm(door: Door, id: string) {
  const row = await door.db
    .selectFrom('term')
    .select('organization_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw problem('not_found')
  const organization = await lockedOpen(door, row.organization_id)
  const term = await currentTerm(door, organization.id)
  if (!term || term.id !== id) throw problem('state', { params: { reason: '这一届已经结束' } })
  expectVersion(door, term)
  return { organization, term }
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
  const { organization, term } = await runningTerm(door, params.id)
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

type DueRow = NodeRow & Pick<Term, 'startedOn' | 'endsOn' | 'extendedTo' | 'extensionDocument'>

/** Terms that end within half a year or are over, soonest first; an approved delay counts. */
export async function termsDue(
  door: Door,
  { query }: Received<Contract['termsDue']>,
): Promise<Returned<Contract['termsDue']>> {
  const lastDay = sql`coalesce(t.extended_to, t.ends_on)`
  const listing = {
    columns: sql<DueRow>`${nodeColumns}, t.started_on as "startedOn", t.ends_on as "endsOn",
      t.extended_to as "extendedTo", t.extension_document as "extensionDocument"`,
    from: sql`term t join organization o on o.id = t.organization_id`,
    where: [
      sql`t.ended_on is null and o.closed_on is null`,
      await narrowed(door, 'o.path', query.within),
      sql`${lastDay} <= ${addDays(door.today, reminderDays)}`,
    ],
    order: sql`${lastDay}, o.name_pinyin, o.id`,
  }
  const { rows, ...page } = await pageOf(door.db, listing, query)
  const hits = await withTrails(door, rows)
  const found = rows.flatMap((row, index) => {
    const hit = hits[index]
    if (!hit) return []
    const { effectiveEnd, stage, daysLeft } = ladderOf(row, door.today)
    return [{ ...hit, endsOn: effectiveEnd, stage, daysLeft }]
  })
  return { ...page, rows: found }
}

/** Open organs without a running term, of the kinds that have one (`termYears`); in the order of the tree. */
export async function termsUnknown(
  door: Door,
  { query }: Received<Contract['termsUnknown']>,
): Promise<Returned<Contract['termsUnknown']>> {
  const listing = {
    columns: sql<NodeRow>`${nodeColumns}`,
    from: sql`organization o`,
    where: [
      sql`o.closed_on is null and o.kind <> 'group' and o.branch_kind is distinct from 'temporary'`,
      await narrowed(door, 'o.path', query.within),
      sql`not exists (select 1 from term t where t.organization_id = o.id and t.ended_on is null)`,
    ],
    order: sql`o.path, o.id`,
  }
  const { rows, ...page } = await pageOf(door.db, listing, query)
  return { ...page, rows: await withTrails(door, rows) }
}
