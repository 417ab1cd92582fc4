import type { z } from 'zod'
import type { dutyHeat } from '#domain/duties.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { periodsOf, type Duty } from '#domain/rules/duties.ts'
import { itself, readParts } from '#server/counts/recount/read.ts'
import type { Door } from '#server/door.ts'
import { readParameters } from './facts.ts'
import { dutyCounts, organsOf, tallyOf } from './recount.ts'

/**
 * One duty of a scope, period by period, summed by direct child; the scope itself, where it is an organ, stands in
 * its own row. Each cell is what `matrix` answers for that part and period.
 */
export async function heat(
  door: Door,
  { organization, year, duty }: { organization: OrganizationId; year: number; duty: Duty },
): Promise<z.input<typeof dutyHeat>> {
  const [parameters, counted] = await Promise.all([
    readParameters(door),
    readParts(door, dutyCounts(organization, year, duty)),
  ])
  const periods = periodsOf(duty, year, parameters)
  const own = { id: organization, name: counted.name, counts: itself(counted) }
  const rows = [own, ...counted.parts].filter(({ counts }) => organsOf(counts, duty, year) > 0)
  return {
    duty,
    year,
    periods: periods.map(({ key, start, end }) => ({ key, start, end })),
    rows: rows.map(({ id, name, counts }) => ({
      organizationId: id,
      organizationName: name,
      cells: periods.map((period) => {
        const { past, kept, dueNow } = tallyOf(counts, duty, period, door.today)
        return { period: period.key, past, kept, dueNow }
      }),
    })),
  }
}
