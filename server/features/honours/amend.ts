import type { Received } from '#domain/contract.ts'
import { checkAmendment } from '#domain/campaigns.rules.ts'
import type { CampaignRecord } from '#domain/campaigns.ts'
import { problem } from '#domain/errors.ts'
import type { campaignsContract } from '#domain/campaigns.contract.ts'
import { newId } from '#domain/ids.ts'
import { isEligible } from '#domain/rules/honours.ts'
import { enoughWorkdays } from '#domain/rules/workdays.ts'
import { actorOf, type Door } from '#server/door.ts'
import { tableFrom } from './holidays.ts'
import { refusalOf } from './refusals.ts'
import { moveCampaign } from './steps.ts'

type Body = Received<typeof campaignsContract.amend>['body']

/**
 * 延长／更正公示: the days that a corrected holiday table took from it are hung in addition, and what was written wrong is
 * put right. The new period must hold the working days by the table of today, as the decision will ask.
 */
export const amend = (door: Door, id: string, body: Body): Promise<CampaignRecord> =>
  moveCampaign(door, id, 'amend', async (campaign) => {
    const { publicityFrom, publicityTo, publicityPlace, publicityDays, reviewedOn } = campaign
    if (!publicityFrom || !publicityTo) throw problem('state', { params: { reason: '还没有公示' } })
    const before = { from: publicityFrom, to: publicityTo, place: publicityPlace ?? '' }
    const { reason, ...after } = body
    const fields = checkAmendment(before, after, reviewedOn, door.today)
    if (Object.keys(fields).length > 0) throw problem('invalid', { fields })
    const { from, to, place } = after
    const counted = enoughWorkdays(from, to, publicityDays, await tableFrom(door.db, from))
    if (!isEligible([counted])) throw refusalOf('body.to', [counted])
    const { accountId, name } = actorOf(door)
    await door.db
      .insertInto('publicity_change')
      .values({
        id: newId(),
        campaign_id: id,
        on_day: door.today,
        by_account: accountId,
        by_name: name,
        reason,
        from_before: before.from,
        to_before: before.to,
        place_before: before.place,
        from_after: from,
        to_after: to,
        place_after: place,
      })
      .execute()
    door.note({ detail: { before, after, reason } })
    return { publicity_from: from, publicity_to: to, publicity_place: place }
  })
