import type { z } from 'zod'
import type { Day } from '#domain/dates.ts'
import { invalid } from '#domain/errors.ts'
import type { dutyCellView, dutyMatrix, matrixFilter } from '#domain/duties.ts'
import {
  cellsOf,
  completionRate,
  countedCell,
  periodsOf,
  type CellCounts,
  type Duty,
  type DutyCell,
  type Period,
} from '#domain/rules/duties.ts'
import type { GroupRound } from '#domain/rules/groupRounds.ts'
import { narrowed } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { gatherFacts, type Organ, type YearFacts } from './facts.ts'
import { inPeriod, judge, rateOf, type Judged, type JudgedDuty } from './judge.ts'
import { namesOf } from './names.ts'

type Matrix = z.input<typeof dutyMatrix>
type CellView = z.input<typeof dutyCellView>
type Row = { organ: Organ; judged: JudgedDuty }

/** One duty of every organ that has it, period by period; the page in the order of the tree. */
export async function matrix(door: Door, query: z.output<typeof matrixFilter>): Promise<Matrix> {
  const { organization, year, duty, states, page, size } = query
  const scope = await narrowed(door, 'o.path', organization)
  const facts = await gatherFacts(door, { scope, year, duties: [duty] })
  const all = periodsOf(duty, year, facts.parameters)
  const periods = query.period === undefined ? all : all.filter(({ key }) => key === query.period)
  if (query.period !== undefined && periods.length === 0)
    throw invalid('query.period', '该年度没有这个周期')
  const ask = judge(facts, door.today)
  const has = ({ cells }: JudgedDuty) =>
    !states ||
    cells.some(({ cell }) => states.includes(viewState(cell).state)) ||
    (states.includes('none') && cells.length < periods.length)
  const rows: Row[] = []
  const total = { past: 0, kept: 0 }
  for (const organ of facts.organs) {
    const [year] = ask(organ)
    const judged = year && query.period !== undefined ? inPeriod(year, query.period) : year
    if (!judged || (query.period !== undefined && judged.cells.length === 0) || !has(judged))
      continue
    rows.push({ organ, judged })
    total.past += judged.past
    total.kept += judged.kept
  }
  const shown = rows.slice((page - 1) * size, page * size)
  return {
    duty,
    year,
    periods: periods.map(({ key, start, end }) => ({ key, start, end })),
    rows: await pageRows(door, shown, { duty, year, periods, rounds: facts.rounds }),
    total: rows.length,
    page,
    size,
    rate: rateOf(total),
    ...total,
  }
}

/** The contract tells a late entry by a flag: it is kept all the same. */
const viewState = ({ state }: DutyCell) =>
  state === 'late-entry' ? { state: 'kept' as const, late: true } : { state, late: false }

async function pageRows(
  door: Door,
  rows: readonly Row[],
  asked: { duty: Duty; year: number; periods: readonly Period[]; rounds: YearFacts['rounds'] },
): Promise<Matrix['rows']> {
  const ids = rows.map(({ organ }) => organ.id)
  const nameOf = await namesOf(door, ids)
  const countsOf = await readCounts(door, ids, asked)
  return rows.map(({ organ, judged }) => {
    const counts = countsOf(organ.id)
    const cells = asked.periods.map((period) => {
      const planned = judged.cells.find((one) => one.period.key === period.key)
      const round = organ.kind === 'branch' ? asked.rounds.get(organ.id) : undefined
      return cellOf(planned, period, { own: counts(period), round }, door.today)
    })
    const rate = completionRate(cells.map(({ cell }) => cell))
    return { ...nameOf(organ.id), kind: organ.kind, cells: cells.map(({ view }) => view), rate }
  })
}

/**
 * A period without the duty is 'none'; what was held in it all the same is told. `held` is what the organ held itself,
 * whose rows the list shows; what its groups held stands beside it and makes the state.
 */
function cellOf(
  planned: Judged | undefined,
  period: Period,
  { own, round }: { own: CellCounts; round: GroupRound | undefined },
  today: Day,
): { cell: DutyCell; view: CellView } {
  const sum = (what: keyof CellCounts) => own[what] + (round?.counts[what] ?? 0)
  const counts = { held: sum('held'), prompt: sum('prompt'), awaiting: sum('awaiting') }
  const cell: DutyCell = planned
    ? countedCell({ ...planned, today }, counts)
    : countedCell({ period: { ...period, counts: false }, today }, counts)
  const { dueBy, required } = cell
  const groups = round && own.held === 0 ? { held: round.held, missing: round.missing } : null
  return {
    cell,
    view: { period: period.key, ...viewState(cell), dueBy, held: own.held, required, groups },
  }
}

/** The numbers behind the cells of one page. */
async function readCounts(
  door: Door,
  ids: readonly string[],
  { duty, year }: { duty: Duty; year: number },
) {
  const rows =
    ids.length === 0
      ? []
      : await door.db
          .selectFrom('held')
          .select(['organization_id', 'held', 'late', 'awaiting'])
          .where('year', '=', year)
          .where('duty', '=', duty)
          .where('organization_id', 'in', [...ids])
          .execute()
  const byOrgan = new Map(rows.map((row) => [row.organization_id, row]))
  return (organId: string) => (period: Period) => {
    const row = byOrgan.get(organId)
    const sum = (numbers: readonly number[] = []) =>
      cellsOf(duty, period).reduce((total, cell) => total + (numbers[cell - 1] ?? 0), 0)
    const held = sum(row?.held)
    return { held, prompt: held - sum(row?.late), awaiting: sum(row?.awaiting) }
  }
}
