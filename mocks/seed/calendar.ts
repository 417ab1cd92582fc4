import { firstDay, lastDay, monthsBetween, quarterOf } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import type { Duty } from '#domain/rules/duties.ts'
import { booksFrom, demoToday, workdayNear } from './clock.ts'
import { branchAt, branchKeys, groupKeys, hasCommittee, planOf, rootKey } from './bureau.ts'
import { developments } from './places.ts'
import { elections } from './posts.ts'
import { randomOf } from './random.ts'
import { cases, missed } from './trouble.ts'
import type { Case } from './trouble.ts'

/** A meeting to be written down. The key names organization, first type and period. */
export interface MeetingPlan extends Case {
  key: string
  organization: string
  types: readonly Duty[]
  heldOn: Day
  assessmentYear: number | null
}

const months = monthsBetween(booksFrom, demoToday)
/** The day of the month that a branch keeps for its theme day. */
const themeDays: Readonly<Record<string, number>> = {
  office: 8,
  invest: 15,
  market: 10,
  social: 20,
  works: 18,
  hall1: 12,
  hall2: 13,
  tech: 22,
  retired: 16,
}
/** In which month of the quarter the assembly meets, 0 to 2, where nothing else decides it. */
const assemblyMonths: Readonly<Record<string, number>> = {
  office: 1,
  market: 2,
  retired: 0,
  tech: 2,
}
/** Branches that give their lecture within the assembly, and within a theme day. */
const lectureInAssembly = new Set(['office', 'tech'])
const lectureInThemeDay = new Set(['invest', 'works'])
/** 组织生活会 and 民主评议 by 年度: day of both, or of the first and the second. */
const assessments: Readonly<Record<string, readonly [year: number, ...days: Day[]][]>> = {
  office: [
    [2024, '2025-01-16'],
    [2025, '2025-12-30'],
  ],
  invest: [
    [2024, '2025-01-22', '2025-02-27'],
    [2025, '2026-01-20', '2026-02-11'],
  ],
  market: [
    [2024, '2025-02-20'],
    [2025, '2026-01-27'],
  ],
  social: [
    [2024, '2025-02-26'],
    [2025, '2026-03-05'],
  ],
  works: [
    [2024, '2025-01-23'],
    [2025, '2026-02-05'],
  ],
  hall1: [
    [2024, '2025-02-12', '2025-03-12'],
    [2025, '2026-01-14', '2026-03-11'],
  ],
  hall2: [
    [2024, '2025-03-06'],
    [2025, '2026-02-04'],
  ],
  tech: [
    [2024, '2025-02-18'],
    [2025, '2025-12-25'],
    [2026, '2026-11-19'],
  ],
  retired: [
    [2024, '2025-03-18'],
    [2025, '2026-03-17'],
  ],
}

const plan = (
  organization: string,
  types: readonly Duty[],
  period: string,
  heldOn: Day,
  assessmentYear: number | null = null,
): MeetingPlan => {
  const key = `${organization}/${types[0]}/${period}`
  return { key, organization, types, heldOn, assessmentYear, ...cases[key] }
}

const quarters = [...new Set(months.map((month) => quarterOf(firstDay(month))))]
const monthsOf = (quarter: string): string[] => {
  const first = (Number(quarter.slice(-1)) - 1) * 3 + 1
  return [0, 1, 2].map((n) => `${quarter.slice(0, 4)}-${String(first + n).padStart(2, '0')}`)
}
const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index]
  if (item === undefined) throw new RangeError(`no item ${index}`)
  return item
}

function assemblies(branch: string, quarter: string): MeetingPlan[] {
  const decided = [
    ...developments.filter((one) => one.branch === branch).map(({ on }) => on),
    ...elections.filter((one) => one.branch === branch).map(({ on }) => on),
  ].filter((on) => quarterOf(on) === quarter)
  const random = randomOf(`assembly:${branch}:${quarter}`)
  const usual = workdayNear(at(monthsOf(quarter), assemblyMonths[branch] ?? 2), random.int(17, 26))
  const days = decided.length > 0 ? [...new Set(decided)].toSorted() : [usual]
  return days.map((day, index) => {
    const types: Duty[] =
      index === 0 && lectureInAssembly.has(branch)
        ? ['general-meeting', 'party-lecture']
        : ['general-meeting']
    return plan(branch, types, index === 0 ? quarter : `${quarter}+${index}`, day)
  })
}

function lecture(branch: string, quarter: string): MeetingPlan[] {
  if (lectureInAssembly.has(branch) || lectureInThemeDay.has(branch)) return []
  const random = randomOf(`lecture:${branch}:${quarter}`)
  return [
    plan(
      branch,
      ['party-lecture'],
      quarter,
      workdayNear(at(monthsOf(quarter), random.int(0, 1)), random.int(9, 27)),
    ),
  ]
}

function branchMonth(branch: string, month: string): MeetingPlan[] {
  const random = randomOf(`month:${branch}:${month}`)
  const found: MeetingPlan[] = []
  if (hasCommittee(branch))
    found.push(plan(branch, ['committee-meeting'], month, workdayNear(month, random.int(3, 11))))
  // The old comrades have their study day three times a year; the duty itself is lifted (exemptions.ts).
  if (branch === 'retired' && !['03', '07', '10'].includes(month.slice(5))) return found
  const withLecture = lectureInThemeDay.has(branch) && Number(month.slice(5)) % 3 === 2
  const day = workdayNear(month, themeDays[branch] ?? 15)
  found.push(plan(branch, withLecture ? ['theme-day', 'party-lecture'] : ['theme-day'], month, day))
  return found
}

function groupMonth(group: string, month: string): MeetingPlan[] {
  if (planOf(group).foundedOn > lastDay(month)) return []
  const random = randomOf(`month:${group}:${month}`)
  const retired = branchAt(group, firstDay(month)) === 'retired'
  if (retired && Number(month.slice(5)) % 3 !== 1) return []
  return [plan(group, ['group-meeting'], month, workdayNear(month, random.int(6, 27)))]
}

const assessmentOf = (branch: string): MeetingPlan[] =>
  (assessments[branch] ?? []).flatMap(([year, first, second]) =>
    first === undefined
      ? []
      : second === undefined
        ? [
            plan(
              branch,
              year === 2026 ? ['life-meeting'] : ['life-meeting', 'review'],
              String(year),
              first,
              year,
            ),
          ]
        : [
            plan(branch, ['life-meeting'], String(year), first, year),
            plan(branch, ['review'], String(year), second, year),
          ],
  )

/** Every meeting that was held by the demo's today, in order of day. */
export const meetingPlans: readonly MeetingPlan[] = [
  ...branchKeys.flatMap((branch) => [
    ...quarters.flatMap((quarter) => [...assemblies(branch, quarter), ...lecture(branch, quarter)]),
    ...months.flatMap((month) => branchMonth(branch, month)),
    ...assessmentOf(branch),
  ]),
  ...groupKeys.flatMap((group) => months.flatMap((month) => groupMonth(group, month))),
  // This year's is due until the end of December.
  plan(rootKey, ['democratic-life'], '2025', '2025-12-24'),
]
  .filter(({ key, heldOn }) => heldOn <= demoToday && !missed.has(key))
  .toSorted((a, b) =>
    a.heldOn === b.heldOn ? (a.key < b.key ? -1 : 1) : a.heldOn < b.heldOn ? -1 : 1,
  )
