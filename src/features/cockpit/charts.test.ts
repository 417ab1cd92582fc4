import { expect, test } from 'vitest'
import type { CockpitPart } from '#domain/cockpit.ts'
import type { CoverageRow } from '#domain/coverage.ts'
import type { OrganizationId } from '#domain/ids.ts'
import type { Duty } from '#domain/rules/duties.ts'
import type { ChartLook } from '#ui/chart/look.ts'
import { hoursOf } from './charts/measure.ts'
import { compared, completeMonths, owedIn, yearBefore } from './figures.ts'
import { inRound } from './inRound.ts'
import { byMonth, byMonthOption } from './charts/byMonth.ts'
import { byPart, byPartOption, folded } from './charts/byPart.ts'
import { coverageOption } from './charts/coverage.ts'
import { heatOption } from './charts/heat.ts'
import { membersOption, tilesOf } from './charts/members.ts'

const look = {
  ink: '#111111',
  ink2: '#222222',
  ink3: '#333333',
  line: '#444444',
  paper: '#ffffff',
  ground: '#eeeeee',
  success: '#2f7048',
  danger: '#c2410c',
  font: 'sans-serif',
  size: 14,
  chain: () => '#2f6db5',
} satisfies ChartLook

const cells = [
  { month: '2025-03', kind: 'meetings', count: 4, minutes: 0 },
  { month: '2025-11', kind: 'meetings', count: 9, minutes: 0 },
  { month: '2026-03', kind: 'meetings', count: 5, minutes: 0 },
  { month: '2026-11', kind: 'meetings', count: 2, minutes: 0 },
  { month: '2026-03', kind: 'meeting:review', count: 3, minutes: 0 },
]

test('a year is compared with the same complete months of the year before', () => {
  expect(completeMonths(2026, '2026-11-23')).toBe(10)
  expect(completeMonths(2026, '2026-01-05')).toBe(0)
  expect(completeMonths(2025, '2026-11-23')).toBe(12)
  const of = (year: number) =>
    compared({ cells, year }, (kind) => kind === 'meetings', '2026-11-23')
  // November of this year has not ended: it is in the count, and in neither side of the comparison.
  expect(of(2026)).toEqual({ value: 7, alike: { from: 1, to: 10, now: 5, before: 4 } })
  expect(of(2025)).toEqual({ value: 13, alike: { from: 1, to: 12, now: 13, before: 0 } })
})

test('duties are compared with what was due by the same day of the year before', () => {
  expect(yearBefore(2026, '2026-11-23')).toEqual({ year: 2025, on: '2025-11-23' })
  expect(yearBefore(2028, '2028-02-29')).toEqual({ year: 2027, on: '2027-02-28' })
  expect(yearBefore(2025, '2026-11-23')).toEqual({ year: 2024 })
})

test('study is told in activities or in hours attended, this year and last', () => {
  const study = [
    { month: '2025-03', kind: 'study:lecture', count: 1, minutes: 45 },
    { month: '2025-03', kind: 'study:reading', count: 1, minutes: 50 },
    { month: '2026-03', kind: 'study:lecture', count: 2, minutes: 6_390 },
  ]
  const kinds = ['study:lecture', 'study:reading'].map((kind) => ({ kind, name: kind }))
  const of = (measure: 'count' | 'minutes') => {
    const { series, lastYear } = byMonth(study, { year: 2026, chain: 'x', kinds, measure })
    return [series[0]?.values[2], lastYear[2]]
  }
  expect(of('count')).toEqual([2, 2])
  // 95 minutes of last year, rounded once.
  expect(of('minutes')).toEqual([106.5, 1.6])
  const hours = compared({ cells: study, year: 2026 }, () => true, '2026-11-23', 'minutes')
  expect(hoursOf(hours.value)).toBe(106.5)
})

test('a bar holds the count of its kind and month and the way to its rows', () => {
  const kinds = [
    { kind: 'meetings', name: '会议' },
    { kind: 'meeting:group-meeting', name: '没有的不画' },
  ]
  const data = byMonth(cells, { year: 2026, chain: 'capability', kinds, whole: 'meetings' })
  expect(data.series.map(({ name }) => name)).toEqual(['会议'])
  const words = { month: (n: number) => `${n}月`, lastYear: '去年' }
  const { series } = byMonthOption(data, words, (kind, month) => `/${kind}/${month}`)(look)
  expect(series[0]?.data[2]).toEqual({ month: '2026-03', value: 5, to: '/meetings/2026-03' })
  // Last year's months lead to theirs, of all kinds; nothing leads nowhere.
  expect(series.at(-1)).toMatchObject({ type: 'line' })
  expect(series.at(-1)?.data.slice(1, 3)).toEqual([
    { month: '2025-02', value: 0, to: undefined },
    { month: '2025-03', value: 4, to: '/null/2025-03' },
  ])
})

test('honours stand by part and class; a part without any is not drawn, the own level has its name', () => {
  const part = (organizationId: string, isOwn: boolean, counts: CockpitPart['counts']) =>
    ({ organizationId, name: `${organizationId}支部`, isOwn, members: 1, counts }) as CockpitPart
  const parts = [
    part('a', false, [{ kind: 'honour:model-post', count: 2 }]),
    part('b', false, [{ kind: 'meetings', count: 9 }]),
    part('r', true, [{ kind: 'honour:skilled', count: 1 }]),
  ]
  const kinds = folded(
    [
      { kind: 'honour:skilled', name: '业务能手' },
      { kind: 'honour:model-post', name: '示范岗' },
    ],
    '其他',
  )
  const rows = byPart(parts, kinds, '本级')
  expect(rows.map(({ name, values }) => [name, ...values])).toEqual([
    ['a支部', 0, 2],
    ['本级', 1, 0],
  ])
  const option = byPartOption(rows, kinds, 'exemplar', (kind, { organizationId, isOwn }) =>
    [...kind, organizationId, isOwn].join(' '),
  )(look)
  expect(option.yAxis.data).toEqual(['a支部', '本级'])
  expect(option.series[1]?.data).toEqual([
    { value: 2, to: 'honour:model-post a false' },
    { value: 0, to: 'honour:model-post r true' },
  ])
})

