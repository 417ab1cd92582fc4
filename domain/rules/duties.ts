import { z } from 'zod'
import { daysBetween, yearOf } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import { duties, isYearly, periodsOf } from './dutyRules.ts'
import type { Duty, DutyParameters } from './dutyRules.ts'
import { within } from './periods.ts'
import type { Period, Span } from './periods.ts'
import { committeeRequired, hasTeam } from './structure.ts'
import type { BranchKind, OrganizationKind } from './structure.ts'

// One address for the callers; the tables stand in their own file.
export {
  assessmentYearsOn,
  bookedTo,
  cellsOf,
  duties,
  duty,
  dutyRules,
  isYearly,
  periodsOf,
} from './dutyRules.ts'
export type { Duty, DutyParameters } from './dutyRules.ts'
export type { Period } from './periods.ts'

export type Exemption = { duty: Duty } & Span
export type DutyOrgan = {
  kind: OrganizationKind
  branchKind?: BranchKind | null
  foundedOn: Day
  /** The day of the decision to close; the organ still exists on it. */
  closedOn?: Day | null
  /** Whether it has (or must have) a branch committee, of a 党委 or 党总支 anybody on its own: always, or in these spans, or asked by day. See `owesCommitteeMeetings`. */
  hasCommittee?: boolean | readonly Span[] | ((on: Day) => boolean)
  exemptions?: readonly Exemption[]
}

/**
 * Does a branch owe committee meetings? Yes with a committee in office, and yes from 7 full members on: not having elected the
 * committee that Art. 20 requires does not lift the duty. Fewer than 7 and no committee: the duty does not exist. 支部工作条例 Art. 12, 20.
 */
export const owesCommitteeMeetings = ({
  fullMembers,
  committeePosts,
}: {
  fullMembers: number
  committeePosts: number
}): boolean => committeePosts > 0 || committeeRequired(fullMembers)

function committeeOn(organ: DutyOrgan, on: Day): boolean {
  const has = organ.hasCommittee ?? false
  if (typeof has === 'boolean') return has
  return typeof has === 'function' ? has(on) : has.some((span) => within(on, span))
}

const ofBranch = duties.filter((one) => one !== 'group-meeting' && one !== 'democratic-life')

/**
 * Which duties an organ has on a day, in the order of `duties`; none before founding and after closing.
 * A group owes 党小组会 and nothing else; the branch never owes it itself, so a branch without groups has none to miss.
 * A temporary branch owes none: its members keep theirs where their relation sits (Art. 8). 党委 and 党总支 owe the 民主生活会 of
 * whoever sits on their committee.
 */
export function dutiesOf(organ: DutyOrgan, on: Day): Duty[] {
  if (!within(on, { from: organ.foundedOn, to: organ.closedOn })) return []
  if (organ.kind === 'group') return ['group-meeting']
  if (hasTeam(organ.kind)) return committeeOn(organ, on) ? ['democratic-life'] : []
  if (organ.branchKind === 'temporary') return []
  return ofBranch.filter((one) => one !== 'committee-meeting' || committeeOn(organ, on))
}

/** One duty of an organ in one period; exempt when an approved exemption covers the period's first day. */
export type PlannedDuty = { duty: Duty; period: Period; exempt: boolean }

/**
 * The year of an organ: every duty it has at a period's start (or, in the period of its founding, on the founding day), with the period.
 */
export function dutyPlan(
  organ: DutyOrgan,
  year: number,
  parameters: DutyParameters = {},
): PlannedDuty[] {
  const life = { from: organ.foundedOn, to: organ.closedOn }
  return duties.flatMap((one) =>
    periodsOf(one, year, { ...life, ...parameters })
      .filter(({ start }) =>
        dutiesOf(organ, start < organ.foundedOn ? organ.foundedOn : start).includes(one),
      )
      .map((period) => ({
        duty: one,
        period,
        exempt: isExempt(organ.exemptions ?? [], one, period),
      })),
  )
}

export const isExempt = (exemptions: readonly Exemption[], duty: Duty, period: Period): boolean =>
  exemptions.some((one) => one.duty === duty && within(period.start, one))

