import type { MeetingStatus } from './meetings.ts'

/** What can be done to a record once it exists; each is an operation of the contract. */
export type MeetingMove =
  | 'change'
  | 'discard'
  | 'submit'
  | 'sendBack'
  | 'sign'
  | 'unsign'
  | 'archive'
  | 'correct'

/** The record's life: a move is allowed where the table has null, else refused with this reason. */
const refusals: Record<MeetingMove, Record<MeetingStatus, string | null>> = {
  change: {
    draft: null,
    submitted: '记录已提交，退回后才能修改',
    signed: '记录已审签，只能更正',
    archived: '记录已归档，只能更正',
  },
  discard: {
    draft: null,
    submitted: '记录已提交，退回后才能删除',
    signed: '记录已审签，不能删除，只能更正',
    archived: '记录已归档，不能删除，只能更正',
  },
  submit: {
    draft: null,
    submitted: '记录已经提交',
    signed: '记录已经审签',
    archived: '记录已经归档',
  },
  sendBack: {
    draft: '记录还没有提交',
    submitted: null,
    signed: '记录已审签，不能退回，只能更正',
    archived: '记录已归档，不能退回，只能更正',
  },
  sign: {
    draft: '请先提交再审签',
    submitted: null,
    signed: '记录已经审签',
    archived: '记录已经归档',
  },
  unsign: {
    draft: '记录还没有审签',
    submitted: '记录还没有审签，退回即可修改',
    signed: null,
    archived: '记录已归档，不能撤回审签，只能更正',
  },
  archive: {
    draft: '请先提交并审签再归档',
    submitted: '请先审签再归档',
    signed: null,
    archived: '记录已经归档',
  },
  correct: {
    draft: '草稿可以直接修改，不需要更正',
    submitted: '记录尚未审签，请退回后修改',
    signed: null,
    archived: null,
  },
}

/** Why a move is not possible in a state, in words for the person; null when it is. */
export const whyNot = (move: MeetingMove, status: MeetingStatus): string | null =>
  refusals[move][status]

/** Only 审签 minutes count, and only they are shown to the members who should have attended (handbook §12). */
export const countedStatuses = ['signed', 'archived'] as const satisfies readonly MeetingStatus[]
