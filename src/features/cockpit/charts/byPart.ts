import type { CockpitPart } from '#domain/cockpit.ts'
import { steps, type ChartLook } from '#ui/chart/look.ts'
import { partBars } from './base.ts'

/** What one colour stands for: a kind, or those that are told together. */
export interface Kinds {
  name: string
  kinds: readonly string[]
}

/** So many colours are still told apart (`steps`). */
const COLOURS = 7

/** Each kind by itself; where they are too many, from the seventh on all in one. */
export function folded(kinds: readonly { kind: string; name: string }[], rest: string): Kinds[] {
  const own = kinds.length > COLOURS ? COLOURS - 1 : kinds.length
  const more = kinds.slice(own).map(({ kind }) => kind)
  return [
    ...kinds.slice(0, own).map(({ kind, name }) => ({ name, kinds: [kind] })),
    ...(more.length > 0 ? [{ name: rest, kinds: more }] : []),
  ]
}

/** Counts of one part by kind, in the order of the kinds. */
export interface PartRow {
  part: CockpitPart
  name: string
  values: readonly number[]
}

/** The parts that have something of these kinds, in their official order. */
export const byPart = (
  parts: readonly CockpitPart[],
  groups: readonly Kinds[],
  own: string,
): PartRow[] =>
  parts
    .map((part) => ({
      part,
      name: part.isOwn ? own : part.name,
      values: groups.map(({ kinds }) =>
        part.counts
          .filter(({ kind }) => kinds.includes(kind))
          .reduce((sum, { count }) => sum + count, 0),
      ),
    }))
    .filter(({ values }) => values.some((value) => value > 0))

/** One bar a part, stacked and patterned by kind. */
export const byPartOption =
  (
    rows: readonly PartRow[],
    groups: readonly Kinds[],
    chain: string,
    to: (kinds: readonly string[], part: CockpitPart) => string,
  ) =>
  (look: ChartLook) => ({
    ...partBars(
      look,
      rows.map(({ name }) => name),
    ),
    aria: { enabled: true, label: { enabled: false }, decal: { show: groups.length > 1 } },
    series: groups.map(({ kinds, name }, index) => ({
      type: 'bar' as const,
      name,
      stack: 'kinds',
      barMaxWidth: look.size * 1.43,
      color: steps(look, chain, groups.length)[index],
      data: rows.map(({ part, values }) => ({ value: values[index] ?? 0, to: to(kinds, part) })),
    })),
  })
