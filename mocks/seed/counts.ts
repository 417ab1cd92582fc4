import { monthOf } from '#domain/dates.ts'
import { organizationIdOf, planOf } from './bureau.ts'
import type { CountedSeed } from './integrityRows.ts'
import type { MeetingRecordPlan } from './records.ts'
import type { SeedRow } from './rows.ts'

const above = (key: string): string[] => {
  const { parent } = planOf(key)
  return parent === null ? [key] : [key, ...above(parent)]
}

/**
 * The rollup as folding would have left it: signed meetings by type and attendance, for each organ
 * and for all that stand above it today. Nothing is pending.
 */
export function rollupRows(
  records: readonly MeetingRecordPlan[],
  others: readonly CountedSeed[],
): SeedRow<'rollup'>[] {
  const counts = new Map<string, number>()
  for (const { organization, month, kind, count } of others) {
    for (const key of above(organization)) {
      const cell = `${organizationIdOf(key)} ${kind} ${month}`
      counts.set(cell, (counts.get(cell) ?? 0) + count)
    }
  }
  for (const { plan, content, judged, status } of records) {
    if (status !== 'signed' && status !== 'archived') continue
    const month = monthOf(content.heldOn)
    for (const key of above(plan.organization)) {
      const add = (kind: string, count: number): void => {
        const cell = `${organizationIdOf(key)} ${kind} ${month}`
        counts.set(cell, (counts.get(cell) ?? 0) + count)
      }
      for (const type of content.types) add(`meeting:${type}`, 1)
      add('meetings', 1)
      add('attendance:expected', judged.tally.expected)
      add('attendance:present', judged.tally.present)
    }
  }
  return [...counts].map(([cell, count]) => {
    const [organization_id = '', kind = '', month = ''] = cell.split(' ')
    return { organization_id, kind, month, count, minutes: 0 }
  })
}
