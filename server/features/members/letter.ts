import type { Selectable } from 'kysely'
import type { Received } from '#domain/contract.ts'
import type { Day } from '#domain/dates.ts'
import { invalid } from '#domain/errors.ts'
import type { membersContract } from '#domain/members.contract.ts'
import { isInTransit, type Relation } from '#domain/rules/membership.ts'
import type { Tables } from '#server/db/tables.ts'

type Body = Received<(typeof membersContract)['changeStatus']>['body']
type State = Selectable<Tables['member_state']>
type Columns = Pick<
  State,
  'letter_number' | 'letter_other' | 'letter_issued_on' | 'letter_valid_until' | 'receipt_on'
>

const none: Columns = {
  letter_number: null,
  letter_other: null,
  letter_issued_on: null,
  letter_valid_until: null,
  receipt_on: null,
}

/**
 * The letter and the receipt of the state that begins (§4.4): issued → on the way → received, with its receipt, or
 * returned. The roster moves on 接收 alone: nobody is 已转出 who was not on the way, nor without the receipt.
 *
 * @throws invalid at the letter, the receipt or `body.standing`
 */
export function letterOf(
  running: State,
  body: Body,
  next: { relation: string; standing: string },
  today: Day,
): Columns {
  const before = running.relation as Relation
  const leaves = next.standing === 'transferred' && running.standing !== 'transferred'
  if (leaves && !isInTransit(before))
    throw invalid('body.standing', '请先登记介绍信，组织关系转出在途，对方接收后再登记已转出')
  if (isInTransit(next.relation as Relation)) {
    if (body.receiptOn) throw invalid('body.receiptOn', noReceipt)
    if (body.letter) return { ...columnsOf(body.letter, body.on), receipt_on: null }
    if (next.relation !== before && !isPutRight(running, body))
      throw invalid('body.letter.number', '请填写介绍信的编号、开具日期和有效期')
    return { ...keptOf(running), receipt_on: null }
  }
  if (body.letter) throw invalid('body.letter.number', '组织关系在途时才登记介绍信')
  // The state that ends it tells the letter too, also where it is put right.
  const isEnding = isInTransit(before) || isPutRight(running, body)
  const received = leaves ? before === 'moving-out' : before === 'moving-in'
  const receipt = receiptOf(running, body, received, today)
  if (leaves && received && !receipt) throw invalid('body.receiptOn', '请填写对方回执的日期')
  return isEnding ? { ...keptOf(running), receipt_on: receipt } : none
}

const noReceipt = '组织关系被接收时才登记回执'

/** Is it the state that ended a way, changed once more on its own day? */
const isPutRight = (running: State, body: Body): boolean =>
  body.on === running.valid_from &&
  running.letter_number !== null &&
  !isInTransit(running.relation as Relation)

function receiptOf(running: State, body: Body, received: boolean, today: Day): Day | null {
  const putRight = isPutRight(running, body)
  if (!body.receiptOn) return putRight ? running.receipt_on : null
  if (!received && !putRight) throw invalid('body.receiptOn', noReceipt)
  const from = running.letter_issued_on ?? running.valid_from
  if (body.receiptOn < from) throw invalid('body.receiptOn', `回执不能早于介绍信的开具日期 ${from}`)
  if (body.receiptOn > today) throw invalid('body.receiptOn', '回执的日期不能晚于今天')
  return body.receiptOn
}

function columnsOf(letter: NonNullable<Body['letter']>, on: Day) {
  if (letter.issuedOn > on)
    throw invalid('body.letter.issuedOn', `介绍信不能晚于办理日期 ${on} 开具`)
  if (letter.validUntil < letter.issuedOn)
    throw invalid('body.letter.validUntil', `有效期不能早于开具日期 ${letter.issuedOn}`)
  return {
    letter_number: letter.number,
    letter_other: letter.other,
    letter_issued_on: letter.issuedOn,
    letter_valid_until: letter.validUntil,
  }
}

const keptOf = ({
  letter_number,
  letter_other,
  letter_issued_on,
  letter_valid_until,
}: State): Omit<Columns, 'receipt_on'> => ({
  letter_number,
  letter_other,
  letter_issued_on,
  letter_valid_until,
})

/** Is it another letter than the one of the running state? */
export const isNewLetter = (running: State, next: Columns): boolean =>
  next.letter_number !== running.letter_number ||
  next.letter_other !== running.letter_other ||
  next.letter_issued_on !== running.letter_issued_on ||
  next.letter_valid_until !== running.letter_valid_until ||
  next.receipt_on !== running.receipt_on
