import type { CoverageRow } from '#domain/coverage.ts'
import type { ChartLook } from '#ui/chart/look.ts'
import { partBars } from './base.ts'

interface Words {
  reached: string
  left: string
  /** Reached of the roster, at the end of a bar. */
  of: (reached: number, roster: number) => string
}

/**
 * 警示教育覆盖: of each part the members reached, a full bar, and those still to reach, an outline beside it; how many
 * of how many stands at its end, so no colour speaks alone. A bar opens whom it counts.
 */
export const coverageOption =
  (
    rows: readonly CoverageRow[],
    words: Words,
    to: (organizationId: string, reached: boolean) => string,
  ) =>
  (look: ChartLook) => {
    const bar = (name: string, isReached: boolean, value: (row: CoverageRow) => number) => ({
      type: 'bar' as const,
      name,
      stack: 'roster',
      barMaxWidth: look.size * 1.43,
      data: rows.map((row) => ({ value: value(row), to: to(row.organizationId, isReached) })),
    })
    const frame = partBars(
      look,
      rows.map(({ name }) => name),
    )
    return {
      ...frame,
      // Room for what stands at the end of the longest bar.
      grid: { ...frame.grid, right: look.size * 4.5 },
      series: [
        {
          ...bar(words.reached, true, ({ reached }) => reached),
          color: look.chain('integrity'),
        },
        {
          ...bar(words.left, false, ({ roster, reached }) => roster - reached),
          color: look.paper,
          itemStyle: { borderColor: look.ink3, borderWidth: 1 },
          label: {
            show: true,
            position: 'right' as const,
            color: look.ink2,
            fontSize: look.size * 0.86,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const row = rows[dataIndex]
              return row ? words.of(row.reached, row.roster) : ''
            },
          },
        },
      ] as const,
    }
  }
