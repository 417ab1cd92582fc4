import type { z } from 'zod'
import type { dutySummary, DutySummaryFilter } from '#domain/duties.ts'
import { duties, periodsOf } from '#domain/rules/duties.ts'
import { readTotal } from '#server/counts/recount/read.ts'
import type { Door } from '#server/door.ts'
import { readParameters } from './facts.ts'
import { rateOf } from './judge.ts'
import { dutyCounts, organsOf, tallyOf } from './recount.ts'

/** One line per duty for an organization and all below it: the same cells as the matrix, summed. */
export async function summary(
  door: Door,
  { organization, year, on }: DutySummaryFilter,
): Promise<z.input<typeof dutySummary>> {
  const [parameters, total] = await Promise.all([
    readParameters(door),
    readTotal(door, dutyCounts(organization, year)),
  ])
  const by = on !== undefined && on < door.today ? on : door.today
  const lines = duties.map((duty) => {
    const line = {
      duty,
      organs: organsOf(total, duty, year),
      past: 0,
      kept: 0,
      missing: 0,
      dueNow: 0,
    }
    for (const period of periodsOf(duty, year, parameters)) {
      const found = tallyOf(total, duty, period, by)
      line.past += found.past
      line.kept += found.kept
      line.missing += found.missing
      line.dueNow += found.dueNow
    }
    return { ...line, rate: rateOf(line) }
  })
  return { organizationId: organization, year, duties: lines }
}
