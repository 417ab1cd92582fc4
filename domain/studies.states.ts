import type { StudyStatus } from './studies.ts'

/** What can be done to an activity once it exists; each is an operation of the contract. */
export type StudyMove = 'change' | 'discard' | 'close' | 'reopen'

/** planned → held → closed; a move is allowed where the table has null, else refused with this reason. */
const refusals: Record<StudyMove, Record<StudyStatus, string | null>> = {
  change: { planned: null, held: null, closed: '活动已办结，重新打开后才能修改' },
  discard: {
    planned: null,
    held: '活动已登记为举办，不能删除；登记有误请先改回计划',
    closed: '活动已经办结，不能删除；需要时请重新打开后更正',
  },
  close: { planned: '请先登记举办情况再办结', held: null, closed: '活动已经办结' },
  // One step back: what was recorded as held by mistake is a plan again, and a plan can be deleted.
  reopen: { planned: '活动还在计划中，没有可退回的一步', held: null, closed: null },
}

/** Why a move is not possible in a state, in words for the person; null when it is. */
export const whyNot = (move: StudyMove, status: StudyStatus): string | null =>
  refusals[move][status]
