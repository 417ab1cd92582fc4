import type { ServiceRow, ServiceState } from './services.ts'

/** What can be done to a record once it exists; each is an operation of the contract. */
export type ServiceMove = 'change' | 'confirm' | 'sendBack' | 'appeal' | 'withdraw'

const withdrawn = '记录已撤回'

/** The record's life: a move is allowed where the table has null, else refused with this reason. */
const refusals: Record<ServiceMove, Record<ServiceState, string | null>> = {
  change: {
    logged: null,
    confirmed: '记录已确认，不能修改；有误请撤回后重新登记',
    returned: null,
    appealed: '记录正在申诉，等待答复',
    withdrawn,
  },
  confirm: {
    logged: null,
    confirmed: '记录已经确认',
    returned: '记录已退回，等待本人修改或申诉',
    appealed: null,
    withdrawn,
  },
  // Whoever confirmed wrongly takes it back; the counts follow.
  sendBack: {
    logged: null,
    confirmed: null,
    returned: '记录已经退回',
    appealed: null,
    withdrawn,
  },
  appeal: {
    logged: '记录还没有退回，不需要申诉',
    confirmed: '记录已确认，不需要申诉',
    returned: null,
    appealed: '已经申诉，等待答复',
    withdrawn,
  },
  withdraw: {
    logged: null,
    confirmed: null,
    returned: null,
    appealed: null,
    withdrawn: '记录已经撤回',
  },
}

/** Why a move is not possible in a state, in words for the person; null when it is. */
export const whyNot = (move: ServiceMove, state: ServiceState): string | null =>
  refusals[move][state]

/** A record as who judges it reads it. */
export type Judged = Pick<ServiceRow, 'state' | 'memberId' | 'mayDecide'>

/** Who returned it does not decide the appeal as long as somebody else so high or higher may (handbook §8). */
const appealElsewhere = '申诉由退回人以外的同级或上级负责人决定'

/** Whoever organized confirms, never whoever served (67号令, no self-only confirmation). */
export const whyNotJudge = (
  move: 'confirm' | 'sendBack',
  { state, memberId, mayDecide }: Judged,
  actorMemberId: string | null,
): string | null => {
  if (memberId === actorMemberId) return '不能确认或退回本人的记录，请由其他负责人办理'
  return whyNot(move, state) ?? (mayDecide ? null : appealElsewhere)
}

/**
 * A page at once is for what nobody has doubted. An appeal has been returned before and gives its reasons, which are
 * read where it is answered (67号令: the volunteer demands correction, whoever organized verifies).
 */
export const whyNotConfirmTogether = (
  record: Judged,
  actorMemberId: string | null,
): string | null =>
  whyNotJudge('confirm', record, actorMemberId) ??
  (record.state === 'appealed' ? '记录正在申诉，请打开后逐条答复' : null)

/** Waiting for somebody's confirmation. */
export const waitingStates = ['logged', 'appealed'] as const satisfies readonly ServiceState[]
