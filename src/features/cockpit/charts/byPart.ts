import type { CockpitPart } from '#domain/cockpit.ts'
import { steps, type ChartLook } from '#ui/chart/look.ts'
import { axisLook, base } from './base.ts'

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

/** Bars to the right, one a part, stacked and patterned by kind; the first part stands on top. */
export const byPartOption =
  (
    rows: readonly PartRow[],
    kinds: readonly { kind: string; name: string }[],
    chain: string,
    to: (kind: string, part: CockpitPart) => string,
  ) =>
  (look: ChartLook) => ({
    ...base(look),
    aria: { enabled: true, decal: { show: kinds.length > 1 } },
    tooltip: {
      ...base(look).tooltip,
      trigger: 'axis' as const,
      axisPointer: { type: 'shadow' as const },
    },
    legend: {
      bottom: 0,
      type: 'scroll' as const,
      textStyle: { color: look.ink2, fontSize: look.size * 0.86 },
      itemWidth: 14,
      itemHeight: 10,
    },
    grid: { top: 4, left: 4, right: 16, bottom: look.size * 2.6, containLabel: true },
    xAxis: { ...axisLook(look), type: 'value' as const, minInterval: 1 },
    yAxis: {
      ...axisLook(look),
      type: 'category' as const,
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLabel: {
        ...axisLook(look).axisLabel,
        width: look.size * 12,
        overflow: 'truncate' as const,
      },
    },
    series: kinds.map(({ kind, name }, index) => ({
      type: 'bar' as const,
      name,
      stack: 'kinds',
      barMaxWidth: 20,
      color: steps(look, chain, kinds.length)[index],
      data: rows.map(({ part, values }) => ({ value: values[index] ?? 0, to: to(kind, part) })),
    })),
  })
