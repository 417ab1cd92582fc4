import { sql } from 'kysely'
import { toldBy, type Coverage, type CoverageRow } from '#domain/coverage.ts'
import { coverageVerdict } from '#domain/integrity.rules.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { readParts, sumOf } from '#server/counts/recount/read.ts'
import { inSubtree, pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { responsibilityState } from './responsibilities.ts'
import { rosterRecount } from './recount.ts'
import { talkTotals } from './talkTotals.ts'

type Counted = Omit<CoverageRow, 'talks' | 'verdict'>

/** Coverage and counts of an organization and of what stands directly below it, in one year. */
export async function coverageOf(
  door: Door,
  organizationId: OrganizationId,
  year: number,
): Promise<Coverage> {
  const path = await pathOf(door, organizationId)
  const over = `${year}-12-31` < door.today
  const [counted, talks, told] = await Promise.all([
    counts(door, organizationId, year),
    talkTotals(door, organizationId, path, year),
    responsibilities(door, path, year),
  ])
  const judged = (row: Counted, told: number | null): CoverageRow => ({
    ...row,
    talks: told,
    verdict: coverageVerdict(row, over),
  })
  const rows = counted.filter((row) => row.organizationId !== organizationId)
  const own = counted.find((row) => row.organizationId === organizationId)
  if (!own) throw new Error('the organization itself is among the counted')
  return {
    ...judged(own, talks.own),
    year,
    asOf: toldBy(year, door.today),
    talksByKind: talks.byKind,
    exact: talks.exact,
    responsibilities: told,
    rows: rows.map((row) => judged(row, talks.below.get(row.organizationId) ?? null)),
  }
}

/** How many people of an organization and all below it there are to be reached in a year, and are. */
export async function reachOf(
  door: Door,
  organizationId: OrganizationId,
  year: number,
): Promise<Pick<Counted, 'roster' | 'reached'>> {
  const counted = await counts(door, organizationId, year)
  return counted.find((row) => row.organizationId === organizationId) ?? { roster: 0, reached: 0 }
}

/** A member counts at every organization above; whoever was reached anywhere was reached. */
async function counts(door: Door, organization: string, year: number): Promise<Counted[]> {
  const told = ['roster:due', 'roster:reached', 'integrity:warning-education', 'integrity:educated']
  const { name, total, parts } = await readParts(door, {
    organization,
    byMonth: false,
    recount: { from: rosterRecount, prefix: 'roster:', year },
    which: { kinds: told, year },
  })
  return [
    { id: organization as OrganizationId, name, counts: total },
    ...parts.filter(({ closedOn }) => closedOn === null || closedOn > `${year}-01-01`),
  ].map(({ id, name: called, counts: own }) => ({
    organizationId: id,
    name: called,
    roster: sumOf(own.get('roster:due')),
    reached: sumOf(own.get('roster:reached')),
    educations: sumOf(own.get('integrity:warning-education')),
    educated: sumOf(own.get('integrity:educated')),
  }))
}

async function responsibilities(door: Door, path: string, year: number) {
  const { rows } = await sql<Coverage['responsibilities']>`
    select count(*)::int as total, count(*) filter (where r.done_on is not null)::int as done,
      count(*) filter (where ${responsibilityState(door.today)} = 'overdue')::int as overdue
    from responsibility r join organization o on o.id = r.organization_id
    where r.year = ${year} and ${inSubtree('o.path', path)}`.execute(door.db)
  return rows[0] ?? { total: 0, done: 0, overdue: 0 }
}
