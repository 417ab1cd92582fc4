import { sql } from 'kysely'
import type { z } from 'zod'
import type { dutyHeat } from '#domain/duties.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { periodsOf, type Duty } from '#domain/rules/duties.ts'
import { narrowed, pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { gatherFacts } from './facts.ts'
import { judge } from './judge.ts'
import { namesOf } from './names.ts'

interface Cell {
  past: number
  kept: number
  dueNow: number
}

/**
 * One duty of a scope, period by period, summed by direct child; organs that hang on the scope itself
 * stand in its own row. Each cell is what `matrix` answers for that part and period.
 */
export async function heat(
  door: Door,
  { organization, year, duty }: { organization: OrganizationId; year: number; duty: Duty },
): Promise<z.input<typeof dutyHeat>> {
  const scope = await narrowed(door, 'o.path', organization)
  const facts = await gatherFacts(door, { scope, year, duties: [duty] })
  const periods = periodsOf(duty, year, facts.parameters)
  const partOf = await placeOrgans(door, organization)
  const ask = judge(facts, door.today)
  const rows = new Map<string, Map<string, Cell>>()
  for (const organ of facts.organs) {
    const [judged] = ask(organ)
    if (!judged) continue
    const part = partOf.get(organ.id) ?? organization
    const row = rows.get(part) ?? new Map<string, Cell>()
    rows.set(part, row)
    for (const { period, cell } of judged.cells) {
      const sum = row.get(period.key) ?? { past: 0, kept: 0, dueNow: 0 }
      row.set(period.key, sum)
      if (cell.past && cell.state !== 'exempt' && cell.state !== 'none') {
        sum.past += 1
        if (cell.held >= cell.required) sum.kept += 1
      }
      if (cell.state === 'due') sum.dueNow += 1
    }
  }
  const nameOf = await namesOf(door.db, [...rows.keys()])
  return {
    duty,
    year,
    periods: periods.map(({ key, start, end }) => ({ key, start, end })),
    rows: [...rows].map(([part, cells]) => ({
      organizationId: part as OrganizationId,
      organizationName: nameOf(part).organizationName,
      cells: periods.map(({ key }) => ({
        period: key,
        ...(cells.get(key) ?? { past: 0, kept: 0, dueNow: 0 }),
      })),
    })),
  }
}

/** The direct child in or below which each organ stands, by the organ's id. */
async function placeOrgans(door: Door, organization: string): Promise<Map<string, string>> {
  const path = await pathOf(door, organization)
  const end = `${path.slice(0, -1)}/`
  const steps = path.split('.').length
  const { rows } = await sql<{ placed: [organ: string, part: string][] }>`
    select coalesce(json_agg(json_build_array(o.id, c.id)), '[]') as placed
    from organization o join organization c on c.parent_id = ${organization}
      and split_part(o.path, '.', ${steps}) = split_part(c.path, '.', ${steps})
    where o.path >= ${path} collate "C" and o.path < ${end} collate "C" and o.kind in ('branch', 'group')`.execute(
    door.db,
  )
  return new Map(rows[0]?.placed)
}
