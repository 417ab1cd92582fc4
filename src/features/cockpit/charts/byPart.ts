import type { CockpitPart } from '#domain/cockpit.ts'
import { steps, type ChartLook } from '#ui/chart/look.ts'
import { partBars } from './base.ts'

/** Counts of one part by kind, in the order of the kinds. */
export interface PartRow {
  part: CockpitPart
  name: string
  values: readonly number[]
}

/** The parts that have something of these kinds, in their official order. */
export const byPart = (
  parts: readonly CockpitPart[],
  kinds: readonly { kind: string }[],
  own: string,
): PartRow[] =>
  parts
    .map((part) => ({
      part,
      name: part.isOwn ? own : part.name,
      values: kinds.map(({ kind }) => part.counts.find((one) => one.kind === kind)?.count ?? 0),
    }))
    .filter(({ values }) => values.some((value) => value > 0))

/** One bar a part, stacked and patterned by kind. */
export const byPartOption =
  (
    rows: readonly PartRow[],
    kinds: readonly { kind: string; name: string }[],
    chain: string,
    to: (kind: string, part: CockpitPart) => string,
  ) =>
  (look: ChartLook) => ({
    ...partBars(
      look,
      rows.map(({ name }) => name),
    ),
    aria: { enabled: true, label: { enabled: false }, decal: { show: kinds.length > 1 } },
    series: kinds.map(({ kind, name }, index) => ({
      type: 'bar' as const,
      name,
      stack: 'kinds',
      barMaxWidth: look.size * 1.43,
      color: steps(look, chain, kinds.length)[index],
      data: rows.map(({ part, values }) => ({ value: values[index] ?? 0, to: to(kind, part) })),
    })),
  })
