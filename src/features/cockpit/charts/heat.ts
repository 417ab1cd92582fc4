import type { z } from 'zod'
import type { dutyHeat } from '#domain/duties.ts'
import { mix, type ChartLook } from '#ui/chart/look.ts'
import { axisLook, base } from './base.ts'

type Answer = z.infer<typeof dutyHeat>
/** All of the answer's rows, or some of them. */
type Heat = Pick<Answer, 'periods'> & { rows: readonly Answer['rows'][number][] }

interface Words {
  cell: (kept: number, past: number) => string
  period: (key: string) => string
}

/** 履责热力图: a part a row, a period a column; the numbers stand in the cell, so no colour speaks alone. */
export const heatOption =
  (heat: Heat, words: Words, to: (organizationId: string, period: string) => string) =>
  (look: ChartLook) => {
    const names = heat.rows.map(({ organizationName }) => organizationName)
    const cells = heat.rows.flatMap(({ organizationId, cells }, row) =>
      cells
        .map(({ period, past, kept }, column) => ({
          value: [column, row, past === 0 ? 0 : kept / past] as [number, number, number],
          past,
          text: words.cell(kept, past),
          to: to(organizationId, period),
        }))
        .filter(({ past }) => past > 0),
    )
    return {
      ...base(look),
      tooltip: {
        ...base(look).tooltip,
        formatter: ({ data }: { data: (typeof cells)[number] }) =>
          `${names[data.value[1]]}\n${words.period(heat.periods[data.value[0]]?.key ?? '')} ${data.text}`,
      },
      grid: { top: 4, left: 4, right: 4, bottom: 4, containLabel: true },
      xAxis: {
        ...axisLook(look),
        type: 'category' as const,
        position: 'top' as const,
        data: heat.periods.map(({ key }) => words.period(key)),
        axisLine: { show: false },
      },
      yAxis: {
        ...axisLook(look),
        type: 'category' as const,
        inverse: true,
        data: names,
        axisLine: { show: false },
        axisLabel: {
          ...axisLook(look).axisLabel,
          color: look.ink,
          width: look.size * 12,
          overflow: 'truncate' as const,
        },
      },
      visualMap: {
        show: false,
        min: 0,
        max: 1,
        dimension: 2,
        inRange: {
          color: [
            mix(look.danger, look.paper, 0.45),
            mix(look.danger, look.paper, 0.15),
            mix(look.success, look.paper, 0.16),
          ],
        },
      },
      series: [
        {
          type: 'heatmap' as const,
          // In one piece: a few hundred cells need no frames of their own.
          progressive: 0,
          data: cells,
          label: {
            show: true,
            color: look.ink,
            fontSize: look.size * 0.79,
            formatter: ({ data }: { data: (typeof cells)[number] }) => data.text,
          },
          itemStyle: { borderColor: look.paper, borderWidth: 2, borderRadius: 3 },
          emphasis: { itemStyle: { borderColor: look.ink3 } },
        },
      ],
    }
  }
