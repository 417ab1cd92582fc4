import type { ChartLook } from '#ui/chart/look.ts'

/** What all charts of the cockpit share. Tooltips are drawn, not HTML: a name can inject nothing. */
export const base = (look: ChartLook) => ({
  animationDuration: 300,
  textStyle: { fontFamily: look.font, fontSize: look.size * 0.86, color: look.ink2 },
  aria: { enabled: true },
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
