import type { CountCell } from '#domain/cockpit.ts'
import { steps, type ChartLook } from '#ui/chart/look.ts'
import { axisLook, bars } from './base.ts'
import { hoursOf, type Measure } from './measure.ts'

export interface Series {
  key: string
  name: string
  /** Twelve numbers, January first. */
  values: readonly number[]
}

/** A year of one family of kinds, by month: one series a kind, and last year's months in sum. */
export interface ByMonth {
  chain: string
  year: number
  series: readonly Series[]
  lastYear: readonly number[]
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

/**
 * `kinds`: the kind of the counts and how it is called; `whole`: the kind that counts once what may be of several, as
 * the list of a month without a kind does. Minutes are told as hours.
 */
export function byMonth(
  cells: readonly CountCell[],
  {
    year,
    chain,
    kinds,
    whole,
    measure = 'count',
  }: {
    year: number
    chain: string
    kinds: readonly { kind: string; name: string }[]
    whole?: string | undefined
    measure?: Measure
  },
): ByMonth {
  const found = (of: number, month: string, kind: string) =>
    cells.find((cell) => cell.kind === kind && cell.month === `${of}-${month}`)?.[measure] ?? 0
  const told = measure === 'minutes' ? hoursOf : (value: number) => value
  const count = (of: number, month: string, kind: string) => told(found(of, month, kind))
  const summed = whole === undefined ? kinds.map(({ kind }) => kind) : [whole]
  return {
    chain,
    year,
    series: kinds
      .map(({ kind, name }) => ({
        key: kind,
        name,
        values: months.map((month) => count(year, month, kind)),
      }))
      .filter(({ values }) => values.some((value) => value > 0)),
    lastYear: months.map((month) =>
      told(summed.reduce((sum, kind) => sum + found(year - 1, month, kind), 0)),
    ),
  }
}

/** Whether either year has anything to draw. */
export const hasAny = ({ series, lastYear }: ByMonth): boolean =>
  series.length > 0 || lastYear.some((value) => value > 0)

/** One of the twelve numbers: its month as 'YYYY-MM', and where its rows are; nothing leads nowhere. */
export interface MonthMark {
  month: string
  value: number
  to: string | undefined
}

/** The way to the rows of a kind in a month; null: of all kinds. */
export type ToRows = (kind: string | null, month: string) => string

const marksOf = (values: readonly number[], year: number, to: (month: string) => string) =>
  values.map((value, at): MonthMark => {
    const month = `${year}-${months[at] ?? ''}`
    return { month, value, to: value > 0 ? to(month) : undefined }
  })

/** What is drawn and what the table says: of each kind, and of the year before. */
export const marksOfKind = ({ year }: ByMonth, { key, values }: Series, to: ToRows): MonthMark[] =>
  marksOf(values, year, (month) => to(key, month))
export const marksOfLastYear = ({ year, lastYear }: ByMonth, to: ToRows): MonthMark[] =>
  marksOf(lastYear, year - 1, (month) => to(null, month))

interface Words {
  month: (n: number) => string
  lastYear: string
}

/** Stacked bars by kind, patterned as well as coloured, over a line of the year before. */
export const byMonthOption = (data: ByMonth, words: Words, to: ToRows) => (look: ChartLook) => ({
  ...bars(look),
  aria: { enabled: true, label: { enabled: false }, decal: { show: data.series.length > 1 } },
  grid: { top: 12, left: 4, right: 8, bottom: look.size * 2.6, containLabel: true },
  xAxis: {
    ...axisLook(look),
    type: 'category' as const,
    data: months.map((month) => words.month(Number(month))),
  },
  yAxis: { ...axisLook(look), type: 'value' as const, minInterval: 1 },
  series: [
    ...data.series.map((one, index) => ({
      type: 'bar' as const,
      name: one.name,
      stack: 'year',
      barMaxWidth: look.size * 2,
      color: steps(look, data.chain, data.series.length)[index],
      data: marksOfKind(data, one, to),
    })),
    {
      type: 'line' as const,
      name: words.lastYear,
      color: look.ink3,
      symbol: 'circle',
      symbolSize: look.size * 0.57,
      lineStyle: { type: 'dashed' as const, width: 1.5 },
      data: marksOfLastYear(data, to),
    },
  ],
})
