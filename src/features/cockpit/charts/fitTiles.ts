import type { EChartsType } from 'echarts/core'

/** Signs of a name, in ems, that are still told apart; ECharts would cut it to one or two. */
const READABLE = 5
/** A line is so many signs at least, and so many ems high. */
const LINE = 3
const LEADING = 1.2

/**
 * What stands in a tile of `wide` × `high` ems: the name in one line, or broken over several, or cut at its end; where
 * none of it can be read the number alone, whose name is in the tooltip and in the table.
 */
export function tileText(name: string, number: string, wide: number, high: number): string {
  const signs = Array.from(name)
  const lines = Math.ceil(signs.length / Math.max(1, Math.floor(wide)))
  if (lines > 1 && wide >= LINE && (lines + 1) * LEADING <= high) {
    const each = Math.ceil(signs.length / lines)
    const broken = Array.from({ length: lines }, (_, at) =>
      signs.slice(at * each, (at + 1) * each).join(''),
    )
    return [...broken, number].join('\n')
  }
  return lines === 1 || wide >= READABLE ? `${name}\n${number}` : number
}

/** Names in the tiles of a treemap as they go into the tiles that were drawn (`tileText`). */
export function fitTiles(chart: EChartsType): void {
  const zr = chart.getZr()
  let changed = false
  for (const tile of zr.storage.getDisplayList(true)) {
    const label = tile.getTextContent()
    const { text, width, height, fontSize } = label?.style ?? {}
    const [name, number, more] = text?.split('\n') ?? []
    // What is in three lines was put right before.
    if (!label || !name || !number || more !== undefined) continue
    const em = Number(fontSize)
    const fitting = tileText(name, number, Number(width) / em, Number(height) / em)
    if (fitting === text) continue
    label.attr({ style: { text: fitting } })
    changed = true
  }
  // A sheet of paper waits for no frame.
  if (changed) zr.flush()
}
