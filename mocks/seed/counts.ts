import { monthOf } from '#domain/dates.ts'
import { organizationIdOf, planOf } from './bureau.ts'
import type { MeetingRecordPlan } from './records.ts'
import type { SeedRow } from './rows.ts'

const above = (key: string): string[] => {
  const { parent } = planOf(key)
  return parent === null ? [key] : [key, ...above(parent)]
}

/** A counted record of another noun than the meetings. */
export interface SeedCount {
  /** Key of its organization. */
  organization: string
  month: string
  kind: string
  count: number
  minutes: number
}

/**
 * The rollup as folding would have left it: signed meetings by type and attendance, and what the other nouns count, for
 * each organ and for all that stand above it today, by month and by year. Nothing is pending.
 */
export function rollupRows(
  records: readonly MeetingRecordPlan[],
  others: readonly SeedCount[],
): SeedRow<'rollup'>[] {
  const cells = new Map<string, { count: number; minutes: number }>()
  const add = ({ organization, month, kind, count, minutes }: SeedCount): void => {
    for (const key of above(organization))
      for (const time of [month, `Y${month.slice(0, 4)}`]) {
        const cell = `${organizationIdOf(key)} ${kind} ${time}`
        const now = cells.get(cell) ?? { count: 0, minutes: 0 }
        cells.set(cell, { count: now.count + count, minutes: now.minutes + minutes })
      }
  }
  for (const { plan, content, judged, status } of records) {
    if (status !== 'signed' && status !== 'archived') continue
    const { organization } = plan
    const at = { organization, month: monthOf(content.heldOn), minutes: 0 }
    for (const type of content.types) add({ ...at, kind: `meeting:${type}`, count: 1 })
    add({ ...at, kind: 'meetings', count: 1 })
    add({ ...at, kind: 'attendance:expected', count: judged.tally.expected })
    add({ ...at, kind: 'attendance:present', count: judged.tally.present })
  }
  for (const other of others) add(other)
  return [...cells].map(([cell, sums]) => {
    const [organization_id = '', kind = '', month = ''] = cell.split(' ')
    return { organization_id, kind, month, ...sums }
  })
}
