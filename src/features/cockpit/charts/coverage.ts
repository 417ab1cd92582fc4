import type { CoverageRow } from '#domain/integrity.ts'
import type { ChartLook } from '#ui/chart/look.ts'
import { axisLook, base } from './base.ts'

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
      barMaxWidth: 20,
      color,
      data: rows.map((row) => ({ value: value(row), to: to(row.organizationId) })),
    })
    return {
      ...base(look),
      tooltip: {
        ...base(look).tooltip,
        trigger: 'axis' as const,
        axisPointer: { type: 'shadow' as const },
      },
      legend: {
        bottom: 0,
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
      series: [
        bar(words.reached, look.chain('integrity'), ({ reached }) => reached),
        bar(words.left, look.line, ({ roster, reached }) => roster - reached),
      ],
    }
  }
