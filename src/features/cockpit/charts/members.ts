import type { CockpitPart } from '#domain/cockpit.ts'
import type { ChartLook } from '#ui/chart/look.ts'
import { mix } from '#ui/chart/look.ts'
import { base } from './base.ts'

export interface Tile {
  name: string
  value: number
  to: string
}

/** The parts that have members, largest first as a treemap wants it. */
export const tilesOf = (
  parts: readonly CockpitPart[],
  own: string,
  to: (part: CockpitPart) => string,
): Tile[] =>
  parts
    .filter(({ members }) => members > 0)
    .map((part) => ({ name: part.isOwn ? own : part.name, value: part.members, to: to(part) }))
    .toSorted((a, b) => b.value - a.value)

/** 组织与党员: one tile a part, its area the members. */
export const membersOption = (tiles: readonly Tile[]) => (look: ChartLook) => ({
  ...base(look),
  series: [
    {
      type: 'treemap' as const,
      data: tiles.map((tile, index) => ({
        ...tile,
        itemStyle: { color: mix(look.chain('lead'), look.paper, index % 2 === 0 ? 0.16 : 0.1) },
      })),
      roam: false,
      nodeClick: false as const,
      breadcrumb: { show: false },
      width: '100%',
      height: '100%',
      top: 0,
      left: 0,
      itemStyle: { borderColor: look.paper, borderWidth: 2, gapWidth: 2 },
      label: {
        color: look.ink,
        formatter: '{b}\n{c}',
        fontSize: look.size * 0.93,
        lineHeight: look.size * 1.12,
        overflow: 'truncate' as const,
      },
    },
  ],
})
