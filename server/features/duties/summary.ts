import type { z } from 'zod'
import type { dutySummary } from '#domain/duties.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { duties, type Duty } from '#domain/rules/duties.ts'
import { narrowed } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { gatherFacts } from './facts.ts'
import { judge, rateOf } from './judge.ts'

/** One line per duty for an organization and all below it: the same cells as the matrix, summed. */
export async function summary(
  door: Door,
  { organization, year }: { organization: OrganizationId; year: number },
): Promise<z.input<typeof dutySummary>> {
  const scope = await narrowed(door, 'o.path', organization)
  const facts = await gatherFacts(door, { scope, year, duties })
  const ask = judge(facts, door.today)
  const empty = (duty: Duty) => ({ duty, organs: 0, past: 0, kept: 0, missing: 0, dueNow: 0 })
  const lines = new Map(duties.map((duty) => [duty, empty(duty)]))
  for (const organ of facts.organs) {
    for (const { duty, cells, past, kept } of ask(organ)) {
      const line = lines.get(duty)
      if (!line) continue
      line.organs += 1
      line.past += past
      line.kept += kept
      for (const { cell } of cells) {
        if (cell.state === 'missing') line.missing += 1
        if (cell.state === 'due') line.dueNow += 1
      }
    }
  }
  return {
    organizationId: organization,
    year,
    duties: [...lines.values()].map((line) => ({ ...line, rate: rateOf(line) })),
  }
}