/** A record of a meeting, with every duty it serves (大会套党课 serves two, each once). */
export type MeetingRef = {
  on: Day
  duties: readonly Duty[]
  status: 'draft' | 'submitted' | 'signed' | 'archived'
  /** The 年度 of a 组织生活会 or 民主评议, where it is not the calendar year of `on`. */
  assessmentYear?: number | null
  /** The day (Shanghai) the record was first entered. */
  enteredOn?: Day | null
}

/** Does a meeting fall into a period of a duty? Yearly duties go by their 年度, and not after `dueBy`. */
export function belongsTo(meeting: MeetingRef, duty: Duty, period: Period): boolean {
  if (!meeting.duties.includes(duty)) return false
  if (!isYearly(duty)) return within(meeting.on, { from: period.start, to: period.end })
  return (
    (meeting.assessmentYear ?? yearOf(meeting.on)) === yearOf(period.start) &&
    within(meeting.on, { from: period.start, to: period.dueBy })
  )
}

export const dutyState = z.enum([
  'kept',
  'late-entry',
  'awaiting-signature',
  'missing',
  'due',
  'upcoming',
  'exempt',
  'none',
])
export type DutyState = z.infer<typeof dutyState>

export type DutyCell = {
  state: DutyState
  dueBy: Day
  /** Signed or archived records; a second one is told, and repays nothing. */
  held: number
  required: number
  /** Drafts and submitted records, which do not count yet. */
  awaiting: number
  /** The period is over and enters the completion rate. */
  past: boolean
}

/** How many records of a period are there: signed or archived, of them entered in time, and not yet signed. */
export type CellCounts = { held: number; prompt: number; awaiting: number }

/**
 * The state of one cell of the duty matrix. Only signed and archived minutes count (handbook §12); 'late-entry' is kept, but only by
 * records entered more than `lateAfterDays` (default 7) after the meeting; 'none' = the organ did not exist for the whole period.
 * 'upcoming' until the period opens (yearly duties: fourth quarter), 'due' until `dueBy` inclusive, then 'missing'.
 */
export function dutyCell(asked: {
  duty: Duty
  period: Period
  held: readonly MeetingRef[]
  exempt?: boolean
  today: Day
  required?: number
  lateAfterDays?: number
}): DutyCell {
  const { duty, period, lateAfterDays = 7 } = asked
  const here = asked.held.filter((meeting) => belongsTo(meeting, duty, period))
  const counted = here.filter(({ status }) => status === 'signed' || status === 'archived')
  const prompt = counted.filter(
    ({ on, enteredOn }) => !enteredOn || daysBetween(on, enteredOn) <= lateAfterDays,
  )
  return countedCell(asked, {
    held: counted.length,
    prompt: prompt.length,
    awaiting: here.length - counted.length,
  })
}

/** The same from numbers that were counted elsewhere, by `bookedTo`. */
export function countedCell(
  asked: { period: Period; exempt?: boolean; today: Day; required?: number },
  { held, prompt, awaiting }: CellCounts,
): DutyCell {
  const { period, exempt = false, today, required = 1 } = asked
  const past = today > period.dueBy
  const state = (): DutyState => {
    if (exempt) return 'exempt'
    if (!period.counts) return 'none'
    if (held >= required) return prompt >= required ? 'kept' : 'late-entry'
    if (awaiting > 0) return 'awaiting-signature'
    if (past) return 'missing'
    return today < period.opensOn ? 'upcoming' : 'due'
  }
  return { state: state(), dueBy: period.dueBy, held, required, awaiting, past }
}

/**
 * 完成率 = Σ min(1, held ÷ required) ÷ periods, over the cells whose period is past; exempt and 'none' are in neither sum.
 * A second meeting never repays a missed period. null when no period is past: no number is better than an invented 100 %.
 */
export function completionRate(
  cells: readonly Pick<DutyCell, 'state' | 'held' | 'required' | 'past'>[],
): number | null {
  const counted = cells.filter(({ state, past }) => past && state !== 'exempt' && state !== 'none')
  if (counted.length === 0) return null
  return (
    counted.reduce((sum, { held, required }) => sum + Math.min(1, held / required), 0) /
    counted.length
  )
}