test('a bar of coverage is the roster, divided into who was reached and who was not', () => {
  const row = { organizationId: 'a', name: '甲支部', roster: 12, reached: 9 } as CoverageRow
  const words = { reached: '已', left: '未', of: (is: number, of: number) => `${is}／${of}` }
  const { series } = coverageOption([row], words, (id, isReached) => `/${id}/${isReached}`)(look)
  const [reached, left] = series
  expect([reached.data, left.data]).toEqual([
    [{ value: 9, to: '/a/true' }],
    [{ value: 3, to: '/a/false' }],
  ])
  // Told by an outline that is seen on paper (theme.test.ts: 4.5:1) and by the numbers.
  expect(left).toMatchObject({ color: look.paper, itemStyle: { borderColor: look.ink3 } })
  expect(left.label.formatter({ dataIndex: 0 })).toBe('9／12')
})

test('a cell of the heat map says kept of past and leads to that part and period; what is not due is empty', () => {
  const heat = {
    duty: 'theme-day' as const,
    year: 2026,
    periods: [
      { key: '2026-01', start: '2026-01-01', end: '2026-01-31' },
      { key: '2026-02', start: '2026-02-01', end: '2026-02-28' },
    ],
    rows: [
      {
        organizationId: 'o1' as never,
        organizationName: '一支部',
        cells: [
          { period: '2026-01', past: 4, kept: 3, dueNow: 0 },
          { period: '2026-02', past: 0, kept: 0, dueNow: 4 },
        ],
      },
    ],
  }
  const words = {
    cell: (kept: number, past: number) => `${kept}/${past}`,
    period: (key: string) => key,
  }
  const { series } = heatOption(heat, words, (id, period) => `/${id}/${period}`)(look)
  expect(series[0]?.data).toEqual([
    { value: [0, 0, 0.75], past: 4, text: '3/4', to: '/o1/2026-01' },
  ])
})

test('tiles are the parts with members, largest first', () => {
  const part = (name: string, members: number, isOwn = false) =>
    ({ organizationId: name, name, members, isOwn, counts: [] }) as unknown as CockpitPart
  const tiles = tilesOf(
    [part('甲', 3), part('乙', 8), part('丙', 0), part('局', 1, true)],
    '本级',
    ({ name }) => `/${name}`,
  )
  expect(tiles).toEqual([
    { name: '乙', value: 8, to: '/乙' },
    { name: '甲', value: 3, to: '/甲' },
    { name: '本级', value: 1, to: '/局' },
  ])
  expect(membersOption(tiles)(look).series[0]?.data.map(({ value }) => value)).toEqual([8, 3, 1])
})

test('the heat map offers what is owed in the scope, 主题党日 first (工作条例 Art. 16: of branches, no group owes it)', () => {
  const summary = (...organs: readonly [Duty, number][]) => ({
    organizationId: '01990000-0000-7000-8000-000000000001' as OrganizationId,
    year: 2026,
    duties: organs.map(([duty, count]) => ({
      duty,
      organs: count,
      past: 0,
      kept: 0,
      missing: 0,
      dueNow: 0,
      rate: null,
    })),
  })
  const all = summary(['general-meeting', 9], ['group-meeting', 24], ['theme-day', 9])
  expect(owedIn(all)).toEqual(['theme-day', 'general-meeting', 'group-meeting'])
  expect(owedIn(summary(['general-meeting', 0], ['group-meeting', 1], ['theme-day', 0]))).toEqual([
    'group-meeting',
  ])
  expect(owedIn(summary(['theme-day', 0]))).toEqual([])
})

test('on a wall many parts stand sixteen at a time, all of them within some rounds', () => {
  const all = Array.from({ length: 40 }, (_, index) => index)
  expect(inRound(all, null)).toEqual({ rows: all, which: null })
  expect(inRound(all.slice(0, 16), 3).which).toBeNull()
  const rounds = [0, 1, 2, 3, -1].map((round) => inRound(all, round))
  expect(rounds.map(({ rows }) => rows.length)).toEqual([16, 16, 8, 16, 8])
  expect(rounds.slice(0, 3).flatMap(({ rows }) => rows)).toEqual(all)
  expect(rounds[2]?.which).toEqual({ from: 33, to: 40, total: 40 })
})

test('no more than seven colours: from the seventh class on all are one, which leads to all of them', () => {
  const classes = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ kind: `honour:${at + 1}`, name: `第${at + 1}类` }))
  expect(folded(classes(7), '其他')).toHaveLength(7)
  const groups = folded(classes(9), '其他')
  expect(groups.map(({ name }) => name).slice(-2)).toEqual(['第6类', '其他'])
  const part = {
    organizationId: 'a',
    name: '甲支部',
    isOwn: false,
    members: 1,
    counts: classes(9).map(({ kind }) => ({ kind, count: 2 })),
  } as unknown as CockpitPart
  const rows = byPart([part], groups, '本级')
  expect(rows[0]?.values).toEqual([2, 2, 2, 2, 2, 2, 6])
  const { series } = byPartOption(rows, groups, 'exemplar', (kinds) => kinds.join())(look)
  expect(series.at(-1)?.data).toEqual([{ value: 6, to: 'honour:7,honour:8,honour:9' }])
})
