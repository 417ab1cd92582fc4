import { monthOf } from '#domain/dates.ts'
import { serviceKind, type ServiceCountCell, type ServiceKind } from '#domain/services.ts'
import { addCounts, type CountChange } from '#server/counts/deltas.ts'
import { readCounts } from '#server/counts/read.ts'
import type { Door } from '#server/door.ts'

const visitsOf = (kind: ServiceKind) => `service:${kind}`
const recordsOf = (kind: ServiceKind) => `service-records:${kind}`

interface Counted {
  organizationId: string
  kind: ServiceKind
  servedOn: string
  visits: number
  minutes: number | null
}

const changesOf = (record: Counted, sign: 1 | -1): CountChange[] => {
  const { kind, visits, minutes } = record
  const month = monthOf(record.servedOn)
  return [
    { month, kind: visitsOf(kind), count: sign * visits, minutes: sign * (minutes ?? 0) },
    { month, kind: recordsOf(kind), count: sign },
  ]
}

/** A record counts from its confirmation (sign 1) until it is taken back (-1). */
export async function countServices(
  door: Door,
  records: readonly Counted[],
  sign: 1 | -1,
): Promise<void> {
  for (const [organizationId, some] of Map.groupBy(records, (one) => one.organizationId))
    await addCounts(door.db, organizationId, sumUp(some.flatMap((one) => changesOf(one, sign))))
}

/** A page confirmed at once is a handful of deltas, not two per record. */
function sumUp(changes: readonly CountChange[]): CountChange[] {
  const cells = Map.groupBy(changes, ({ month, kind }) => `${month} ${kind}`)
  return [...cells.values()].flatMap((cell) => {
    const [first] = cell
    if (!first) return []
    const sum = (of: (change: CountChange) => number) =>
      cell.reduce((all, change) => all + of(change), 0)
    return [
      { ...first, count: sum(({ count }) => count), minutes: sum(({ minutes = 0 }) => minutes) },
    ]
  })
}

/** Confirmed records of an organization and all below it, by month and kind. */
export async function cellsOf(
  door: Door,
  organizationId: string,
  from: string,
  to: string,
  kinds: readonly ServiceKind[] = serviceKind.options,
): Promise<ServiceCountCell[]> {
  const counts = await readCounts(door.db, {
    organizationId,
    from,
    to,
    kinds: kinds.flatMap((kind) => [visitsOf(kind), recordsOf(kind)]),
  })
  const at = new Map(counts.map((cell) => [`${cell.month} ${cell.kind}`, cell]))
  return [...new Set(counts.map(({ month }) => month))].flatMap((month) =>
    kinds.flatMap((kind) => {
      const served = at.get(`${month} ${visitsOf(kind)}`)
      const records = at.get(`${month} ${recordsOf(kind)}`)?.count ?? 0
      if (records === 0) return []
      return [{ month, kind, visits: served?.count ?? 0, minutes: served?.minutes ?? 0, records }]
    }),
  )
}

/** The year and the one before it, in one reading. */
export async function countYear(door: Door, organizationId: string, year: number) {
  const cells = await cellsOf(door, organizationId, `${year - 1}-01`, `${year}-12`)
  const of = (which: number) => cells.filter(({ month }) => month.startsWith(`${which}-`))
  return { organizationId, year, cells: of(year), previous: of(year - 1) }
}
