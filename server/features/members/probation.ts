import type { Selectable } from 'kysely'
import type { Received } from '#domain/contract.ts'
import { addDays, type Day } from '#domain/dates.ts'
import { invalid } from '#domain/errors.ts'
import type { membersContract } from '#domain/members.contract.ts'
import { extensionOf, fullFrom, probationEnd } from '#domain/rules/membership.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import type { Tables } from '#server/db/tables.ts'
import type { Door } from '#server/door.ts'

type Body = Received<(typeof membersContract)['changeStatus']>['body']
type State = Selectable<Tables['member_state']>
type Days = { joined_on: Day | null; full_on: Day | null }

/**
 * To when probation is extended in the state that begins: as it was, or by this decision: once, by half a year to a
 * year (细则 Art. 31). Null for who is not on probation.
 *
 * @throws invalid at `body.probationUntil`
 */
export async function extendedUntil(
  door: Door,
  running: State,
  body: Body,
  { joined_on: joinedOn }: Days,
): Promise<Day | null> {
  const isOnProbation = (body.stage ?? running.stage) === 'probationary'
  const until = body.probationUntil
  if (until === undefined) return isOnProbation ? running.probation_until : null
  const refuse = (why: string) => invalid('body.probationUntil', why)
  if (!isOnProbation) throw refuse('只有预备党员可以延长预备期')
  if (!joinedOn) throw refuse('请先在档案中登记入党日期，预备期从这一天算起')
  const before = await door.db
    .selectFrom('member_state')
    .select('probation_until')
    .where('member_id', '=', running.member_id)
    .where('valid_from', '<', body.on)
    .where('probation_until', 'is not', null)
    .executeTakeFirst()
  if (before) throw refuse(`预备期已延长至 ${before.probation_until}，只能延长一次`)
  const end = probationEnd(joinedOn, await parameterOn(door.db, 'probation.end', joinedOn))
  const { from, to } = extensionOf(end)
  if (until < from || until > to)
    throw refuse(`预备期可延长半年至一年，应在 ${from} 至 ${to} 之间期满`)
  return until
}

/**
 * 转正之日, from which 党龄 counts: the day after probation ended, a year after the assembly that accepted unless it
 * was extended; never the day of the approval (党章 Art. 7; 细则 Art. 31, 33). Null for another change.
 *
 * @throws invalid at `body.fullOn`, or at `body.on` where probation lasts still
 */
export function fullDay(
  running: State,
  body: Body,
  { joined_on: joinedOn, full_on: known }: Days,
): Day | null {
  if (body.stage !== 'full' || running.stage === 'full') {
    if (body.fullOn) throw invalid('body.fullOn', '只有转为正式党员时才填转正之日')
    return body.on === running.valid_from ? running.full_on : null
  }
  const { probation_until: extended } = running
  if (extended && (body.fullOn ?? body.on) <= extended)
    throw invalid(
      body.fullOn ? 'body.fullOn' : 'body.on',
      `预备期已延长至 ${extended}，期满后才能转正`,
    )
  if (!body.fullOn) {
    if (extended) return addDays(extended, 1)
    const computed = joinedOn && fullFrom(joinedOn)
    return known ?? (computed && computed <= body.on ? computed : null)
  }
  if (joinedOn && body.fullOn < joinedOn)
    throw invalid('body.fullOn', `转正之日不能早于入党日期 ${joinedOn}`)
  if (body.fullOn > body.on) {
    const first = extended ? addDays(extended, 1) : joinedOn && fullFrom(joinedOn)
    // The day of the change is what is too early: told of the other, one would put full membership before its time.
    if (first && body.on < first)
      throw invalid('body.on', `预备期到 ${addDays(first, -1)} 期满，转正最早在 ${first}`)
    throw invalid('body.fullOn', `转正之日不能晚于办理日期 ${body.on}`)
  }
  return body.fullOn
}
