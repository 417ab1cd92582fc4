import type { CoverageRow } from '#domain/coverage.ts'
import type { ChartLook } from '#ui/chart/look.ts'
import { partBars } from './base.ts'

/** 警示教育覆盖: of each part the members reached and those still to reach, of its roster. */
export const coverageOption =
  (
    rows: readonly CoverageRow[],
    words: { reached: string; left: string },
    to: (organizationId: string) => string,
  ) =>
  (look: ChartLook) => {
    const bar = (name: string, color: string, value: (row: CoverageRow) => number) => ({
      type: 'bar' as const,
      name,
      stack: 'roster',
      barMaxWidth: look.size * 1.43,
      color,
      data: rows.map((row) => ({ value: value(row), to: to(row.organizationId) })),
    })
    return {
      ...partBars(
        look,
        rows.map(({ name }) => name),
      ),
      series: [
        bar(words.reached, look.chain('integrity'), ({ reached }) => reached),
        bar(words.left, look.line, ({ roster, reached }) => roster - reached),
      ],
    }
  }
