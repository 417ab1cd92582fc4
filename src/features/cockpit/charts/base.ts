import type { ChartLook } from '#ui/chart/look.ts'

/** What all charts of the cockpit share. Tooltips are drawn, not HTML: a name can inject nothing. */
export const base = (look: ChartLook) => ({
  // A figure stands at once; it does not grow.
  animation: false,
  textStyle: { fontFamily: look.font, fontSize: look.size * 0.86, color: look.ink2 },
  tooltip: {
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: look.paper,
    borderColor: look.line,
    textStyle: { color: look.ink, fontSize: look.size * 0.93 },
  },
})

export const axisLook = (look: ChartLook) => ({
  axisLine: { lineStyle: { color: look.line } },
  axisTick: { show: false },
  axisLabel: { color: look.ink2, fontSize: look.size * 0.86 },
  splitLine: { lineStyle: { color: look.line } },
})

/** Bars of several series: what a column holds is told together, and the series have names below. */
export const bars = (look: ChartLook) => ({
  ...base(look),
  tooltip: {
    ...base(look).tooltip,
    trigger: 'axis' as const,
    axisPointer: { type: 'shadow' as const },
  },
  legend: {
    bottom: 0,
    type: 'scroll' as const,
    textStyle: { color: look.ink2, fontSize: look.size * 0.86 },
    itemWidth: look.size,
    itemHeight: look.size * 0.71,
  },
})

/** Bars to the right, one a part, stacked; the first part stands on top. */
export const partBars = (look: ChartLook, names: readonly string[]) => ({
  ...bars(look),
  grid: { top: 4, left: 4, right: 16, bottom: look.size * 2.6, containLabel: true },
  xAxis: { ...axisLook(look), type: 'value' as const, minInterval: 1 },
  yAxis: {
    ...axisLook(look),
    type: 'category' as const,
    inverse: true,
    data: names,
    axisLabel: {
      ...axisLook(look).axisLabel,
      width: look.size * 12,
      overflow: 'truncate' as const,
    },
  },
})
