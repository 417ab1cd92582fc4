import type { Day } from '#domain/dates.ts'
import { organizationIdOf, rootKey } from './bureau.ts'
import { instant } from './clock.ts'
import { personOf } from './people.ts'
import { seedId } from './random.ts'
import type { SeedRow } from './rows.ts'

interface MeasurePlan {
  /** Of the 警示教育, by its key. */
  education: string
  organ: string
  /** Who is to do it. */
  place: string
  what: string
  dueOn: Day
  doneOn?: Day
  result?: string
}

const ofBureau = { education: 'bureau-2026-03', organ: rootKey }
const ofHall = { education: 'hall1-2026-Q2', organ: 'hall1', place: 'hall1' }
const discussion = '开展一次专题讨论，对照案例排查岗位风险'

/** Most was done in time; one branch is late, one thing is not due yet. */
const measurePlans: readonly MeasurePlan[] = [
  {
    ...ofBureau,
    place: 'invest',
    what: discussion,
    dueOn: '2026-03-20',
    doneOn: '2026-03-18',
    result: '排查出中介选取环节风险 2 项，已报纪检委员',
  },
  {
    ...ofBureau,
    place: 'works',
    what: discussion,
    dueOn: '2026-03-20',
    doneOn: '2026-03-20',
    result: '排查出现场勘验环节风险 3 项，已报纪检委员',
  },
  { ...ofBureau, place: 'hall1', what: discussion, dueOn: '2026-03-20' },
  {
    ...ofHall,
    what: '在窗口张贴“三不准”提示，公布监督电话',
    dueOn: '2026-07-10',
    doneOn: '2026-07-08',
    result: '12 个窗口全部张贴',
  },
  { ...ofHall, what: '年底前回访办事群众二十名', dueOn: '2026-12-25' },
]

/** `idOf`: of a 警示教育, by its key. */
export const measureRows = (
  idOf: (education: string) => string,
): SeedRow<'education_follow_up'>[] =>
  measurePlans.map(({ education, organ, place, what, dueOn, doneOn, result }, at) => ({
    id: seedId(instant(dueOn, '08:00'), `measure:${education}:${at}`),
    education_id: idOf(education),
    organization_id: organizationIdOf(organ),
    place_id: organizationIdOf(place),
    what,
    due_on: dueOn,
    done_on: doneOn ?? null,
    result: result ?? null,
    checked_by: doneOn ? personOf('market-2:1').name : null,
    version: doneOn ? 2 : 1,
  }))
